package nl.mjpmonitor.ingest.opendata;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How long a period lasts. Figures of different grains never add up. */
enum PeriodGrain {
    @JsonProperty("year")
    YEAR("year", 12),
    @JsonProperty("quarter")
    QUARTER("quarter", 3),
    @JsonProperty("month")
    MONTH("month", 1);

    private final String text;
    private final int months;

    PeriodGrain(String text, int months) {
        this.text = text;
        this.months = months;
    }

    /** The name in records and definitions. */
    String text() {
        return text;
    }

    int months() {
        return months;
    }
}
