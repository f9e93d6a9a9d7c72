package nl.mjpmonitor.warehouse.indicators;

import com.clickhouse.client.api.query.GenericRecord;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import nl.mjpmonitor.warehouse.periods.Period;

/** What the warehouse answered to a {@link SeriesStatement}. */
final class SeriesObservations {

    private final Map<CountedKey, Counts> counted = new HashMap<>();
    private final Set<CoveredKey> covered = new HashSet<>();

    SeriesObservations(List<Row> rows) {
        rows.forEach(this::add);
    }

    /** What is known about a period of the question with this number. */
    PeriodObservation of(int requestNumber, Instant peildatum, Period period) {
        long momentMillis = peildatum.truncatedTo(ChronoUnit.MILLIS).toEpochMilli();
        long coveredMonths = IntStream.range(0, period.monthCount())
                .filter(month -> covered.contains(
                        new CoveredKey(momentMillis, period.firstMonth().plusMonths(month))))
                .count();
        Counts counts = counted.getOrDefault(new CountedKey(requestNumber, period.firstMonth()), Counts.NONE);
        return new PeriodObservation((int) coveredMonths, counts.count(), counts.unknownCount());
    }

    private void add(Row row) {
        if (row.kind().equals("covered")) {
            covered.add(new CoveredKey(row.momentMillis(), row.month()));
        } else {
            counted.put(new CountedKey(row.requestNumber(), row.month()), new Counts(row.count(), row.unknownCount()));
        }
    }

    /** A row of the answer; the statement says what it means. */
    record Row(String kind, int requestNumber, long momentMillis, YearMonth month, long count, long unknownCount) {

        static Row of(GenericRecord row) {
            return new Row(
                    row.getString("kind"),
                    row.getInteger("request_no"),
                    row.getLong("moment_millis"),
                    YearMonth.from(row.getLocalDate("month")),
                    row.getLong("count"),
                    row.getLong("unknown_count"));
        }
    }

    private record CountedKey(int requestNumber, YearMonth month) {}

    private record CoveredKey(long momentMillis, YearMonth month) {}

    private record Counts(long count, long unknownCount) {

        static final Counts NONE = new Counts(0, 0);
    }
}
