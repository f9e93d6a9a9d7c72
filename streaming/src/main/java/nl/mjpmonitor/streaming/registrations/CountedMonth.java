package nl.mjpmonitor.streaming.registrations;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import nl.mjpmonitor.streaming.change.RejectReason;
import nl.mjpmonitor.streaming.change.Violation;
import nl.mjpmonitor.warehouse.rows.MonthlyCountRow;
import tools.jackson.databind.JsonNode;

/**
 * The month that a row counts in. It has begun when the warehouse takes the row in, by the Dutch calendar, and is one the warehouse
 * can hold. A row that was too early is accepted when it is replayed in or after its month.
 */
final class CountedMonth {

    private static final ZoneId CALENDAR = ZoneId.of("Europe/Amsterdam");

    private CountedMonth() {}

    /** First day of the month of a date; Debezium marks a date as UTC with a final Z. */
    static LocalDate of(JsonNode row, String column) {
        String date = row.get(column).stringValue();
        // a formatter takes several times as long, and this is done for every row that counts, twice
        return LocalDate.of(number(date, 0, 4), number(date, 5, 7), number(date, 8, 10))
                .withDayOfMonth(1);
    }

    private static int number(String date, int begin, int end) {
        return Integer.parseInt(date, begin, end, 10);
    }

    static Optional<Violation> check(JsonNode row, String column, Instant knownAt) {
        LocalDate month = of(row, column);
        if (!MonthlyCountRow.canHold(month)) {
            return Optional.of(new Violation(
                    RejectReason.OUT_OF_RANGE, column + ": must be in a month the warehouse can hold, from 1970-01"));
        }
        if (month.isAfter(LocalDate.ofInstant(knownAt, CALENDAR))) {
            return Optional.of(new Violation(
                    RejectReason.MONTH_IN_FUTURE,
                    column + ": must not be later than the month in which it was received"));
        }
        return Optional.empty();
    }
}
