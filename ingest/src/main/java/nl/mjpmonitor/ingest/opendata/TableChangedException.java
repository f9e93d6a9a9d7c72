package nl.mjpmonitor.ingest.opendata;

/** A table changed while it was read, so that what was read is no edition of it. */
final class TableChangedException extends Exception {
    TableChangedException(String message) {
        super(message);
    }
}
