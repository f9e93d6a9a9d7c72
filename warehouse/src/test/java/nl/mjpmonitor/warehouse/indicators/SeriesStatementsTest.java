package nl.mjpmonitor.warehouse.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.periods.Period;
import org.junit.jupiter.api.Test;

class SeriesStatementsTest {

    private static final AreaCode MAASTRICHT = new AreaCode("GM0935");
    private static final AreaCode WYCK = new AreaCode("BU09350006");
    private static final Instant MOMENT = Instant.parse("2024-02-06T09:30:00.123456Z");
    private static final SeriesQuestion PICKPOCKETING =
            question(Samples.count("zakkenrollerij", "A40"), MAASTRICHT, Period.year(2019), Period.year(2023));
    private static final SeriesQuestion LEAD_TIME = question(
            Samples.duration("lwo-doorlooptijd", Measure.Quantile.NINETY_PERCENT),
            MAASTRICHT,
            Period.year(2023),
            Period.year(2023));

    @Test
    void asksForCountsOfEachMeasureAndAreaOnce() {
        SeriesStatement statement = compile(
                        question(
                                Samples.count("zakkenrollerij", "A40"),
                                MAASTRICHT,
                                Period.year(2019),
                                Period.year(2020)),
                        question(
                                Samples.count("zakkenrollerij", "A40"),
                                WYCK,
                                Period.quarter(2022, 4),
                                Period.quarter(2022, 4)),
                        question(Samples.count("auto", "A10", "A40"), WYCK, Period.year(2019), Period.year(2020)))
                .counts()
                .orElseThrow();

        assertThat(statement.parameters())
                .containsEntry("measures", List.of("politie.A10", "politie.A40"))
                .containsEntry("area_codes", List.of("BU09350006", "GM0935"))
                .containsEntry("first_day", "2019-01-01")
                .containsEntry("end_day", "2023-01-01")
                .containsEntry("moment", "2024-02-06 09:30:00.123");
    }

    @Test
    void readsOfCountsOnlyTheDeliveries() {
        SeriesStatement statement = compile(PICKPOCKETING).rows().orElseThrow();

        assertThat(statement.parameters())
                .containsEntry("tables", "[('politiecijfers','delivery')]")
                .containsEntry("first_day", "2019-01-01")
                .containsEntry("end_day", "2024-01-01");
    }

    @Test
    void readsTheColumnsOfCaseworkThatAreNeeded() {
        SeriesStatement statement = compile(LEAD_TIME).rows().orElseThrow();

        assertThat(statement.parameters())
                .containsEntry("tables", "[('ondermijning','case_step'),('ondermijning','register_period')]")
                .containsEntry(
                        "names",
                        List.of(
                                "buurt_code",
                                "entered_on",
                                "is_withdrawn",
                                "left_on",
                                "pass_number",
                                "period_from",
                                "period_to",
                                "police_classes",
                                "provenance",
                                "register",
                                "status",
                                "step"));
    }

    @Test
    void leavesOutWhatNoQuestionNeeds() {
        assertThat(compile(LEAD_TIME).counts()).isEmpty();
        SeriesQuestion level =
                question(Samples.population("inwoners"), MAASTRICHT, Period.year(2023), Period.year(2023));
        assertThat(compile(level).counts()).isEmpty();
        assertThat(compile(level).rows().orElseThrow().parameters())
                .containsEntry("tables", "[('opendata','population')]");
    }

    @Test
    void neverHoldsWhatIsAskedInItsText() {
        assertThat(all(compile(PICKPOCKETING, LEAD_TIME)).map(SeriesStatement::sql))
                .hasSize(2)
                .allSatisfy(sql -> assertThat(sql).doesNotContain("GM0935", "A40", "2019", "case_step", "entered_on"));
    }

    @Test
    void bindsEveryParameterOfItsTextAndNoOther() {
        assertThat(all(compile(PICKPOCKETING, LEAD_TIME)))
                .hasSize(2)
                .allSatisfy(statement -> assertThat(Pattern.compile("\\{(\\w+):")
                                .matcher(statement.sql())
                                .results()
                                .map(match -> match.group(1))
                                .collect(Collectors.toSet()))
                        .isEqualTo(statement.parameters().keySet()));
    }

    private static Stream<SeriesStatement> all(SeriesStatements statements) {
        return Stream.of(statements.counts(), statements.rows()).flatMap(Optional::stream);
    }

    private static SeriesStatements compile(SeriesQuestion... questions) {
        return SeriesStatements.compile(List.of(questions), MOMENT);
    }

    private static SeriesQuestion question(Indicator indicator, AreaCode area, Period from, Period to) {
        return new SeriesQuestion(
                new SeriesRequest(indicator.id(), area, from, to, MOMENT),
                indicator,
                indicator.measure().source().orElseThrow());
    }
}
