package nl.mjpmonitor.warehouse.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.areas.Areas;
import nl.mjpmonitor.warehouse.facts.Condition;
import nl.mjpmonitor.warehouse.periods.Period;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CaseworkCountsTest {

    private static final String MAASTRICHT = "GM0935";
    private static final String WYCK = "BU09350006";
    private static final String REMAINDER = "BU09359999";
    private static final Period YEAR = Period.year(2023);

    private final SampleRows steps = SampleRows.of(
            "ondermijning",
            "case_step",
            "step",
            "pass_number",
            "is_withdrawn",
            "entered_on",
            "left_on",
            "buurt_code",
            "provenance");

    @Test
    void countTheRowsOfAnAreaInEachPeriod() {
        step("lwo", "2023-01-31", null, WYCK);
        step("lwo", "2023-02-01", null, REMAINDER);
        step("lwo", "2023-02-28", null, "BU99999999");
        step("lwo", "2022-12-31", null, WYCK);
        step("mot", "2023-02-01", null, WYCK);

        assertThat(amounts(Samples.cases("lwo"), MAASTRICHT, Period.month(2023, 1), Period.month(2023, 3)))
                .containsExactly("1", "1", "-");
        assertThat(amounts(Samples.cases("lwo"), WYCK, Period.month(2023, 1), Period.month(2023, 3)))
                .containsExactly("1", "-", "-");
        assertThat(amounts(Samples.cases("lwo"), MAASTRICHT, YEAR, YEAR)).containsExactly("2");
    }

    @Test
    void leaveOutRowsThatDoNotCountOrHaveNoDay() {
        steps.row("lwo", "1", "true", "2023-01-01", null, WYCK, null);
        steps.row("lwo", "2", "false", "2023-01-01", null, WYCK, null);
        steps.row("lwo", "1", "false", "2023-02-30", null, WYCK, null);
        steps.row("lwo", "1", "false", null, null, WYCK, null);
        steps.row(null, "1", "false", "2023-01-01", null, WYCK, null);

        assertThat(amounts(Samples.cases("lwo"), MAASTRICHT, YEAR, YEAR)).containsExactly("-");
    }

    @Test
    void letAConditionBeMetByOneOfItsValuesOrByAny() {
        step("lwo", "2023-01-01", "2023-01-02", WYCK);
        step("atom", "2023-01-01", "2023-01-02", WYCK);
        step("atom", "2023-01-01", null, WYCK);
        step("mot", "2023-01-01", "2023-01-02", WYCK);
        FactReference all = Samples.cases("lwo").measure().source().orElseThrow();
        FactReference rows = new FactReference(
                all.fact(),
                List.of(
                        new Condition("step", List.of("lwo", "atom")),
                        new Condition("left_on", List.of(Condition.ANY))),
                Optional.empty());

        assertThat(amounts(Samples.indicator("eerste", new Measure.Count(rows)), MAASTRICHT, YEAR, YEAR))
                .containsExactly("2");
    }

    @Test
    void takeQuantilesOfLeadTimesThatAreComplete() {
        for (int day = 2; day <= 11; day++) {
            step("lwo", "2023-01-01", "2023-01-%02d".formatted(day), WYCK);
        }
        step("lwo", "2023-01-01", null, WYCK);
        step("lwo", "2023-01-01", "9999-12-31", WYCK);

        Tally median = only(Samples.duration("mediaan", Measure.Quantile.MEDIAN), MAASTRICHT);
        Tally ninety = only(Samples.duration("p90", Measure.Quantile.NINETY_PERCENT), MAASTRICHT);

        assertThat(median.amount()).isEqualByComparingTo("5.5");
        assertThat(median.rowCount()).isEqualTo(10);
        assertThat(ninety.amount()).isEqualByComparingTo("9.1");
    }

    @Test
    void haveNoQuantileWhenNoLeadTimeIsComplete() {
        step("lwo", "2023-01-01", null, WYCK);

        assertThat(only(Samples.duration("mediaan", Measure.Quantile.MEDIAN), MAASTRICHT)
                        .amount())
                .isNull();
    }

    @Test
    void countEachIdentityOnce() {
        List<CaseworkRows> checks = SampleRows.of(
                        "ondermijning",
                        "location_check",
                        "location_number",
                        "checked_on",
                        "is_recheck",
                        "buurt_code",
                        "is_withdrawn")
                .row("a", "2023-01-10", "false", WYCK, "false")
                .row("a", "2023-02-10", "false", WYCK, "false")
                .row("b", "2023-02-10", "false", WYCK, "false")
                .row(null, "2023-02-10", "false", WYCK, "false")
                .rows();
        Indicator locations = Samples.indicator(
                "locaties",
                new Measure.Distinct(
                        Samples.rows("ondermijning.location-check", "is_recheck", "false"), "location_number"));

        assertThat(amounts(checks, locations, MAASTRICHT, Period.month(2023, 1), Period.month(2023, 2)))
                .containsExactly("1", "2");
        assertThat(amounts(checks, locations, MAASTRICHT, YEAR, YEAR)).containsExactly("2");
    }

    @Test
    void addUpAmountsAndTellWhichAreUnknown() {
        List<CaseworkRows> days = SampleRows.of(
                        "onderschat",
                        "conversation_count",
                        "audience",
                        "action_on",
                        "conversation_count",
                        "is_approximate",
                        "buurt_code",
                        "is_withdrawn")
                .row("residents", "2023-01-10", "120", "true", WYCK, "false")
                .row("residents", "2023-01-20", "31.56789", "false", WYCK, "false")
                .row("residents", "2023-01-20", null, "false", WYCK, "false")
                .row("residents", "2023-01-20", "veel", "false", WYCK, "false")
                .row("residents", "2023-01-20", "1e999999999", "false", WYCK, "false")
                .row("residents", "2023-01-20", "1e-999999999", "false", WYCK, "false")
                .rows();
        Indicator conversations = Samples.indicator(
                "gesprekken", new Measure.Count(Samples.rows("onderschat.conversation", "audience", "residents")));

        Tally tally = only(days, conversations, MAASTRICHT);

        assertThat(tally.amount()).isEqualByComparingTo("151.5678");
        assertThat(tally.rowCount()).isEqualTo(6);
        assertThat(tally.unknownCount()).isEqualTo(4);
        assertThat(tally.isApproximate()).isTrue();
        assertThat(tally.isProvisional()).isFalse();
    }

    @Test
    void takeTheNewestLevelOfEachLeaf() {
        List<CaseworkRows> levels = SampleRows.of(
                        "opendata",
                        "population",
                        "measure",
                        "period_grain",
                        "table",
                        "area_code",
                        "period_end",
                        "value",
                        "status",
                        "is_withdrawn",
                        "provenance")
                .row(
                        "population_at_end",
                        "year",
                        "bevolking",
                        MAASTRICHT,
                        "2022-12-31",
                        "1",
                        "definitive",
                        "false",
                        null)
                .row(
                        "population_at_end",
                        "year",
                        "bevolking",
                        MAASTRICHT,
                        "2023-12-31",
                        "3",
                        "definitive",
                        "false",
                        "demonstration")
                .row(
                        "population_at_end",
                        "year",
                        "bevolking",
                        MAASTRICHT,
                        "2023-06-30",
                        "2",
                        "definitive",
                        "false",
                        null)
                .row("population_at_end", "year", "bevolking", WYCK, "2023-12-31", "9", "definitive", "false", null)
                .rows();

        List<Tally> leaves = new CaseworkCounts(levels, Areas.load())
                .of(question(Samples.population("inwoners"), MAASTRICHT, YEAR, YEAR))
                .get(0);

        assertThat(leaves)
                .hasSize(2)
                .filteredOn(leaf -> leaf.leaf().equals(MAASTRICHT))
                .singleElement()
                .satisfies(own -> {
                    assertThat(own.amount()).isEqualByComparingTo("3");
                    assertThat(own.provenance()).isEqualTo(Provenance.DEMONSTRATION);
                });
    }

    @Test
    void countNothingOfATableThatWasNotRead() {
        assertThat(amounts(List.of(), Samples.cases("lwo"), MAASTRICHT, YEAR, YEAR))
                .containsExactly("-");
    }

    private void step(String step, String enteredOn, @Nullable String leftOn, String buurt) {
        steps.row(step, "1", "false", enteredOn, leftOn, buurt, "published_year");
    }

    private Tally only(Indicator indicator, String area) {
        return only(steps.rows(), indicator, area);
    }

    private static Tally only(List<CaseworkRows> rows, Indicator indicator, String area) {
        List<List<Tally>> tallies = new CaseworkCounts(rows, Areas.load()).of(question(indicator, area, YEAR, YEAR));
        assertThat(tallies).singleElement().satisfies(some -> assertThat(some).hasSize(1));
        return tallies.get(0).get(0);
    }

    private List<String> amounts(Indicator indicator, String area, Period from, Period to) {
        return amounts(steps.rows(), indicator, area, from, to);
    }

    /** Of each period the amount, or a dash when there are no rows. */
    private static List<String> amounts(
            List<CaseworkRows> rows, Indicator indicator, String area, Period from, Period to) {
        return new CaseworkCounts(rows, Areas.load())
                .of(question(indicator, area, from, to)).stream()
                        .map(tallies -> tallies.stream()
                                .map(Tally::amount)
                                .map(BigDecimal::toPlainString)
                                .collect(Collectors.joining()))
                        .map(amount -> amount.isEmpty() ? "-" : amount)
                        .toList();
    }

    private static SeriesQuestion question(Indicator indicator, String area, Period from, Period to) {
        return new SeriesQuestion(
                SeriesRequest.latest(indicator.id(), new AreaCode(area), from, to),
                indicator,
                indicator.measure().source().orElseThrow());
    }
}
