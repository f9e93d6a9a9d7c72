package nl.mjpmonitor.warehouse.indicators;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.mjpmonitor.warehouse.areas.AreaKind;
import nl.mjpmonitor.warehouse.catalogue.LocalizedText;
import nl.mjpmonitor.warehouse.facts.Condition;
import nl.mjpmonitor.warehouse.facts.FactCatalogue;
import nl.mjpmonitor.warehouse.facts.FactId;
import nl.mjpmonitor.warehouse.periods.PeriodGrain;

/** Indicators for tests, on the facts that are packaged. */
final class Samples {

    private static final FactCatalogue FACTS = FactCatalogue.load();
    private static final LocalizedText TEXT = new LocalizedText("tekst", "text");

    private Samples() {}

    static Indicator count(String id, String... policeClasses) {
        return indicator(id, new Measure.Count(rows("politiecijfers.registration", "police_class", policeClasses)));
    }

    static Indicator duration(String id, Measure.Quantile quantile) {
        return indicator(
                id, new Measure.Duration(rows("ondermijning.case-step", "step", "lwo"), "lead-time", quantile));
    }

    static Indicator cases(String id) {
        return indicator(id, new Measure.Count(rows("ondermijning.case-step", "step", "lwo")));
    }

    static Indicator population(String id) {
        return indicator(id, new Measure.Level(rows("opendata.population", "period_grain", "year")));
    }

    static Indicator indicator(String id, Measure measure) {
        return indicator(
                id,
                measure,
                Unit.AANTAL,
                Disclosure.OPEN,
                Set.of(AreaKind.values()),
                Set.of(PeriodGrain.YEAR, PeriodGrain.QUARTER, PeriodGrain.MONTH),
                List.of(new DefinitionVersion(YearMonth.of(2019, 1), Optional.empty(), TEXT)));
    }

    static Indicator indicator(
            String id,
            Measure measure,
            Unit unit,
            Disclosure disclosure,
            Set<AreaKind> areas,
            Set<PeriodGrain> grains,
            List<DefinitionVersion> versions) {
        return new Indicator(
                new IndicatorId(id),
                "thema",
                "groep",
                1,
                TEXT,
                TEXT,
                unit,
                measure.source().map(rows -> rows.fact().id().system()).orElse(""),
                "team",
                measure,
                areas,
                grains,
                Direction.LOWER_IS_BETTER,
                new Target.None(TEXT),
                Confidentiality.OPENBAAR,
                disclosure,
                List.of(),
                false,
                3,
                Set.of(),
                versions,
                List.of());
    }

    static DefinitionVersion version(YearMonth from, YearMonth to) {
        return new DefinitionVersion(from, Optional.of(to), TEXT);
    }

    static FactReference rows(String fact, String category, String... values) {
        return new FactReference(
                FACTS.find(FactId.parse(fact)).orElseThrow(),
                List.of(new Condition(category, List.of(values))),
                Optional.empty());
    }
}
