package nl.mjpmonitor.ops.launcher;

/** Something the person at the keyboard can mend; its message is one or more sentences that say what and how. */
public final class LauncherException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LauncherException(String message) {
        super(message);
    }

    LauncherException(String message, Throwable cause) {
        super(message, cause);
    }
}
