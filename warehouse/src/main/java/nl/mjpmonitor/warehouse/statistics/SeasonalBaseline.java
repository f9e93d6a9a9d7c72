package nl.mjpmonitor.warehouse.statistics;

import java.time.Year;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Monthly counts against the same month of earlier years.
 *
 * <p>The newest earlier years are taken that are known and not left out; so leaving out 2020 and 2021 reaches further back. There is
 * no trend: where the level changes, use a {@link ControlChart} with a break.
 *
 * @param counts known counts by month; a month that is not there is unknown, not 0
 * @param leftOut calendar years that do not count, such as the corona years
 * @param years most earlier years to compare with, 1 or more; 3 to 5 is usual
 */
public record SeasonalBaseline(NavigableMap<YearMonth, Long> counts, Set<Year> leftOut, int years) {

    private static final int USUAL_YEARS = 5;
    private static final int MONTHS = 12;

    /**
     * Copies the counts and the years.
     *
     * @throws IllegalArgumentException when a count is negative or {@code years} below 1
     */
    public SeasonalBaseline {
        if (years < 1 || counts.values().stream().anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException(
                    "A baseline needs counts of 0 or more and 1 or more years, not " + years);
        }
        counts = Collections.unmodifiableNavigableMap(new TreeMap<>(counts));
        leftOut = Set.copyOf(leftOut);
    }

    /** Compares with up to five earlier years, none left out. */
    public static SeasonalBaseline of(Map<YearMonth, Long> counts) {
        return new SeasonalBaseline(new TreeMap<>(counts), Set.of(), USUAL_YEARS);
    }

    /** The same counts without these years. */
    public SeasonalBaseline leavingOut(Collection<Year> calendarYears) {
        return new SeasonalBaseline(counts, Set.copyOf(calendarYears), years);
    }

    /** The same counts, compared with at most so many earlier years. */
    public SeasonalBaseline over(int earlierYears) {
        return new SeasonalBaseline(counts, leftOut, earlierYears);
    }

    /**
     * The same month of earlier years, with the dispersion between years of all months up to this one, because one month alone has too
     * few years to show it. Empty when no earlier year is known. The count of the month itself plays no part.
     */
    public Optional<SeasonalReference> before(YearMonth month) {
        var reference = earlier(month);
        return reference.isEmpty()
                ? Optional.empty()
                : Optional.of(SeasonalReference.of(reference, dispersionBefore(month)));
    }

    private NavigableMap<YearMonth, Long> earlier(YearMonth month) {
        var reference = new TreeMap<YearMonth, Long>();
        if (counts.isEmpty()) {
            return reference;
        }
        var yearsBack = Math.max(0, month.getYear() - counts.firstKey().getYear());
        ReferencePeriods.sameMonth(month, yearsBack).stream()
                .skip(1)
                .filter(counts::containsKey)
                .filter(candidate -> !leftOut.contains(Year.of(candidate.getYear())))
                .limit(years)
                .forEach(candidate -> reference.put(candidate, counts.getOrDefault(candidate, 0L)));
        return reference;
    }

    private double dispersionBefore(YearMonth month) {
        var groups = IntStream.range(0, MONTHS)
                .mapToObj(month::minusMonths)
                .map(this::earlier)
                .map(reference ->
                        reference.values().stream().map(ExposedCount::of).toList())
                .toList();
        return Math.max(1, Dispersion.of(List.copyOf(groups)));
    }
}
