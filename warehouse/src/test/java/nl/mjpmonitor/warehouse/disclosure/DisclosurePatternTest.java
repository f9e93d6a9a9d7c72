package nl.mjpmonitor.warehouse.disclosure;

import static nl.mjpmonitor.warehouse.disclosure.Registrations.MUNICIPALITY;
import static nl.mjpmonitor.warehouse.disclosure.Registrations.REST;
import static nl.mjpmonitor.warehouse.disclosure.Registrations.buurt;
import static nl.mjpmonitor.warehouse.disclosure.Registrations.wijk;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.areas.AreaKind;
import nl.mjpmonitor.warehouse.areas.Areas;
import nl.mjpmonitor.warehouse.disclosure.Registrations.Field;
import nl.mjpmonitor.warehouse.disclosure.SuppressionRule.Level;
import nl.mjpmonitor.warehouse.periods.Period;
import nl.mjpmonitor.warehouse.periods.PeriodGrain;
import org.junit.jupiter.api.Test;

class DisclosurePatternTest {

    private static final Offer EVERYTHING = new Offer(
            Set.of(AreaKind.GEMEENTE, AreaKind.WIJK, AreaKind.BUURT, AreaKind.REST),
            Set.of(PeriodGrain.YEAR, PeriodGrain.QUARTER, PeriodGrain.MONTH),
            true);
    private static final SuppressionRule BELOW_FIVE = SuppressionRule.below(5);
    private static final YearMonth DECEMBER = YearMonth.of(2023, 12);

    @Test
    void withholdsASmallFigureAndTheSmallestBesideIt() {
        DisclosurePattern pattern = pattern(
                BELOW_FIVE, Map.of(buurt(1, 1), 3, buurt(2, 1), 40, buurt(3, 1), 20, REST, 9), YearMonth.of(2023, 2));
        assertThat(pattern.isGiven(MUNICIPALITY, Period.year(2023))).isTrue();
        assertThat(pattern.isGiven(wijk(1), Period.year(2023))).isFalse();
        assertThat(pattern.isGiven(REST, Period.year(2023))).isFalse();
        assertThat(pattern.isGiven(wijk(2), Period.year(2023))).isTrue();
        assertThat(pattern.isGiven(wijk(3), Period.year(2023))).isTrue();
    }

    @Test
    void doesNotDivideWhatIsWithheld() {
        DisclosurePattern pattern =
                pattern(BELOW_FIVE, Map.of(buurt(1, 1), 3, buurt(2, 1), 9, buurt(3, 1), 20), YearMonth.of(2023, 2));
        assertThat(pattern.isGiven(wijk(2), Period.year(2023))).isFalse();
        assertThat(pattern.isGiven(buurt(2, 1), Period.year(2023))).isFalse();
        assertThat(pattern.isGiven(buurt(2, 2), Period.year(2023))).isFalse();
        assertThat(pattern.isGiven(buurt(3, 2), Period.year(2023))).isTrue();
    }

    @Test
    void withholdsZerosTooWhenTheOthersLeaveNoRoom() {
        DisclosurePattern pattern =
                pattern(BELOW_FIVE, Map.of(buurt(1, 1), 2, buurt(2, 1), 2, REST, 1), YearMonth.of(2023, 2));
        assertThat(pattern.isGiven(MUNICIPALITY, Period.year(2023))).isTrue();
        assertThat(pattern.isGiven(wijk(3), Period.year(2023))).isFalse();
    }

    @Test
    void givesWindowsThatAreMadeOfGivenPieces() {
        Map<Field, Integer> fields = new LinkedHashMap<>();
        for (int month = 1; month <= 12; month++) {
            fields.put(new Field(buurt(1, 1), YearMonth.of(2023, month)), month == 5 ? 3 : 10 + month);
        }
        DisclosurePattern pattern = ofFields(BELOW_FIVE, fields);
        assertThat(pattern.isGiven(MUNICIPALITY, Period.month(2023, 5))).isFalse();
        assertThat(pattern.isGiven(MUNICIPALITY, Period.month(2023, 4))).isFalse();
        assertThat(pattern.isGiven(MUNICIPALITY, Period.month(2023, 6))).isTrue();
        assertThat(pattern.isGiven(MUNICIPALITY, Period.yearToDate(YearMonth.of(2023, 3))))
                .isTrue();
        assertThat(pattern.isGiven(MUNICIPALITY, Period.yearToDate(YearMonth.of(2023, 4))))
                .isFalse();
        assertThat(pattern.isGiven(MUNICIPALITY, Period.yearToDate(YearMonth.of(2023, 5))))
                .isTrue();
        assertThat(pattern.isGiven(MUNICIPALITY, Period.span(YearMonth.of(2023, 4), YearMonth.of(2023, 5))))
                .isTrue();
        assertThat(pattern.isGiven(MUNICIPALITY, Period.span(YearMonth.of(2023, 5), YearMonth.of(2023, 7))))
                .isFalse();
        assertThat(pattern.isGiven(buurt(1, 1), Period.month(2023, 6)))
                .as("all of the year lies in this buurt")
                .isTrue();
        assertThat(pattern.isGiven(buurt(1, 1), Period.month(2023, 5))).isFalse();
        assertThat(pattern.isGiven(buurt(2, 1), Period.month(2023, 5)))
                .as("nothing happened here all year")
                .isTrue();
    }

    @Test
    void givesWhatTheMunicipalityPublishedAndProtectsWhatItIsMadeOf() {
        SuppressionRule published =
                new SuppressionRule(5, false, Set.of(new Level(AreaKind.GEMEENTE, PeriodGrain.YEAR)));
        DisclosurePattern pattern = pattern(published, Map.of(buurt(1, 1), 1, buurt(2, 1), 2), YearMonth.of(2023, 2));
        assertThat(pattern.isGiven(MUNICIPALITY, Period.year(2023))).isTrue();
        assertThat(pattern.isGiven(wijk(1), Period.year(2023))).isFalse();
        assertThat(pattern.isGiven(wijk(3), Period.year(2023))).isFalse();
        assertThat(pattern.isGiven(MUNICIPALITY, Period.quarter(2023, 1))).isFalse();
        assertThat(pattern(BELOW_FIVE, Map.of(buurt(1, 1), 1, buurt(2, 1), 2), YearMonth.of(2023, 2))
                        .isGiven(MUNICIPALITY, Period.year(2023)))
                .isFalse();
    }

    @Test
    void whatIsPublishedOfPartsIsPublishedOfTheirTotal() {
        SuppressionRule rule = new SuppressionRule(5, false, Set.of(new Level(AreaKind.WIJK, PeriodGrain.QUARTER)));
        assertThat(rule.isExempt(AreaKind.GEMEENTE, PeriodGrain.YEAR)).isTrue();
        assertThat(rule.isExempt(AreaKind.WIJK, PeriodGrain.YEAR)).isTrue();
        assertThat(rule.isExempt(AreaKind.BUURT, PeriodGrain.YEAR)).isFalse();
        assertThat(rule.isExempt(AreaKind.WIJK, PeriodGrain.MONTH)).isFalse();
    }

    @Test
    void aSensitiveZeroIsSmallAsWell() {
        DisclosurePattern pattern = pattern(
                new SuppressionRule(5, true, Set.of()),
                Map.of(buurt(1, 1), 30, buurt(2, 1), 40, REST, 20),
                YearMonth.of(2023, 2));
        assertThat(pattern.isGiven(wijk(3), Period.year(2023))).isFalse();
        assertThat(pattern.isGiven(REST, Period.year(2023))).isFalse();
        assertThat(pattern.isGiven(wijk(2), Period.year(2023))).isTrue();
    }

    @Test
    void givesEverythingWithoutAThreshold() {
        assertThat(pattern(SuppressionRule.NONE, Map.of(buurt(1, 1), 1), YearMonth.of(2023, 2))
                        .isGiven(buurt(1, 1), Period.month(2023, 2)))
                .isTrue();
    }

    @Test
    void givesNothingOfAYearItKnowsNothingOf() {
        DisclosurePattern pattern = DisclosurePattern.of(
                BELOW_FIVE, EVERYTHING, year -> Registrations.smallTerritory(), (area, period) -> OptionalLong.empty());
        assertThat(pattern.isGiven(MUNICIPALITY, Period.year(2022))).isFalse();
        assertThat(pattern.isGiven(wijk(1), Period.year(2022))).isFalse();
        assertThat(pattern.isGiven(MUNICIPALITY, Period.yearToDate(YearMonth.of(2022, 3))))
                .isFalse();
    }

    @Test
    void aWindowOfWhatDoesNotAddUpTellsSomethingNew() {
        Offer locations = new Offer(EVERYTHING.areas(), EVERYTHING.grains(), false);
        DisclosurePattern pattern = DisclosurePattern.of(
                BELOW_FIVE, locations, year -> Registrations.smallTerritory(), (area, period) -> OptionalLong.of(50));
        assertThat(pattern.isGiven(MUNICIPALITY, Period.month(2022, 3))).isTrue();
        assertThat(pattern.isGiven(MUNICIPALITY, Period.yearToDate(YearMonth.of(2022, 3))))
                .isFalse();
        assertThat(pattern.isGiven(MUNICIPALITY, Period.rollingYear(YearMonth.of(2022, 12))))
                .isTrue();
    }

    @Test
    void needsTheMunicipalityByPeriodAndTheAreasByYear() {
        Territory maastricht = Territory.of(Areas.load(), LocalDate.of(2023, 12, 31));
        assertThat(DisclosurePattern.needed(EVERYTHING, year -> maastricht, 2022, 2023))
                .hasSize(3 + 7 + 44 + 1)
                .contains(new DisclosurePattern.Needed(MUNICIPALITY, Period.month(2022, 1), Period.month(2023, 12)))
                .contains(new DisclosurePattern.Needed(new AreaCode("WK093500"), Period.year(2022), Period.year(2023)));
    }

    @Test
    void aYearOfTheWholeMunicipalityTakesMilliseconds() {
        Territory maastricht = Territory.of(Areas.load(), LocalDate.of(2023, 12, 31));
        Map<String, Long> sums = new HashMap<>();
        Figures figures = (area, period) -> OptionalLong.of(
                sums.computeIfAbsent(area + " " + period, key -> (long) Math.floorMod(key.hashCode(), 12)));
        for (int warming = 0; warming < 20; warming++) {
            DisclosurePattern.of(BELOW_FIVE, EVERYTHING, year -> maastricht, figures);
        }
        long fastest = Long.MAX_VALUE;
        for (int time = 0; time < 20; time++) {
            long start = System.nanoTime();
            DisclosurePattern.of(BELOW_FIVE, EVERYTHING, year -> maastricht, figures);
            fastest = Math.min(fastest, System.nanoTime() - start);
        }
        assertThat(fastest).as("nanoseconds for one indicator and year").isLessThan(20_000_000);
    }

    private static DisclosurePattern pattern(SuppressionRule rule, Map<AreaCode, Integer> counts, YearMonth month) {
        Map<Field, Integer> fields = new LinkedHashMap<>();
        counts.forEach((leaf, count) -> fields.put(new Field(leaf, month), count));
        return ofFields(rule, fields);
    }

    private static DisclosurePattern ofFields(SuppressionRule rule, Map<Field, Integer> fields) {
        Registrations registrations =
                new Registrations(Registrations.smallTerritory(), DECEMBER, fields, new HashMap<>());
        return DisclosurePattern.of(rule, EVERYTHING, year -> registrations.territory(), registrations);
    }
}
