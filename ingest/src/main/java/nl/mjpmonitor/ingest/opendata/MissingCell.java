package nl.mjpmonitor.ingest.opendata;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What it means that a table has no row for a cell. It differs per table and is published with every reading of it. */
enum MissingCell {
    /** Nothing was counted. */
    @JsonProperty("zero")
    ZERO("zero"),
    /** Nothing is known. */
    @JsonProperty("unknown")
    UNKNOWN("unknown");

    private final String text;

    MissingCell(String text) {
        this.text = text;
    }

    /** The name in records and definitions. */
    String text() {
        return text;
    }
}
