package nl.mjpmonitor.dashboard.choices;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import nl.mjpmonitor.dashboard.access.Reader;
import nl.mjpmonitor.dashboard.store.StoreAwayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What the reader of this thread chose last, and when that reader was here before. A convenience: without the store nothing is
 * remembered and nothing fails.
 */
@Component
public class LastChoices {

    /** Area and month stand in the address under these names. */
    public static final String AREA = "gebied";

    public static final String MONTH = "maand";

    /** What is remembered of an address. */
    public static final Set<String> SUBJECTS = Set.of(AREA, MONTH);

    private static final Logger LOG = LoggerFactory.getLogger(LastChoices.class);
    private static final int LONGEST = 100;

    /** When a reader was here before. */
    public sealed interface Before {

        /** The store cannot tell. */
        record NotKnown() implements Before {}

        /** Never: this is the first visit. */
        record Never() implements Before {}

        /**
         * At a moment.
         *
         * @param at the last sign of life of the visit before this one, to the minute
         */
        record On(Instant at) implements Before {}
    }

    private final ChoiceStore store;
    private final Clock clock;

    LastChoices(ChoiceStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** What was chosen last of a subject; empty as well when it cannot be found out. */
    public Optional<String> find(String subject) {
        try {
            return account().flatMap(account -> store.find(account, subject));
        } catch (StoreAwayException e) {
            LOG.debug("The last choice of {} could not be read: {}", subject, e.getMessage());
            return Optional.empty();
        }
    }

    /** Keeps a choice, unless it is no choice at all. */
    public void remember(String subject, String value) {
        if (value.isBlank() || value.length() > LONGEST) {
            return;
        }
        try {
            account().ifPresent(account -> store.keep(account, subject, value));
        } catch (StoreAwayException e) {
            LOG.debug("The last choice of {} could not be kept: {}", subject, e.getMessage());
        }
    }

    /** Notes that the reader is here, and tells when that was so before. */
    public Before visit() {
        try {
            return account()
                    .<Before>map(account -> store.visit(account, clock.instant().truncatedTo(ChronoUnit.SECONDS))
                            .<Before>map(at -> new Before.On(at.truncatedTo(ChronoUnit.MINUTES)))
                            .orElseGet(Before.Never::new))
                    .orElseGet(Before.NotKnown::new);
        } catch (StoreAwayException e) {
            LOG.debug("The visit could not be noted: {}", e.getMessage());
            return new Before.NotKnown();
        }
    }

    private static Optional<String> account() {
        return Optional.of(Reader.current().name()).filter(name -> !name.isBlank() && name.length() <= LONGEST);
    }
}
