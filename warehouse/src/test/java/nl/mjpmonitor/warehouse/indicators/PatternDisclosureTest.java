package nl.mjpmonitor.warehouse.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.areas.AreaKind;
import nl.mjpmonitor.warehouse.areas.Areas;
import nl.mjpmonitor.warehouse.catalogue.LocalizedText;
import nl.mjpmonitor.warehouse.facts.FactCatalogue;
import nl.mjpmonitor.warehouse.facts.FactId;
import nl.mjpmonitor.warehouse.indicators.DisclosureRules.Decision;
import nl.mjpmonitor.warehouse.periods.Period;
import nl.mjpmonitor.warehouse.periods.PeriodGrain;
import org.junit.jupiter.api.Test;

class PatternDisclosureTest {

    private static final AreaCode MUNICIPALITY = new AreaCode("GM0935");
    private static final AreaCode WIJK = new AreaCode("WK093501");
    private static final Period YEAR = Period.year(2023);
    private static final Disclosure PUBLISHED_BY_YEAR =
            new Disclosure(5, Set.of(new Disclosure.Level(AreaKind.GEMEENTE, PeriodGrain.YEAR)));

    private final PatternDisclosure disclosure = new PatternDisclosure(Areas.load());

    @Test
    void asksTheWholeYearsOfTheMunicipalityForTheMunicipality() {
        SeriesRequest request = SeriesRequest.latest(
                new IndicatorId("lwo-casussen"), MUNICIPALITY, Period.month(2022, 11), Period.month(2023, 2));
        assertThat(disclosure.needed(indicator(PUBLISHED_BY_YEAR), request))
                .extracting(needed -> needed.area() + " " + needed.from() + " " + needed.to())
                .containsExactly("GM0935 2022 2023", "GM0935 2022-01 2023-12");
    }

    @Test
    void asksAllAreasForAnArea() {
        SeriesRequest request = SeriesRequest.latest(new IndicatorId("lwo-casussen"), WIJK, YEAR, YEAR);
        assertThat(disclosure.needed(indicator(PUBLISHED_BY_YEAR), request))
                .extracting(SeriesRequest::area)
                .hasSize(2 + 7)
                .contains(MUNICIPALITY, WIJK, new AreaCode("WK093506"));
    }

    @Test
    void asksNothingForAnOpenIndicator() {
        SeriesRequest request = SeriesRequest.latest(new IndicatorId("lwo-casussen"), WIJK, YEAR, YEAR);
        assertThat(disclosure.needed(indicator(Disclosure.OPEN), request)).isEmpty();
        assertThat(disclosure
                        .decide(indicator(Disclosure.OPEN), (area, period) -> OptionalLong.of(1))
                        .isGiven(WIJK, YEAR))
                .isTrue();
    }

    @Test
    void decidesByThePattern() {
        Map<String, Long> figures =
                Map.of("GM0935 2023", 30L, "WK093501 2023", 3L, "WK093502 2023", 9L, "WK093503 2023", 18L);
        Decision decision = disclosure.decide(
                indicator(PUBLISHED_BY_YEAR),
                (area, period) -> OptionalLong.of(figures.getOrDefault(area + " " + period, 0L)));
        assertThat(decision.isGiven(MUNICIPALITY, YEAR)).isTrue();
        assertThat(decision.isGiven(WIJK, YEAR)).isFalse();
        assertThat(decision.isGiven(new AreaCode("WK093502"), YEAR)).isFalse();
        assertThat(decision.isGiven(new AreaCode("WK093503"), YEAR)).isTrue();
        assertThat(decision.isGiven(new AreaCode("WK093504"), YEAR)).as("zero").isTrue();
    }

    @Test
    void withholdsASmallPublishedYearOnlyFromWhatItIsMadeOf() {
        Map<String, Long> figures = Map.of("GM0935 2023", 3L, "WK093501 2023", 3L, "GM0935 2023-05", 3L);
        Decision decision = disclosure.decide(
                indicator(PUBLISHED_BY_YEAR),
                (area, period) -> OptionalLong.of(figures.getOrDefault(area + " " + period, 0L)));
        assertThat(decision.isGiven(MUNICIPALITY, YEAR)).isTrue();
        assertThat(decision.isGiven(MUNICIPALITY, Period.month(2023, 5))).isFalse();
        assertThat(decision.isGiven(MUNICIPALITY, Period.month(2023, 6))).isFalse();
        assertThat(decision.isGiven(MUNICIPALITY, Period.yearToDate(YearMonth.of(2023, 6))))
                .isFalse();
        assertThat(decision.isGiven(WIJK, YEAR)).isFalse();
        assertThat(decision.isGiven(new AreaCode("WK093504"), YEAR)).isFalse();
    }

    @Test
    void givesAPartOfAWholeOnlyWhereTheMunicipalityPublishedIt() {
        Disclosure part = new Disclosure(
                5, false, PUBLISHED_BY_YEAR.exempt(), Optional.of(new IndicatorId("zorgmeldingen-jeugd")));
        Decision decision = disclosure.decide(indicator(part), (area, period) -> OptionalLong.of(50));
        assertThat(decision.isGiven(MUNICIPALITY, YEAR)).isTrue();
        assertThat(decision.isGiven(MUNICIPALITY, Period.month(2023, 5))).isFalse();
        assertThat(decision.isGiven(MUNICIPALITY, Period.span(YearMonth.of(2022, 1), YearMonth.of(2023, 12))))
                .isFalse();
        assertThat(decision.isGiven(WIJK, YEAR)).isFalse();
    }

    private static Indicator indicator(Disclosure disclosure) {
        LocalizedText text = new LocalizedText("tekst", "text");
        return new Indicator(
                new IndicatorId("lwo-casussen"),
                "ondermijning",
                "trechter",
                1,
                text,
                text,
                Unit.CASUSSEN,
                "ondermijning",
                "team",
                new Measure.Count(new FactReference(
                        FactCatalogue.load()
                                .find(FactId.parse("ondermijning.case-step"))
                                .orElseThrow(),
                        List.of(),
                        Optional.empty())),
                Set.of(AreaKind.GEMEENTE, AreaKind.WIJK),
                Set.of(PeriodGrain.YEAR, PeriodGrain.MONTH),
                Direction.NEUTRAL,
                new Target.None(text),
                Confidentiality.INTERN,
                disclosure,
                List.of(),
                false,
                0,
                Set.of(),
                List.of(new DefinitionVersion(YearMonth.of(2019, 1), Optional.empty(), text)),
                List.of());
    }
}
