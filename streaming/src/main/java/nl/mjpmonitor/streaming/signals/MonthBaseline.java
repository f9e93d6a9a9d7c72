package nl.mjpmonitor.streaming.signals;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import nl.mjpmonitor.warehouse.indicators.DefinitionVersion;
import nl.mjpmonitor.warehouse.periods.Period;
import nl.mjpmonitor.warehouse.statistics.ExposedCount;
import nl.mjpmonitor.warehouse.statistics.Observation;

/**
 * The months to compare a month with: the newest before it that are known, of the same definition. The exceptional years of the
 * indicator do not count, and neither does what lies before a break.
 *
 * @param observations one for each month, oldest first, without gaps
 * @param months number of months that count
 * @param count what they count together
 * @param days how many days they have together
 */
record MonthBaseline(List<Observation> observations, int months, long count, long days) {

    private static final int FARTHEST_YEARS = 12;
    private static final int MONTHS_OF_YEAR = 12;

    MonthBaseline {
        observations = List.copyOf(observations);
    }

    /** The months before this one; empty when the indicator is not defined for it. */
    static Optional<MonthBaseline> before(WatchedSeries series, SeriesStand stand, YearMonth tested, int most) {
        Optional<DefinitionVersion> version =
                series.indicator().versionOf(Period.month(tested.getYear(), tested.getMonthValue()));
        return version.map(found -> collect(series, stand, tested, most, found.from()));
    }

    private static MonthBaseline collect(
            WatchedSeries series, SeriesStand stand, YearMonth tested, int most, YearMonth from) {
        List<Observation> observations = new ArrayList<>();
        int months = 0;
        long count = 0;
        long days = 0;
        YearMonth first = from.isAfter(tested.minusYears(FARTHEST_YEARS)) ? from : tested.minusYears(FARTHEST_YEARS);
        for (YearMonth month = tested.minusMonths(1);
                months < most && !month.isBefore(first);
                month = month.minusMonths(1)) {
            OptionalLong known = stand.count(month);
            if (known.isEmpty() || known.getAsLong() < 0) {
                observations.add(Observation.missing());
                continue;
            }
            Observation observation = Observation.of(ExposedCount.inMonth(known.getAsLong(), month));
            if (series.indicator().exceptionalYears().contains(month.getYear())) {
                observations.add(observation.leftOut());
                continue;
            }
            observations.add(observation);
            months++;
            count += known.getAsLong();
            days += month.lengthOfMonth();
        }
        Collections.reverse(observations);
        return new MonthBaseline(observations, months, count, days);
    }

    boolean isLongEnough() {
        return months >= MONTHS_OF_YEAR;
    }

    double mean() {
        return months == 0 ? 0 : (double) count / months;
    }

    List<Observation> with(Observation tested) {
        List<Observation> all = new ArrayList<>(observations);
        all.add(tested.testedOnly());
        return all;
    }
}
