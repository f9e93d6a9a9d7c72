package nl.mjpmonitor.dashboard.sending;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import nl.mjpmonitor.dashboard.store.StoreAwayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Empties the outbox. Each mail is claimed first and noted as handed over right before its end, so that a process that is killed at any
 * moment leaves a mail that was not sent, which is sent by the next, or one that may have arrived, which is left to a person: never two.
 */
final class MailDispatcher {

    /** Longer than any attempt takes. */
    static final Duration LEASE = Duration.ofMinutes(10);

    /** The pauses between attempts; after the last one it is given up. */
    static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(4),
            Duration.ofHours(12),
            Duration.ofHours(24));

    private static final Logger LOG = LoggerFactory.getLogger(MailDispatcher.class);
    private static final int MOST_A_TURN = 100;

    private final SendingStore store;
    private final MailPlanner planner;
    private final LetterWriter writer;
    private final PostOffice office;
    private final Clock clock;

    MailDispatcher(SendingStore store, MailPlanner planner, LetterWriter writer, PostOffice office, Clock clock) {
        this.store = store;
        this.planner = planner;
        this.writer = writer;
        this.office = office;
        this.clock = clock;
    }

    /** Plans what is due and sends what waits. Never throws. */
    void turn() {
        try {
            planner.plan(now());
            for (int i = 0; i < MOST_A_TURN; i++) {
                Optional<Claim> claim = store.claim(now(), LEASE);
                if (claim.isEmpty()) {
                    return;
                }
                send(claim.get());
            }
        } catch (StoreAwayException away) {
            LOG.debug("Mail waits for the store");
        } catch (RuntimeException unforeseen) {
            LOG.error("Mail could not be sent for an unforeseen reason", unforeseen);
        }
    }

    private void send(Claim claim) {
        Optional<Letter> letter = writer.write(claim.mail());
        if (letter.isEmpty()) {
            store.end(claim, MailState.GIVEN_UP, "");
            return;
        }
        switch (office.deliver(letter.get(), () -> store.handOver(claim))) {
            case Delivery.Accepted(String answer) -> store.sent(claim, answer, now());
            case Delivery.Refused(int code, String answer) -> refuse(claim, code, answer);
            case Delivery.Deferred(String answer) -> postpone(claim, answer);
            case Delivery.Uncertain(String answer) ->
                LOG.warn("Mail {} may have arrived: {}", claim.mail().id(), answer);
        }
    }

    private void refuse(Claim claim, int code, String answer) {
        store.end(claim, MailState.REFUSED, answer);
        store.add(new Bounce(
                Optional.of(claim.mail().id()),
                claim.mail().address(),
                Bounce.Kind.SMTP,
                Integer.toString(code),
                answer,
                now()));
    }

    private void postpone(Claim claim, String answer) {
        int attempts = claim.mail().attempts();
        if (attempts > PAUSES.size()) {
            LOG.warn("Mail {} is given up after {} attempts: {}", claim.mail().id(), attempts, answer);
            store.end(claim, MailState.GIVEN_UP, answer);
        } else {
            store.postpone(claim, answer, now().plus(PAUSES.get(attempts - 1)));
        }
    }

    /** The store keeps microseconds. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
