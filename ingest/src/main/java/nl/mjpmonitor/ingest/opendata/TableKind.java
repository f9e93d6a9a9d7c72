package nl.mjpmonitor.ingest.opendata;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a table is about. Each kind has its own topic and its own contract. */
enum TableKind {
    /** Registered offences. */
    @JsonProperty("offence")
    OFFENCE("offence"),
    /** Registered nuisance. */
    @JsonProperty("nuisance")
    NUISANCE("nuisance"),
    /** Inhabitants. */
    @JsonProperty("population")
    POPULATION("population"),
    /** What people answered in a survey. */
    @JsonProperty("perception")
    PERCEPTION("perception");

    private final String text;

    TableKind(String text) {
        this.text = text;
    }

    /** The name in topics and definitions. */
    String text() {
        return text;
    }
}
