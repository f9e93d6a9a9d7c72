package nl.mjpmonitor.warehouse.indicators;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.IntStream;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.areas.Areas;
import nl.mjpmonitor.warehouse.indicators.DisclosureRules.Decision;
import nl.mjpmonitor.warehouse.indicators.Observations.Decided;
import nl.mjpmonitor.warehouse.periods.Period;

/** Makes answers out of what was observed. */
final class Answers {

    private final IndicatorCatalogue catalogue;
    private final Areas areas;
    private final DisclosureRules disclosure;
    private final Observations observations;
    private final Function<SeriesRequest, Instant> asOf;
    private final Map<Decided, Decision> decisions = new HashMap<>();
    private final Map<Asked, List<Period>> periods = new HashMap<>();

    /** Periods that were asked. Most series of a page ask the same: they share them, as long as the answers are kept. */
    private record Asked(Period from, Period to) {}

    /**
     * Prepares the answers of a page.
     *
     * @param asOf the moment from which a request reckons its newest months
     */
    Answers(
            IndicatorCatalogue catalogue,
            Areas areas,
            DisclosureRules disclosure,
            Observations observations,
            Function<SeriesRequest, Instant> asOf) {
        this.catalogue = catalogue;
        this.areas = areas;
        this.disclosure = disclosure;
        this.observations = observations;
        this.asOf = asOf;
    }

    List<IndicatorPoint> points(SeriesRequest request) {
        Indicator indicator = catalogue.require(request.indicator());
        ValueRules rules = new ValueRules(
                indicator, areas.find(request.area()).orElseThrow().kind(), asOf.apply(request));
        List<IndicatorPoint> points = indicator.measure() instanceof Measure.Ratio ratio
                ? ratio(request, ratio)
                : counted(request, indicator, rules);
        return points.stream().map(point -> rules.within(point)).toList();
    }

    private List<IndicatorPoint> ratio(SeriesRequest request, Measure.Ratio ratio) {
        List<IndicatorPoint> of = points(request.of(ratio.of()));
        List<IndicatorPoint> to = points(request.of(ratio.to()));
        return IntStream.range(0, of.size())
                .mapToObj(index -> RatioRules.point(of.get(index), to.get(index), ratio.times()))
                .toList();
    }

    private List<IndicatorPoint> counted(SeriesRequest request, Indicator indicator, ValueRules rules) {
        Decided decided = Decided.of(request);
        Map<AreaCode, Map<Period, PeriodObservation>> observed = observations.of(decided);
        Decision decision = decisions.computeIfAbsent(
                decided,
                any -> disclosure.decide(
                        indicator, (area, period) -> figure(observed, indicator, rules, area, period)));
        Map<Period, PeriodObservation> own = observed.getOrDefault(request.area(), Map.of());
        return periods
                .computeIfAbsent(
                        new Asked(request.from(), request.to()), asked -> Period.range(asked.from(), asked.to()))
                .stream()
                .map(period -> rules.point(period, observation(own, period), decision.isGiven(request.area(), period)))
                .toList();
    }

    /** A figure that nobody knows cannot be derived from others either. */
    private static OptionalLong figure(
            Map<AreaCode, Map<Period, PeriodObservation>> observed,
            Indicator indicator,
            ValueRules rules,
            AreaCode area,
            Period period) {
        PeriodObservation observation = observed.getOrDefault(area, Map.of()).get(period);
        return observation != null && rules.known(period, observation)
                ? observation.disclosableCount(indicator.measure())
                : OptionalLong.empty();
    }

    private static PeriodObservation observation(Map<Period, PeriodObservation> series, Period period) {
        PeriodObservation observation = series.get(period);
        if (observation == null) {
            throw new IllegalStateException("A period was answered that was not asked");
        }
        return observation;
    }
}
