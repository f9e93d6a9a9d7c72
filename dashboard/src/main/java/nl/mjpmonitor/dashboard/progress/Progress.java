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
}
