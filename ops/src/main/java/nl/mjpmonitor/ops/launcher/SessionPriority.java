package nl.mjpmonitor.ops.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is up gives way to what is starting, so that a component that died comes back soon although the others have work for every
 * processor.
 *
 * <p>Linux shares processors among sessions first, and every component is a session of its own; there it takes no privilege to step
 * back. Elsewhere nothing changes.
 *
 * @see <a href="../../../../../../../../docs/decisions/0048-what-is-up-gives-way-to-what-starts.md">decision 0048</a>
 */
final class SessionPriority {

    private static final Logger LOG = LoggerFactory.getLogger(SessionPriority.class);

    /** A ninth of the share of a session that did not step back. */
    private static final String STEPPED_BACK = "10";

    /** Without privileges, one session at a time may step back, and the next a tenth of a second later. */
    private static final Duration BETWEEN = Duration.ofMillis(150);

    private static final int TRIES = 20;

    private SessionPriority() {}

    /** Has the session of a process step back, unless it stays in that of the launcher. */
    static void stepBack(ProcessHandle process) {
        Path group = group(Long.toString(process.pid()));
        if (!Files.exists(group)) {
            return;
        }
        try {
            for (int left = TRIES; left > 0 && !hasSteppedBack(group); left--) {
                Thread.sleep(BETWEEN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** For an instant a new process is still in the session of the launcher, which is not to step back. */
    private static boolean hasSteppedBack(Path group) {
        try {
            if (Files.readString(group).equals(Files.readString(group("self")))) {
                return false;
            }
            Files.writeString(group, STEPPED_BACK);
            return true;
        } catch (IOException e) {
            LOG.debug("{} cannot be written", group, e);
            return false;
        }
    }

    private static Path group(String process) {
        return Path.of("/proc", process, "autogroup");
    }
}
