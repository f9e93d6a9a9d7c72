package nl.mjpmonitor.warehouse.disclosure;

import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.periods.Period;
import nl.mjpmonitor.warehouse.periods.PeriodGrain;
import org.jspecify.annotations.Nullable;

/**
 * What is given of one indicator in one year. It depends on the figures and the indicator alone and not on what is asked, so that
 * asking in pieces gives nothing away.
 *
 * <p>Two trees are given as far as {@link TreeSuppression} allows: the year over the areas, and the municipality over the
 * periods. An area in a part of the year is withheld, unless it follows from these trees anyway. So whoever reads everything
 * knows of the table of areas by months only sums of rows and sums of columns. A field of such a table lies between max(0,
 * r + c - n) and min(r, c), where r is its row, c its column and n everything (Fréchet), and no closer; that is as wide as the
 * smallest of r, c, n - r and n - c. Each of these is 0, or a given figure or a sum of such, hence not small. Where one is 0 the
 * field follows, and is given.
 *
 * <p>Windows over months and areas of other divisions are given where they are sums of given ones, so they tell nothing new.
 *
 * <p>What stays possible: who knows the rule can rule out values for which another pattern would have been chosen, and who asks
 * at many reference dates sees which change turned a pattern.
 */
final class YearPattern {

    private final Offer offer;
    private final Territory territory;
    private final int year;
    private final Figures figures;
    private final GivenFigures<AreaCode> areas;
    private final GivenFigures<Period> periods;

    /** Made when they are first needed; made twice they are the same. */
    private volatile @Nullable Leaves givenLeaves;

    /**
     * The leaves of the given areas.
     *
     * @param nothing those of areas of which it is known that they have nothing
     * @param blocks those of each block of areas
     */
    private record Leaves(Set<AreaCode> nothing, List<Set<AreaCode>> blocks) {}

    private YearPattern(FigureTrees trees, int year, GivenFigures<AreaCode> areas, GivenFigures<Period> periods) {
        this.offer = trees.offer();
        this.territory = trees.territory();
        this.year = year;
        this.figures = trees.figures();
        this.areas = areas;
        this.periods = periods;
    }

    static YearPattern of(FigureTrees trees, int year) {
        YearPattern pattern = new YearPattern(
                trees,
                year,
                TreeSuppression.of(trees.rule(), trees.areas(year)),
                TreeSuppression.of(trees.rule(), trees.periods(year)));
        return trees.rule().exempt().isEmpty() ? pattern : pattern.withoutPublicSmallFields(trees.rule());
    }

    /**
     * A public small figure is the same as one of its fields when all of the year lies in one row or column. Then the other
     * direction is not given.
     */
    private YearPattern withoutPublicSmallFields(SuppressionRule rule) {
        boolean isPeriodSmall = periods.given().stream()
                .filter(period -> period.grain() != PeriodGrain.YEAR)
                .anyMatch(period -> isSmall(rule, figures.of(territory.municipality(), period)));
        boolean isAreaSmall = areas.given().stream()
                .filter(area -> !area.equals(territory.municipality()))
                .anyMatch(area -> isSmall(rule, figures.of(area, Period.year(year))));
        boolean isAllInOneArea = areas.given().stream()
                .anyMatch(area -> !area.equals(territory.municipality())
                        && figures.of(area, Period.year(year)).equals(total()));
        boolean isAllInOnePeriod = periods.given().stream()
                .anyMatch(period -> period.grain() != PeriodGrain.YEAR
                        && figures.of(territory.municipality(), period).equals(total()));
        return new YearPattern(
                new FigureTrees(rule, offer, territory, figures),
                year,
                isPeriodSmall && isAllInOneArea
                        ? new GivenFigures<>(Set.of(territory.municipality()), List.of())
                        : areas,
                isAreaSmall && isAllInOnePeriod ? new GivenFigures<>(Set.of(Period.year(year)), List.of()) : periods);
    }

    private static boolean isSmall(SuppressionRule rule, OptionalLong figure) {
        return figure.isPresent() && rule.isSmall(figure.getAsLong());
    }

    /** Whether the figure of a year, quarter or month of this year is given. */
    boolean isGiven(AreaCode area, Period period) {
        if (area.equals(territory.municipality())) {
            return periods.isGiven(period);
        }
        return period.grain() == PeriodGrain.YEAR ? isGivenOfYear(area) : follows(area, period);
    }

    /** Whether the sum over these months of this year is given. Of what does not add up it would tell something new. */
    boolean isGiven(AreaCode area, Set<YearMonth> months) {
        if (months.size() == Period.year(year).monthCount()) {
            return isGiven(area, Period.year(year));
        }
        if (!offer.addsUp()) {
            return false;
        }
        return area.equals(territory.municipality())
                ? isMadeOf(
                        months,
                        periods.blocks().stream().map(YearPattern::months).toList())
                : months.stream().allMatch(month -> follows(area, new Period(PeriodGrain.MONTH, month)));
    }

    private boolean isGivenOfYear(AreaCode area) {
        return areas.isGiven(area) || (offer.addsUp() && isSumOfGiven(area));
    }

    /** Whether an area of another division is a sum of given ones. Leaves that are known to have nothing do not matter. */
    private boolean isSumOfGiven(AreaCode area) {
        Set<AreaCode> something = new HashSet<>(territory.leaves(area));
        boolean isKnownArea = !something.isEmpty();
        Leaves given = givenLeaves();
        something.removeAll(given.nothing());
        return isKnownArea && (something.isEmpty() || isMadeOf(something, given.blocks()));
    }

    private Leaves givenLeaves() {
        Leaves known = givenLeaves;
        if (known == null) {
            Set<AreaCode> empty = areas.given().stream()
                    .filter(area -> figures.of(area, Period.year(year)).equals(OptionalLong.of(0)))
                    .collect(Collectors.toUnmodifiableSet());
            known = new Leaves(
                    leaves(empty), areas.blocks().stream().map(this::leaves).toList());
            givenLeaves = known;
        }
        return known;
    }

    /** Whether a field is fixed by its given row and column. */
    private boolean follows(AreaCode area, Period period) {
        OptionalLong row = isGivenOfYear(area) ? figures.of(area, Period.year(year)) : OptionalLong.empty();
        OptionalLong column =
                periods.isGiven(period) ? figures.of(territory.municipality(), period) : OptionalLong.empty();
        boolean isZero = row.equals(OptionalLong.of(0)) || column.equals(OptionalLong.of(0));
        boolean isWhole = row.isPresent() && column.isPresent() && (row.equals(total()) || column.equals(total()));
        return offer.addsUp() && (isZero || isWhole);
    }

    private OptionalLong total() {
        Period whole = Period.year(year);
        return periods.isGiven(whole) ? figures.of(territory.municipality(), whole) : OptionalLong.empty();
    }

    private Set<AreaCode> leaves(Set<AreaCode> block) {
        return block.stream().flatMap(area -> territory.leaves(area).stream()).collect(Collectors.toUnmodifiableSet());
    }

    private static Set<YearMonth> months(Set<Period> block) {
        return block.stream().flatMap(period -> period.months().stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the whole is a sum of blocks, which have nothing in common with one another. */
    private static <T> boolean isMadeOf(Set<T> whole, List<Set<T>> blocks) {
        Set<T> left = new HashSet<>(whole);
        blocks.stream().filter(whole::containsAll).forEach(left::removeAll);
        return !whole.isEmpty() && left.isEmpty();
    }
}
