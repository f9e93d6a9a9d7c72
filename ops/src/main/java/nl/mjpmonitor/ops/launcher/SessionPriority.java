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

    /** Has the session of a process step back, when it is not that of the launcher. */
    static void stepBack(ProcessHandle process) {
        Path group = group(Long.toString(process.pid()));
        try {
            if (!Files.exists(group) || Files.readString(group).equals(Files.readString(group("self")))) {
                return;
            }
            for (int left = TRIES; !isWritten(group); left--) {
                if (left == 0) {
                    LOG.debug("{} does not step back", process);
                    return;
                }
                Thread.sleep(BETWEEN);
            }
        } catch (IOException e) {
            LOG.debug("{} has ended", process, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isWritten(Path group) {
        try {
            Files.writeString(group, STEPPED_BACK);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static Path group(String process) {
        return Path.of("/proc", process, "autogroup");
    }
}
