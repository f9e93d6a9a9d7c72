package nl.mjpmonitor.dashboard.sending;

import java.util.UUID;

/**
 * The turn to send a mail. Whoever lost it can change nothing any more.
 *
 * @param mail the mail
 * @param token proves whose turn it is
 */
public record Claim(Mail mail, UUID token) {}
