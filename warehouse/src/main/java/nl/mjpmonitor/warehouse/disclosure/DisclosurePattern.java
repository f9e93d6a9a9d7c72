package nl.mjpmonitor.warehouse.disclosure;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.periods.Period;
import nl.mjpmonitor.warehouse.periods.PeriodGrain;

/**
 * What is given of one indicator at one reference date, in all years that were asked. Immutable.
 *
 * <p>A year takes time in proportion to its figures: 51 areas and 17 periods at most.
 */
public final class DisclosurePattern {

    private final SuppressionRule rule;
    private final Map<Integer, YearPattern> years;

    private DisclosurePattern(SuppressionRule rule, Map<Integer, YearPattern> years) {
        this.rule = rule;
        this.years = years;
    }

    /**
     * The pattern of some years.
     *
     * @param territories how the municipality was divided in a year
     * @param years every year that a period of the question touches
     * @param figures knows all that {@link #needed} names
     */
    public static DisclosurePattern of(
            SuppressionRule rule,
            Offer offer,
            IntFunction<Territory> territories,
            Set<Integer> years,
            Figures figures) {
        Map<Integer, YearPattern> patterns = rule.isActive()
                ? years.stream()
                        .collect(Collectors.toUnmodifiableMap(
                                year -> year,
                                year -> YearPattern.of(
                                        new FigureTrees(rule, offer, territories.apply(year), figures), year)))
                : Map.of();
        return new DisclosurePattern(rule, patterns);
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

    /**
     * Whether the figure may be given. A figure that nobody knows, or that the indicator does not have, is not.
     *
     * @throws IllegalArgumentException for a year that was not asked
     */
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
        YearPattern pattern = years.get(year);
        if (pattern == null) {
            throw new IllegalArgumentException("The pattern was not made for " + year);
        }
        return pattern;
    }
}
