package nl.mjpmonitor.warehouse.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.facts.Condition;
import nl.mjpmonitor.warehouse.periods.Period;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

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
    void addsUpWhatManyQuestionsCountOnce() {
        SeriesStatement statement = stream(
                question(Samples.count("zakkenrollerij", "A40"), MAASTRICHT, Period.year(2019), Period.year(2020)),
                question(
                        Samples.count("zakkenrollerij", "A40"), WYCK, Period.quarter(2022, 4), Period.quarter(2022, 4)),
                question(Samples.count("auto", "A10", "B10"), WYCK, Period.year(2019), Period.year(2020)));

        assertThat(statement.parameters())
                .containsEntry("questions", """
                        [["politie.A40"],[0,1],["GM0935","BU09350006"],[0,1]],\
                        [["politie.A10","politie.B10"],[2],["BU09350006"],[0]]""")
                .containsEntry("all_measures", List.of("politie.A10", "politie.A40", "politie.B10"))
                .containsEntry("area_codes", List.of("BU09350006", "GM0935"))
                .containsEntry("first_day", "2019-01-01")
                .containsEntry("end_day", "2023-01-01")
                .containsEntry("moment", "2024-02-06 09:30:00.123");
        assertThat(statement.parameters().get("windows").toString())
                .startsWith("[0,0,\"2019-01-01\"],[0,0,\"2019-02-01\"],")
                .contains("[0,0,\"2019-12-01\"],[0,1,\"2020-01-01\"],")
                .endsWith(",[0,1,\"2020-12-01\"],[1,0,\"2022-10-01\"],[1,0,\"2022-11-01\"],[1,0,\"2022-12-01\"]");
    }

    @Test
    void asksEachRegisterOnce() {
        SeriesStatement statement = compile(
                        question(
                                Samples.count("zakkenrollerij", "A40"),
                                MAASTRICHT,
                                Period.year(2019),
                                Period.year(2020)),
                        question(Samples.count("auto", "A40", "B10"), WYCK, Period.year(2021), Period.year(2022)))
                .keptMonths()
                .orElseThrow();

        assertThat(statement.parameters())
                .containsEntry("register_tables", "[('politiecijfers','delivery')]")
                .containsEntry(
                        "registers", "[('politiecijfers','A40'),('politiecijfers','*'),('politiecijfers','B10')]")
                .containsEntry("first_day", "2019-01-01")
                .containsEntry("end_day", "2023-01-01");
    }

    @Test
    void describesTheRowsOfCasework() {
        SeriesStatements statements = compile(LEAD_TIME);
        SeriesStatement statement = statements.casework().orElseThrow();

        assertThat(JsonMapper.shared()
                        .readTree(statement.parameters().get("selections").toString()))
                .isEqualTo(JsonMapper.shared().readTree("""
                        [{"selection_no": 0, "kind": "duration", "source_system": "ondermijning", "source_table": "case_step",
                          "date_column": "entered_on", "area_column": "buurt_code", "amount_column": "",
                          "identity_column": "", "start_column": "entered_on", "end_column": "left_on",
                          "lower_column": "", "upper_column": "",
                          "required": ["is_withdrawn=false", "pass_number=1", "step=lwo"], "choices": [],
                          "approximate": [], "provisional": []}]"""));
        assertThat(statement.parameters())
                .containsEntry("tables", "[('ondermijning','case_step')]")
                .containsEntry("questions", "[0,0,\"GM0935\",0]")
                .containsEntry("municipality", "GM0935");
        assertThat(statements.keptMonths().orElseThrow().parameters())
                .containsEntry("register_tables", "[('ondermijning','register_period')]")
                .containsEntry("registers", "[('ondermijning','lwo'),('ondermijning','*')]");
    }

    @Test
    void letsAConditionBeMetByOneOfItsValuesOrByAny() {
        FactReference all = Samples.cases("lwo-casussen").measure().source().orElseThrow();
        FactReference rows = new FactReference(
                all.fact(),
                List.of(
                        new Condition("step", List.of("lwo", "atom")),
                        new Condition("left_on", List.of(Condition.ANY))),
                Optional.empty());

        SelectionText text = SelectionText.of(0, new Measure.Count(rows), rows);

        assertThat(text.required()).contains("left_on").doesNotContain("step=lwo");
        assertThat(text.choices()).containsExactly(List.of("step=lwo", "step=atom"));
    }

    @Test
    void readsBothQuantilesOfALeadTimeOnce() {
        SeriesStatement statement = compile(
                        LEAD_TIME,
                        question(
                                Samples.duration("p90", Measure.Quantile.NINETY_PERCENT),
                                MAASTRICHT,
                                Period.year(2023),
                                Period.year(2023)))
                .casework()
                .orElseThrow();

        assertThat(statement.parameters()).containsEntry("questions", "[0,0,\"GM0935\",0],[1,0,\"GM0935\",0]");
    }

    @Test
    void leavesOutWhatNoQuestionNeeds() {
        assertThat(compile(PICKPOCKETING).casework()).isEmpty();
        assertThat(compile(LEAD_TIME).stream()).isEmpty();
        assertThat(compile(question(Samples.population("inwoners"), MAASTRICHT, Period.year(2023), Period.year(2023)))
                        .keptMonths())
                .isEmpty();
    }

    @Test
    void numbersQuestionsByTheirPlaceAmongAll() {
        SeriesStatements statements = compile(LEAD_TIME, PICKPOCKETING, LEAD_TIME);

        assertThat(statements.stream().orElseThrow().parameters())
                .containsEntry("questions", "[[\"politie.A40\"],[1],[\"GM0935\"],[0]]");
        assertThat(statements.casework().orElseThrow().parameters())
                .containsEntry("questions", "[0,0,\"GM0935\",0],[2,0,\"GM0935\",0]");
    }

    @Test
    void neverHoldsWhatIsAskedInItsText() {
        assertThat(all(compile(PICKPOCKETING, LEAD_TIME)).map(SeriesStatement::sql))
                .hasSize(3)
                .allSatisfy(sql -> assertThat(sql).doesNotContain("GM0935", "A40", "2019", "case_step", "entered_on"));
    }

    @Test
    void bindsEveryParameterOfItsTextAndNoOther() {
        assertThat(all(compile(PICKPOCKETING, LEAD_TIME)))
                .hasSize(3)
                .allSatisfy(statement -> assertThat(Pattern.compile("\\{(\\w+):")
                                .matcher(statement.sql())
                                .results()
                                .map(match -> match.group(1))
                                .collect(Collectors.toSet()))
                        .isEqualTo(statement.parameters().keySet()));
    }

    private static Stream<SeriesStatement> all(SeriesStatements statements) {
        return Stream.of(statements.stream(), statements.casework(), statements.keptMonths())
                .flatMap(Optional::stream);
    }

    private static SeriesStatement stream(SeriesQuestion... questions) {
        return compile(questions).stream().orElseThrow();
    }

    private static SeriesStatements compile(SeriesQuestion... questions) {
        return SeriesStatements.compile(List.of(questions), MOMENT, MAASTRICHT);
    }

    private static SeriesQuestion question(Indicator indicator, AreaCode area, Period from, Period to) {
        return new SeriesQuestion(
                new SeriesRequest(indicator.id(), area, from, to, MOMENT),
                indicator,
                indicator.measure().source().orElseThrow());
    }
}
