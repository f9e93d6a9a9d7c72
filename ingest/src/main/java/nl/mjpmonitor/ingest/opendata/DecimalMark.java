package nl.mjpmonitor.ingest.opendata;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What stands between the whole part of a number and the rest. */
enum DecimalMark {
    @JsonProperty("comma")
    COMMA,
    @JsonProperty("point")
    POINT
}
