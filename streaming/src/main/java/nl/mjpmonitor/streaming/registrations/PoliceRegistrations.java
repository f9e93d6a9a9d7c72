package nl.mjpmonitor.streaming.registrations;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import nl.mjpmonitor.streaming.change.RejectReason;
import nl.mjpmonitor.streaming.change.RowRule;
import nl.mjpmonitor.streaming.change.Violation;
import nl.mjpmonitor.warehouse.rows.MonthlyCountRow;
import tools.jackson.databind.JsonNode;

/**
 * A registration's month has begun when the warehouse takes it in, by the Dutch calendar; its month and its count are ones the
 * warehouse can hold. One that was too early is accepted when it is replayed in or after its month.
 */
public final class RegistrationRule implements RowRule {

    private static final long serialVersionUID = 1L;
    private static final ZoneId CALENDAR = ZoneId.of("Europe/Amsterdam");

    /** The column's own bound in the source; sums of such counts stay far below the warehouse's. */
    private static final int HIGHEST_COUNT = Integer.MAX_VALUE;

    @Override
    public String system() {
        return Registration.SYSTEM;
    }

    @Override
    public String table() {
        return Registration.TABLE;
    }

    @Override
    public Optional<Violation> check(JsonNode row, Instant knownAt) {
        LocalDate month = Registration.month(row);
        if (!MonthlyCountRow.canHold(month)) {
            return Optional.of(new Violation(
                    RejectReason.OUT_OF_RANGE, "month: must be one the warehouse can hold, from 1970-01"));
        }
        if (month.isAfter(LocalDate.ofInstant(knownAt, CALENDAR))) {
            return Optional.of(new Violation(
                    RejectReason.MONTH_IN_FUTURE, "month: must not be later than the month in which it was received"));
        }
        JsonNode count = row.get("registration_count");
        if (!count.isNull() && !count.canConvertToInt()) {
            return Optional.of(
                    new Violation(RejectReason.OUT_OF_RANGE, "registration_count: must be at most " + HIGHEST_COUNT));
        }
        return Optional.empty();
    }
}
