package nl.mjpmonitor.dashboard.progress;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.invoke.MethodHandle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Threads that give way. Java's own priorities say nothing to Linux unless the whole machine is started differently, and there is no other
 * way to ask for the standing of one thread than the call of the system itself.
 */
final class LowStanding {

    /** A tenth of the processor time of others, when others want it; all of it when nobody does. */
    static final int NICE = 10;

    private static final Logger LOG = LoggerFactory.getLogger(LowStanding.class);
    private static final int PRIO_PROCESS = 0;

    /** On Linux a thread; elsewhere it would be all of the dashboard. */
    private static final int THIS_THREAD = 0;

    private LowStanding() {}

    /** Lowers the standing of this thread for as long as it lives. Where that cannot be done it works on as any other. */
    @SuppressWarnings("restricted") // a call of the system with three numbers
    static void ofThisThread() {
        if (!System.getProperty("os.name", "").equals("Linux")) {
            return;
        }
        try {
            Linker linker = Linker.nativeLinker();
            MethodHandle setPriority = linker.downcallHandle(
                    linker.defaultLookup().findOrThrow("setpriority"),
                    FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT));
            int failed = (int) setPriority.invokeExact(PRIO_PROCESS, THIS_THREAD, NICE);
            if (failed != 0) {
                LOG.warn("Files are made with the standing of everything else: the system refused a lower one");
            }
        } catch (Throwable problem) {
            LOG.warn("Files are made with the standing of everything else: {}", problem.toString());
        }
    }
}
