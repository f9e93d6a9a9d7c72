package nl.mjpmonitor.dashboard.sending;

import java.util.Optional;
import nl.mjpmonitor.dashboard.publications.EditionBytes;

/**
 * A mail as it is read.
 *
 * @param to address
 * @param messageId its Message-ID
 * @param subject subject
 * @param text text
 * @param attachment a file with it
 */
record Letter(String to, String messageId, String subject, String text, Optional<EditionBytes> attachment) {}
