package nl.mjpmonitor.streaming.detection;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import tools.jackson.databind.JsonNode;

/** Days of the Dutch calendar, by which detections reckon. */
public final class DutchDays {

    private static final ZoneId CALENDAR = ZoneId.of("Europe/Amsterdam");
    private static final int ISO_DATE_LENGTH = "yyyy-mm-dd".length();

    private DutchDays() {}

    /** The day that it is at a moment. */
    public static LocalDate of(Instant moment) {
        return LocalDate.ofInstant(moment, CALENDAR);
    }

    /** The first moment of a day, in epoch milliseconds. */
    public static long startMillis(LocalDate day) {
        return day.atStartOfDay(CALENDAR).toInstant().toEpochMilli();
    }

    /** The day in a column that has one; Debezium marks a date as UTC with a final Z. */
    public static LocalDate of(JsonNode row, String column) {
        return LocalDate.parse(row.get(column).stringValue().substring(0, ISO_DATE_LENGTH));
    }
}
