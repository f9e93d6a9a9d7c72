package nl.mjpmonitor.warehouse.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * A series with the limits between which it varies by chance. Sources: {@link ChartKind}.
 *
 * <ul>
 *   <li>A break in the series starts a new phase with limits of its own; nothing is computed or compared across it.
 *   <li>Periods that are left out of the baseline are plotted with the limits of their phase, and do not set them.
 *   <li>Missing periods are kept as gaps.
 *   <li>Lower limits of counts and of times between events are never below 0.
 *   <li>Where c and u charts expect less than one a period, the upper limit is the exact prediction limit with the same false alarm
 *       probability as three sigma, because three sigma is then too eager. It allows for the dispersion of the baseline.
 * </ul>
 *
 * @param kind where the limits come from
 * @param plotsRates whether values and limits are counts for each unit of exposure, not counts
 * @param points one for each observation, in the same order
 */
public record ControlChart(ChartKind kind, boolean plotsRates, List<ChartPoint> points) {

    /** Variance divided by mean above which counts no longer count as Poisson. */
    public static final double HIGHEST_POISSON_DISPERSION = 1.5;

    private static final int FEWEST_TO_SET_LIMITS = 2;
    private static final double TIME_BETWEEN_EVENTS_POWER = 3.6;

    /** Copies the points. */
    public ControlChart {
        points = List.copyOf(points);
    }

    /**
     * The chart that suits the series: {@link ChartKind#C} for counts that spread like chance in equal exposures, {@link ChartKind#U}
     * in unequal ones, {@link ChartKind#XMR} for measurements and for counts that spread more (dispersion within the phases above
     * {@value #HIGHEST_POISSON_DISPERSION}). Counts of less than one a period keep to C or U however they spread: XmR takes their
     * ordinary jumps from 0 to 2 for alarms.
     *
     * @throws IllegalArgumentException when counts and measurements are mixed
     */
    public static ControlChart of(List<Observation> observations) {
        return of(suitableKind(observations), observations);
    }

    /**
     * A chart of a given kind.
     *
     * @throws IllegalArgumentException when the kind does not fit the readings: C and U take counts, C in equal exposures, T takes
     *     measurements of 0 or more, AGREED needs limits
     */
    public static ControlChart of(ChartKind kind, List<Observation> observations) {
        requireFit(kind, observations);
        var plotsRates = kind == ChartKind.U || !hasEqualExposures(observations);
        var points = new ArrayList<ChartPoint>();
        var number = 0;
        for (var phase : phases(observations)) {
            addPoints(points, number++, phase, phaseLimits(kind, phase, plotsRates), plotsRates);
        }
        return new ControlChart(kind, plotsRates, points);
    }

    /** A chart with limits that were agreed, such as those of a norm or of an earlier report. Counts are plotted as rates. */
    public static ControlChart withLimits(Limits agreed, List<Observation> observations) {
        var points = new ArrayList<ChartPoint>();
        var number = 0;
        for (var phase : phases(observations)) {
            addPoints(points, number++, phase, Optional.of(new PhaseLimits.Agreed(agreed)), true);
        }
        return new ControlChart(ChartKind.AGREED, hasCounts(observations), points);
    }

    /** How many periods set the limits of a phase. */
    public int baselineSize(int phase) {
        return (int) baseline(phase).count();
    }

    /** The points that set the limits of a phase. */
    Stream<ChartPoint> baseline(int phase) {
        return points.stream()
                .filter(point -> point.phase() == phase && point.observation().setsLimits());
    }

    private static ChartKind suitableKind(List<Observation> observations) {
        if (!hasCounts(observations)) {
            return ChartKind.XMR;
        }
        var groups = phases(observations).stream()
                .map(phase -> values(
                                phase.stream().filter(Observation::setsLimits).toList(), ExposedCount.class)
                        .toList())
                .toList();
        if (Dispersion.of(groups) > HIGHEST_POISSON_DISPERSION && !isRare(groups)) {
            return ChartKind.XMR;
        }
        return hasEqualExposures(observations) ? ChartKind.C : ChartKind.U;
    }

    private static boolean isRare(List<List<ExposedCount>> groups) {
        return groups.stream()
                        .flatMap(List::stream)
                        .mapToLong(ExposedCount::count)
                        .average()
                        .orElse(0)
                < PhaseLimits.RARE;
    }

    private static Optional<PhaseLimits> phaseLimits(ChartKind kind, List<Observation> phase, boolean plotsRates) {
        var baseline = phase.stream().filter(Observation::setsLimits).toList();
        if (baseline.size() < FEWEST_TO_SET_LIMITS) {
            return Optional.empty();
        }
        return switch (kind) {
            case C, U -> Optional.of(PhaseLimits.OfCounts.from(baseline, plotsRates));
            case XMR -> PhaseLimits.OfIndividuals.from(phase, 1, hasCounts(phase), plotsRates);
            case T -> PhaseLimits.OfIndividuals.from(phase, TIME_BETWEEN_EVENTS_POWER, true, plotsRates);
            case AGREED -> throw new IllegalArgumentException("Agreed limits are given, not computed");
        };
    }

    private static List<List<Observation>> phases(List<Observation> observations) {
        var phases = new ArrayList<List<Observation>>();
        for (var observation : observations) {
            if (phases.isEmpty() || observation.startsPhase()) {
                phases.add(new ArrayList<>());
            }
            phases.get(phases.size() - 1).add(observation);
        }
        return phases;
    }

    private static void addPoints(
            List<ChartPoint> points,
            int phase,
            List<Observation> observations,
            Optional<PhaseLimits> phaseLimits,
            boolean plotsRates) {
        for (var observation : observations) {
            var reading = observation.reading();
            var limits = phaseLimits.filter(known -> observation.isKnown());
            points.add(new ChartPoint(
                    points.size(),
                    phase,
                    observation,
                    PhaseLimits.plotted(reading, plotsRates),
                    limits.map(known -> known.limits(reading)),
                    limits.map(known -> OptionalDouble.of(known.deviation(reading)))
                            .orElse(OptionalDouble.empty())));
        }
    }

    private static void requireFit(ChartKind kind, List<Observation> observations) {
        var counts = hasCounts(observations);
        if (counts && values(observations, Measurement.class).findAny().isPresent()) {
            throw new IllegalArgumentException("A chart plots counts or measurements, not both");
        }
        var fits = switch (kind) {
            case C -> hasEqualExposures(observations) && (counts || isUnknown(observations));
            case U -> counts || isUnknown(observations);
            case XMR -> true;
            case T ->
                !counts && values(observations, Measurement.class).allMatch(measurement -> measurement.value() >= 0);
            case AGREED -> false;
        };
        if (!fits) {
            throw new IllegalArgumentException("These readings do not fit a chart of kind " + kind);
        }
    }

    private static boolean hasCounts(List<Observation> observations) {
        return values(observations, ExposedCount.class).findAny().isPresent();
    }

    private static boolean isUnknown(List<Observation> observations) {
        return observations.stream().noneMatch(Observation::isKnown);
    }

    private static boolean hasEqualExposures(List<Observation> observations) {
        return values(observations, ExposedCount.class)
                        .mapToDouble(ExposedCount::exposure)
                        .distinct()
                        .count()
                <= 1;
    }

    private static <R extends Reading> Stream<R> values(List<Observation> observations, Class<R> type) {
        return observations.stream()
                .map(Observation::reading)
                .filter(type::isInstance)
                .map(type::cast);
    }
}
