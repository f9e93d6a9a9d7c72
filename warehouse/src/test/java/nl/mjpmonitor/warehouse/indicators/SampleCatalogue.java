package nl.mjpmonitor.warehouse.indicators;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.mjpmonitor.warehouse.areas.AreaKind;
import nl.mjpmonitor.warehouse.facts.Condition;
import nl.mjpmonitor.warehouse.periods.PeriodGrain;

/** One indicator of every kind, on facts that are packaged. */
public final class SampleCatalogue {

    private static final Set<PeriodGrain> CALENDAR = Set.of(PeriodGrain.YEAR, PeriodGrain.QUARTER, PeriodGrain.MONTH);
    private static final List<DefinitionVersion> SINCE_2019 =
            List.of(Samples.version(YearMonth.of(2019, 1), YearMonth.of(2030, 12)));

    private SampleCatalogue() {}

    /** The catalogue. */
    public static IndicatorCatalogue catalogue() {
        return new IndicatorCatalogue(
                List.of(),
                List.of(),
                List.of(
                        Samples.count("auto", "A10", "B10"),
                        Samples.cases("lwo-casussen"),
                        indicator(
                                "mot-casussen",
                                new Measure.Count(new FactReference(
                                        Samples.rows("ondermijning.case-step", "step", "mot")
                                                .fact(),
                                        List.of(new Condition("step", List.of("mot"))),
                                        Optional.of("mot"))),
                                Unit.CASUSSEN,
                                new Disclosure(5, Set.of(new Disclosure.Level(AreaKind.GEMEENTE, PeriodGrain.YEAR)))),
                        indicator(
                                "gesprekken",
                                new Measure.Count(all("onderschat.conversation")),
                                Unit.GESPREKKEN,
                                Disclosure.OPEN),
                        indicator(
                                "locaties",
                                new Measure.Distinct(all("ondermijning.location-check"), "location_number"),
                                Unit.LOCATIES,
                                Disclosure.OPEN),
                        duration("lwo-mediaan", Measure.Quantile.MEDIAN),
                        duration("lwo-p90", Measure.Quantile.NINETY_PERCENT),
                        Samples.population("inwoners"),
                        indicator(
                                "rapportcijfer",
                                new Measure.Level(all("opendata.neighbourhood-safety-mark")),
                                Unit.CIJFER,
                                Disclosure.OPEN),
                        indicator(
                                "doorzetting",
                                new Measure.Ratio(
                                        new IndicatorId("mot-casussen"), new IndicatorId("lwo-casussen"), 100),
                                Unit.PROCENT,
                                Disclosure.OPEN),
                        indicator(
                                "lwo-per-inwoner",
                                new Measure.Ratio(new IndicatorId("lwo-casussen"), new IndicatorId("inwoners"), 10_000),
                                Unit.PER_10000,
                                Disclosure.OPEN),
                        indicator(
                                "aanhaling",
                                new Measure.Count(Samples.rows("ondermijning.case-step", "step", "it's \"a\\b\"\n")),
                                Unit.AANTAL,
                                Disclosure.OPEN),
                        indicator(
                                "verdiept",
                                new Measure.Count(all("bestuurlijk.bibob-deepened")),
                                Unit.AANTAL,
                                Disclosure.OPEN)));
    }

    private static Indicator duration(String id, Measure.Quantile quantile) {
        return indicator(id, Samples.duration(id, quantile).measure(), Unit.DAGEN, Disclosure.OPEN);
    }

    private static Indicator indicator(String id, Measure measure, Unit unit, Disclosure disclosure) {
        return Samples.indicator(id, measure, unit, disclosure, Set.of(AreaKind.values()), CALENDAR, SINCE_2019);
    }

    private static FactReference all(String fact) {
        return new FactReference(Samples.rows(fact, "none", "none").fact(), List.of(), Optional.empty());
    }
}
