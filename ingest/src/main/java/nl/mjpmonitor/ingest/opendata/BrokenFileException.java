package nl.mjpmonitor.ingest.opendata;

/** A file that cannot be used as it is; the message says where and why, for the person who dropped it. */
final class BrokenFileException extends Exception {
    BrokenFileException(String message) {
        super(message);
    }

    static BrokenFileException atLine(long line, String message) {
        return new BrokenFileException("line " + line + ": " + message);
    }
}
