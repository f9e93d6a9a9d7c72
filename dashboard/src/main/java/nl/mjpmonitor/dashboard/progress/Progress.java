package nl.mjpmonitor.dashboard.progress;

/** Hears from long work how far it is, and may stop it. */
@FunctionalInterface
public interface Progress {

    /** Nobody looks, and nobody stops it. */
    Progress UNWATCHED = (done, all) -> {};

    /**
     * Called between two parts of the work.
     *
     * @param done number of parts that are ready
     * @param all number of parts
     * @throws CancelledException when somebody stopped the work; then nothing of it may be kept
     */
    void at(int done, int all);

    /**
     * Called while a part of the work waits for its turn, whenever its place changes.
     *
     * @param turn to be cancelled when somebody stops the work
     * @param before how many come first; 0 when it has its turn
     */
    default void waits(Turn<?> turn, int before) {}
}
