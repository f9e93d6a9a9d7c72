package nl.mjpmonitor.warehouse.disclosure;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.periods.Period;
import nl.mjpmonitor.warehouse.periods.PeriodGrain;

/**
 * What is given of one indicator at one reference date. Safe for use by many threads when the figures are.
 *
 * <p>A year is decided when it is first asked for, in time proportional to its figures: 69 at most for a municipality of 51 areas.
 */
public final class DisclosurePattern {

    private final SuppressionRule rule;
    private final IntFunction<YearPattern> patterns;
    private final Map<Integer, YearPattern> years = new ConcurrentHashMap<>();

    private DisclosurePattern(SuppressionRule rule, IntFunction<YearPattern> patterns) {
        this.rule = rule;
        this.patterns = patterns;
    }

    /**
     * The pattern of these figures.
     *
     * @param territories how the municipality was divided in a year
     * @param figures knows all that {@link #needed} names of every year that is asked; what it does not know is not given
     */
    public static DisclosurePattern of(
            SuppressionRule rule, Offer offer, IntFunction<Territory> territories, Figures figures) {
        return new DisclosurePattern(
                rule, year -> YearPattern.of(new FigureTrees(rule, offer, territories.apply(year), figures), year));
    }

    /**
     * Figures from which the pattern follows.
     *
     * @param area the area
     * @param from first period
     * @param to last period, of the same grain
     */
    public record Needed(AreaCode area, Period from, Period to) {}

    /**
     * The figures that must be known of these years to decide what is given of them.
     *
     * @param territories how the municipality was divided in a year
     */
    public static List<Needed> needed(Offer offer, IntFunction<Territory> territories, int firstYear, int lastYear) {
        AreaCode municipality = territories.apply(lastYear).municipality();
        Stream<Needed> ofMunicipality = Stream.of(PeriodGrain.YEAR, PeriodGrain.QUARTER, PeriodGrain.MONTH)
                .filter(grain -> grain == PeriodGrain.YEAR || offer.grains().contains(grain))
                .map(grain -> new Needed(
                        municipality,
                        Period.containing(grain, YearMonth.of(firstYear, 1)),
                        Period.containing(grain, YearMonth.of(lastYear, 12))));
        Stream<Needed> ofAreas = IntStream.rangeClosed(firstYear, lastYear)
                .mapToObj(territories)
                .flatMap(territory -> territory.divisions().stream())
                .filter(division -> offer.areas().contains(division.kind()))
                .flatMap(division -> division.leaves().keySet().stream())
                .distinct()
                .map(area -> new Needed(area, Period.year(firstYear), Period.year(lastYear)));
        return Stream.concat(ofMunicipality, ofAreas).toList();
    }

    /** Whether the figure may be given. A figure that nobody knows is not, unless nothing is ever withheld. */
    public boolean isGiven(AreaCode area, Period period) {
        if (!rule.isActive()) {
            return true;
        }
        return period.grain().isCalendar()
                ? pattern(period.year()).isGiven(area, period)
                : period.months().stream()
                        .collect(Collectors.groupingBy(YearMonth::getYear, Collectors.toUnmodifiableSet()))
                        .entrySet()
                        .stream()
                        .allMatch(part -> pattern(part.getKey()).isGiven(area, part.getValue()));
    }

    private YearPattern pattern(int year) {
        return years.computeIfAbsent(year, patterns::apply);
    }
}
