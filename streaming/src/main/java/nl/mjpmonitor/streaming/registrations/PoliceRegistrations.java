package nl.mjpmonitor.streaming.registrations;

import java.time.Instant;
import java.util.Optional;
import nl.mjpmonitor.streaming.change.RejectReason;
import nl.mjpmonitor.streaming.change.Violation;
import tools.jackson.databind.JsonNode;

/**
 * A row of the police is the stand of one cell: a class in a buurt in a month. It counts for as many as it says; an unknown count
 * counts as unknown, not as zero.
 */
public final class PoliceRegistrations implements CountedTable {

    private static final long serialVersionUID = 1L;
    private static final String MEASURE_PREFIX = "politie.";

    /** The column's own bound in the source; sums of such counts stay far below the warehouse's. */
    private static final int HIGHEST_COUNT = Integer.MAX_VALUE;

    @Override
    public String system() {
        return "politiecijfers";
    }

    @Override
    public String table() {
        return "registration";
    }

    @Override
    public Optional<Share> share(JsonNode row) {
        if (row.get("is_withdrawn").booleanValue()) {
            return Optional.empty();
        }
        Cell cell = new Cell(
                MEASURE_PREFIX + row.get("police_class").stringValue(),
                row.get("area_code").stringValue(),
                CountedMonth.of(row, "month").toEpochDay());
        JsonNode count = row.get("registration_count");
        return Optional.of(count.isNull() ? new Share(cell, 0, 1) : new Share(cell, count.longValue(), 0));
    }

    @Override
    public Optional<Violation> check(JsonNode row, Instant knownAt) {
        return CountedMonth.check(row, "month", knownAt).or(() -> checkCount(row.get("registration_count")));
    }

    private static Optional<Violation> checkCount(JsonNode count) {
        return count.isNull() || count.canConvertToInt()
                ? Optional.empty()
                : Optional.of(new Violation(
                        RejectReason.OUT_OF_RANGE, "registration_count: must be at most " + HIGHEST_COUNT));
    }
}
