package nl.mjpmonitor.streaming.registrations;

import java.time.Instant;
import java.util.Optional;
import nl.mjpmonitor.streaming.change.Violation;
import tools.jackson.databind.JsonNode;

/**
 * A report of nuisance counts for one, in its category and buurt, in the month in which it happened: one that comes in late counts in
 * an earlier month. Reports that were withdrawn, or merged into another, count nowhere; how far a report has been dealt with makes no
 * difference.
 */
public final class MelddeskReports implements CountedTable {

    private static final long serialVersionUID = 1L;
    private static final String MEASURE_PREFIX = "melddesk.";
    private static final String DATE = "happened_on";

    @Override
    public String system() {
        return "melddesk";
    }

    @Override
    public String table() {
        return "report";
    }

    @Override
    public Optional<Share> share(JsonNode row) {
        if (row.get("is_withdrawn").booleanValue() || row.get("is_merged").booleanValue()) {
            return Optional.empty();
        }
        Cell cell = new Cell(
                MEASURE_PREFIX + row.get("category").stringValue(),
                row.get("buurt_code").stringValue(),
                CountedMonth.of(row, DATE).toEpochDay());
        return Optional.of(new Share(cell, 1, 0));
    }

    @Override
    public Optional<Violation> check(JsonNode row, Instant knownAt) {
        return CountedMonth.check(row, DATE, knownAt);
    }
}
