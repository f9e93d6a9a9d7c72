package nl.mjpmonitor.dashboard.choices;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Keeps last choices and visits by account. All methods throw {@link nl.mjpmonitor.dashboard.store.StoreAwayException} when the store
 * cannot be used now.
 */
public interface ChoiceStore {

    /** So long without a sign of life ends a visit. */
    Duration PAUSE = Duration.ofMinutes(30);

    /** What an account chose last of a subject. */
    Optional<String> find(String account, String subject);

    /** Keeps a choice in place of the one before. */
    void keep(String account, String subject, String value);

    /**
     * Notes a sign of life. After more than {@link #PAUSE} a new visit begins.
     *
     * @return the last sign of life of the visit before this one; empty during the first visit
     */
    Optional<Instant> visit(String account, Instant at);
}
