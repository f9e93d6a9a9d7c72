package nl.mjpmonitor.dashboard.duiding;

import java.util.List;
import java.util.Optional;

/**
 * Where duidingen are kept. It knows nothing of roles. Versions are added and never changed.
 *
 * <p>All methods throw {@link nl.mjpmonitor.dashboard.store.StoreAwayException} when the store cannot be used now.
 */
public interface DuidingStore {

    /** The most duidingen in one answer. */
    int MOST = 500;

    /** Those that fit with their whole history, newest first, at most {@link #MOST}. */
    List<Duiding> find(DuidingQuestion question);

    Optional<Duiding> find(DuidingId id);

    /** Keeps a new duiding; the number of the version is 1. */
    Duiding add(DuidingSubject subject, DuidingVersion first);

    /**
     * Adds a version.
     *
     * @param next its number is one more than that of the version its author saw
     * @throws DuidingConflictException when somebody was first
     * @throws IllegalArgumentException when there is no such duiding
     */
    Duiding append(DuidingId id, DuidingVersion next);
}
