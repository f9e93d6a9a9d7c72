package nl.mjpmonitor.warehouse.comparisons;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import nl.mjpmonitor.warehouse.indicators.DefinitionVersion;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue;
import nl.mjpmonitor.warehouse.indicators.PercentageChange;
import nl.mjpmonitor.warehouse.indicators.Unit;
import nl.mjpmonitor.warehouse.periods.Period;
import nl.mjpmonitor.warehouse.periods.PeriodGrain;
import nl.mjpmonitor.warehouse.statistics.ExposedCount;
import nl.mjpmonitor.warehouse.statistics.Judgement;
import nl.mjpmonitor.warehouse.statistics.PoissonComparison;
import nl.mjpmonitor.warehouse.statistics.SeasonalReference;
import nl.mjpmonitor.warehouse.statistics.TooFewJudgement;
import nl.mjpmonitor.warehouse.statistics.WithheldJudgement;

/**
 * Compares periods of one indicator in one area.
 *
 * <p>Two periods are compared when they are equally long, have no month in common and lie in one version of the definition. A
 * percentage is given on a base of 10 and more.
 *
 * @param indicator the indicator whose figures are compared
 */
public record PeriodComparator(Indicator indicator) {

    private static final BigDecimal LOWEST_BASE = BigDecimal.TEN;
    private static final Set<Unit> IN_POINTS = Set.of(Unit.PROCENT, Unit.CIJFER);

    /** The later figure against the base. */
    public ChangeComparison change(IndicatorPoint base, IndicatorPoint later) {
        Optional<Reason> obstacle = obstacle(base, later);
        return obstacle.map(reason -> new ChangeComparison(base, later, new Outcome.None(reason), noJudgement(reason)))
                .orElseGet(() -> new ChangeComparison(
                        base, later, difference(Sides.figure(base), Sides.figure(later)), judgement(base, later)));
    }

    /**
     * How a figure was restated: the same period as known at two reference dates. That is no work of chance, so it has no judgement.
     *
     * @throws IllegalArgumentException when the two are not of the same period
     */
    public Outcome revision(IndicatorPoint then, IndicatorPoint now) {
        if (!then.period().equals(now.period())) {
            throw new IllegalArgumentException(
                    "A revision is about one period, not " + then.period() + " and " + now.period());
        }
        return Sides.obstacle(then, now)
                .<Outcome>map(Outcome.None::new)
                .orElseGet(() -> difference(Sides.figure(then), Sides.figure(now)));
    }

    /**
     * The figure against the mean of earlier years. Unknown years and years before a break are left out; a withheld one withholds
     * the mean. Fewer than {@value SeasonalReference#FEWEST_YEARS} years make no mean.
     *
     * @param earlier the same period in earlier years, in any order
     */
    public MeanComparison againstMean(List<IndicatorPoint> earlier, IndicatorPoint later, EarlierYears which) {
        List<IndicatorPoint> asked = earlier.stream()
                .filter(point -> which == EarlierYears.ALL || !isExceptional(point.period()))
                .filter(point -> areInOneVersion(point.period(), later.period()))
                .toList();
        List<IndicatorPoint> known =
                asked.stream().filter(point -> Sides.obstacle(point).isEmpty()).toList();
        Set<Integer> years =
                Set.copyOf(known.stream().map(point -> point.period().year()).toList());
        if (asked.stream().anyMatch(point -> point.value() instanceof IndicatorValue.Suppressed)) {
            return noMean(years, new Outcome.None(Reason.SUPPRESSED), Reason.SUPPRESSED);
        }
        if (known.size() < SeasonalReference.FEWEST_YEARS) {
            return new MeanComparison(
                    years,
                    new Outcome.None(Reason.TOO_FEW_YEARS),
                    new Outcome.None(Reason.TOO_FEW_YEARS),
                    new TooFewJudgement(known.size(), SeasonalReference.FEWEST_YEARS));
        }
        BigDecimal sum = known.stream().map(Sides::figure).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal mean = sum.divide(BigDecimal.valueOf(known.size()), 1, RoundingMode.HALF_UP);
        return Sides.obstacle(later)
                .map(reason -> noMean(years, new Outcome.Amount(mean), reason))
                .orElseGet(() -> new MeanComparison(
                        years,
                        new Outcome.Amount(mean),
                        difference(mean, Sides.figure(later)),
                        judgement(known, later)));
    }

    private static MeanComparison noMean(Set<Integer> years, Outcome mean, Reason reason) {
        return new MeanComparison(years, mean, new Outcome.None(reason), noJudgement(reason));
    }

    private Optional<Reason> obstacle(IndicatorPoint base, IndicatorPoint later) {
        Period first = base.period();
        Period second = later.period();
        if (first.monthCount() != second.monthCount() || first.overlaps(second)) {
            return Optional.of(Reason.NOT_COMPARABLE);
        }
        Optional<Reason> own = Sides.obstacle(base, later);
        boolean isBroken = !areInOneVersion(first, second)
                && own.filter(Reason.NOT_APPLICABLE::equals).isEmpty();
        return isBroken ? Optional.of(Reason.BREAK) : own;
    }

    private boolean areInOneVersion(Period one, Period other) {
        Optional<DefinitionVersion> version = indicator.versionOf(one);
        return version.isPresent() && version.equals(indicator.versionOf(other));
    }

    private boolean isExceptional(Period period) {
        return period.months().stream().map(YearMonth::getYear).anyMatch(indicator.exceptionalYears()::contains);
    }

    private Outcome difference(BigDecimal base, BigDecimal later) {
        BigDecimal difference = later.subtract(base);
        if (IN_POINTS.contains(indicator.unit())) {
            return new Outcome.DifferenceOnly(difference, Outcome.NoPercentage.IN_POINTS);
        }
        if (base.signum() == 0) {
            return new Outcome.DifferenceOnly(difference, Outcome.NoPercentage.BASE_ZERO);
        }
        return base.compareTo(LOWEST_BASE) < 0
                ? new Outcome.DifferenceOnly(difference, Outcome.NoPercentage.BASE_SMALL)
                : new Outcome.Change(
                        difference, PercentageChange.between(base, later).orElseThrow());
    }

    private static Judgement judgement(IndicatorPoint base, IndicatorPoint later) {
        return Sides.areCounts(base, later)
                ? Judgement.ofChange(new PoissonComparison(exposed(base, later), exposed(later, base)))
                : Judgement.withheld(WithheldJudgement.Reason.NOT_COUNTED);
    }

    /** Months of different length are compared by the day; years and the same month of two years as they are. */
    private static ExposedCount exposed(IndicatorPoint point, IndicatorPoint other) {
        boolean isByDay = point.period().grain() == PeriodGrain.MONTH
                && point.period().firstMonth().getMonth()
                        != other.period().firstMonth().getMonth();
        return isByDay
                ? ExposedCount.inMonth(Sides.count(point), point.period().firstMonth())
                : ExposedCount.of(Sides.count(point));
    }

    private static Judgement judgement(List<IndicatorPoint> earlier, IndicatorPoint later) {
        if (!Sides.areCounts(later) || !earlier.stream().allMatch(Sides::areCounts)) {
            return Judgement.withheld(WithheldJudgement.Reason.NOT_COUNTED);
        }
        NavigableMap<YearMonth, Long> counts = new TreeMap<>();
        earlier.forEach(point -> counts.put(point.period().firstMonth(), Sides.count(point)));
        return Judgement.ofSeason(Sides.count(later), SeasonalReference.ofYears(counts));
    }

    private static Judgement noJudgement(Reason reason) {
        return Judgement.withheld(
                switch (reason) {
                    case SUPPRESSED -> WithheldJudgement.Reason.WITHHELD;
                    case BREAK, NOT_COMPARABLE -> WithheldJudgement.Reason.NOT_COMPARABLE;
                    case FEW_INHABITANTS -> WithheldJudgement.Reason.FEW_INHABITANTS;
                    case UNKNOWN, NOT_APPLICABLE, TOO_FEW_YEARS, ZERO_TOTAL -> WithheldJudgement.Reason.UNKNOWN;
                });
    }
}
