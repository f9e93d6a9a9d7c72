package nl.mjpmonitor.dashboard.sending;

import java.time.Instant;
import java.util.Optional;
import nl.mjpmonitor.dashboard.publications.EditionId;

/**
 * One edition for one address.
 *
 * @param id given by the store
 * @param edition the edition
 * @param address where to
 * @param messageId its Message-ID, the same at every attempt
 * @param state how far it is
 * @param attempts how often it was tried
 * @param nextAt when it is tried next
 * @param claimedUntil until when somebody is sending it; empty when nobody is
 * @param answer the last words of the mail server; empty when there were none
 * @param queuedAt when it came into the outbox
 * @param sentAt when the mail server answered for it
 */
public record Mail(
        long id,
        EditionId edition,
        String address,
        String messageId,
        MailState state,
        int attempts,
        Instant nextAt,
        Optional<Instant> claimedUntil,
        String answer,
        Instant queuedAt,
        Optional<Instant> sentAt) {

    /** Whether it was broken off when the mail server had it or was about to have it: only a person can tell whether it came. */
    public boolean isUncertain(Instant now) {
        return state == MailState.HANDED_OVER
                && claimedUntil.filter(until -> until.isBefore(now)).isPresent();
    }
}
