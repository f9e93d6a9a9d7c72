package nl.mjpmonitor.dashboard.publications;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where editions are kept. It knows nothing of roles. Versions and files are added and never changed.
 *
 * <p>All methods throw {@link nl.mjpmonitor.dashboard.store.StoreAwayException} when the store cannot be used now.
 */
public interface EditionStore {

    /** The most editions in one answer. */
    int MOST = 5_000;

    /** The newest first, at most {@link #MOST}. */
    List<EditionSummary> all();

    Optional<Edition> find(EditionId id);

    /** The editions in whose newest texts all these words stand, in capitals or not; not what is in their figures. */
    Set<EditionId> mentioning(List<String> words);

    /** Number of the newest published edition of a subject, also when that was destroyed since; 0 when there is none. */
    int lastNumber(EditionSubject subject);

    /** Keeps a new edition; the number of the act is 1. */
    Edition add(
            EditionSubject subject,
            Optional<EditionId> corrects,
            String reason,
            EditionContent content,
            EditionAct first);

    /**
     * Adds a version.
     *
     * @param act its number is one more than that of the version its actor saw
     * @throws EditionConflictException when somebody was first
     * @throws IllegalArgumentException when there is no such edition
     */
    Edition append(EditionId id, EditionContent content, EditionAct act);

    /**
     * Adds the last version, with its files, all or nothing.
     *
     * @param number which edition of its subject it becomes
     * @throws EditionConflictException when somebody was first, or the number is taken
     */
    Edition publish(EditionId id, int number, EditionContent content, EditionAct act, List<EditionBytes> files);

    /** The files of a published edition, by name. */
    List<EditionFile> files(EditionId id);

    Optional<EditionBytes> file(EditionId id, String name);
}
