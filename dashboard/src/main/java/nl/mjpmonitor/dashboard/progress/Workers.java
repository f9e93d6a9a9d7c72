package nl.mjpmonitor.dashboard.progress;

/** Where long work runs. */
@FunctionalInterface
public interface Workers {

    /** Runs it. Who asks does not count on its being ready, nor on its still being under way. */
    void run(Runnable work);
}
