package nl.mjpmonitor.dashboard.ranking;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.areas.Inhabitants;
import nl.mjpmonitor.warehouse.comparisons.InhabitantRate;
import nl.mjpmonitor.warehouse.comparisons.Outcome;
import nl.mjpmonitor.warehouse.comparisons.Reason;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue;
import nl.mjpmonitor.warehouse.statistics.ExposedCount;
import nl.mjpmonitor.warehouse.statistics.FunnelLimits;
import nl.mjpmonitor.warehouse.statistics.FunnelPoint;
import nl.mjpmonitor.warehouse.statistics.Judgement;
import nl.mjpmonitor.warehouse.statistics.WithheldJudgement;

/**
 * Areas of one kind in one period, the highest rate first. Only rates are ranked: an area without a rate, because its figure is
 * withheld or unknown or because few people live there, has no place and stands below. Whether a place says anything is told by the
 * limits of a funnel, widened when areas clearly differ more than chance explains.
 *
 * @param rows first those with a rate, from high to low; then the others, by name
 */
public record AreaRanking(List<Row> rows) {

    /** Fewer areas than this are too few to tell what is normal among areas. */
    static final int FEWEST_AREAS = 5;

    public AreaRanking {
        rows = List.copyOf(rows);
    }

    /**
     * What is known of an area.
     *
     * @param inhabitants empty when the reference data have no number
     */
    public record Known(Area area, IndicatorPoint point, Optional<Inhabitants> inhabitants) {}

    /**
     * An area in its place.
     *
     * @param place counted from 1; areas with the same rate share one; empty without a rate
     * @param rate for each 10,000 inhabitants, or why there is none
     * @param normal the range that is normal for an area of its size; empty without a judgement of it
     */
    public record Row(Known known, OptionalInt place, Outcome rate, Optional<FunnelPoint> normal, Judgement judgement) {

        /** The area itself. */
        public Area area() {
            return known.area();
        }

        /** The rate as a number; empty when there is none. */
        public Optional<BigDecimal> number() {
            return rate instanceof Outcome.Amount(BigDecimal value) ? Optional.of(value) : Optional.empty();
        }

        /** Whether it lies outside what is normal for an area of its size. */
        public boolean isUnusual() {
            return normal.flatMap(FunnelPoint::outside).isPresent();
        }

        /** Whether so few people live there that a rate says nothing. */
        public boolean isSmall() {
            return known.inhabitants().map(Inhabitants::isSmall).orElse(true);
        }
    }

    /**
     * Ranks areas.
     *
     * @param isRated whether a rate of the indicator means anything; otherwise no area has a place
     */
    public static AreaRanking of(List<Known> areas, boolean isRated) {
        List<Known> eligible = areas.stream()
                .filter(known -> isRated && rate(known) instanceof Outcome.Amount)
                .toList();
        Optional<FunnelLimits> limits = eligible.size() < FEWEST_AREAS
                ? Optional.empty()
                : Optional.of(FunnelLimits.widenedBySpread(
                        eligible.stream().map(AreaRanking::exposed).toList()));
        List<Row> rows = new ArrayList<>();
        eligible.stream()
                .sorted(Comparator.comparingDouble(AreaRanking::exactRate)
                        .reversed()
                        .thenComparing(known -> known.area().name()))
                .forEach(known -> rows.add(ranked(known, rows, limits)));
        areas.stream()
                .filter(known -> !eligible.contains(known))
                .sorted(Comparator.comparing(known -> known.area().name()))
                .forEach(known -> rows.add(unranked(known, isRated)));
        return new AreaRanking(rows);
    }

    /** The row of an area; empty when it is not among them. */
    public Optional<Row> of(Area area) {
        return rows.stream().filter(row -> row.area().equals(area)).findFirst();
    }

    private static Row ranked(Known known, List<Row> before, Optional<FunnelLimits> limits) {
        boolean isShared = !before.isEmpty() && exactRate(before.getLast().known()) == exactRate(known);
        int place = isShared ? before.getLast().place().orElseThrow() : before.size() + 1;
        Optional<FunnelPoint> point = limits.map(normal -> normal.at(exposed(known)));
        return new Row(
                known,
                OptionalInt.of(place),
                rate(known),
                point,
                point.map(Judgement::ofArea).orElseGet(() -> Judgement.withheld(WithheldJudgement.Reason.NOT_COUNTED)));
    }

    private static Row unranked(Known known, boolean isRated) {
        Outcome rate = isRated ? rate(known) : new Outcome.None(Reason.NOT_COMPARABLE);
        WithheldJudgement.Reason reason = switch (rate instanceof Outcome.None none ? none.reason() : Reason.UNKNOWN) {
            case SUPPRESSED -> WithheldJudgement.Reason.WITHHELD;
            case FEW_INHABITANTS -> WithheldJudgement.Reason.FEW_INHABITANTS;
            case NOT_COMPARABLE, BREAK -> WithheldJudgement.Reason.NOT_COMPARABLE;
            case NOT_APPLICABLE, UNKNOWN, ZERO_TOTAL, TOO_FEW_YEARS -> WithheldJudgement.Reason.UNKNOWN;
        };
        return new Row(known, OptionalInt.empty(), rate, Optional.empty(), Judgement.withheld(reason));
    }

    private static Outcome rate(Known known) {
        return known.inhabitants()
                .map(count -> InhabitantRate.of(known.point(), count).outcome())
                .orElseGet(() -> new Outcome.None(Reason.UNKNOWN));
    }

    private static double exactRate(Known known) {
        return exposed(known).rate();
    }

    private static ExposedCount exposed(Known known) {
        if (known.point().value() instanceof IndicatorValue.Counted(long count, var _)) {
            return ExposedCount.of(count, known.inhabitants().orElseThrow().count());
        }
        throw new IllegalArgumentException("There is no count of " + known.area());
    }
}
