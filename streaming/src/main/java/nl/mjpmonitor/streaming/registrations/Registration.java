package nl.mjpmonitor.streaming.registrations;

import java.time.LocalDate;
import tools.jackson.databind.JsonNode;

/** The columns of a registration row that decide where and for how much it counts. */
record Registration(Cell cell, boolean withdrawn, boolean unknown, long count) {

    static final String SYSTEM = "politiecijfers";
    static final String TABLE = "registration";
    private static final String MEASURE_PREFIX = "politie.";
    private static final int ISO_DATE_LENGTH = "yyyy-mm-dd".length();

    /** Reads a row that keeps its contract. */
    static Registration of(JsonNode row) {
        Cell cell = new Cell(
                MEASURE_PREFIX + row.get("police_class").stringValue(),
                row.get("area_code").stringValue(),
                month(row).toEpochDay());
        JsonNode count = row.get("registration_count");
        return new Registration(
                cell, row.get("is_withdrawn").booleanValue(), count.isNull(), count.isNull() ? 0 : count.longValue());
    }

    /** First day of the row's month; Debezium marks a date as UTC with a final Z. */
    static LocalDate month(JsonNode row) {
        return LocalDate.parse(row.get("month").stringValue().substring(0, ISO_DATE_LENGTH));
    }
}
