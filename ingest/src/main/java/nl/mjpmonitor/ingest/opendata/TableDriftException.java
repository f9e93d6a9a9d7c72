package nl.mjpmonitor.ingest.opendata;

/** The table is no longer what its definition says. Reading it stops until the definition is changed. */
final class TableDriftException extends Exception {
    TableDriftException(String message) {
        super(message);
    }
}
