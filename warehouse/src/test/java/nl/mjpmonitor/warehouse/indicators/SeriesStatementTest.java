package nl.mjpmonitor.warehouse.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.periods.Period;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SeriesStatementTest {

    private static final AreaCode MAASTRICHT = new AreaCode("GM0935");
    private static final AreaCode WYCK = new AreaCode("BU09350006");
    private static final Instant MOMENT = Instant.parse("2024-02-06T09:30:00.123456Z");

    @Test
    void readsWhatManyQuestionsCountOnce() {
        SeriesStatement statement = compile(
                question(Samples.count("zakkenrollerij", "A40"), MAASTRICHT, Period.year(2019), Period.year(2020)),
                question(
                        Samples.count("zakkenrollerij", "A40"), WYCK, Period.quarter(2022, 4), Period.quarter(2022, 4)),
                question(Samples.count("auto", "A10", "B10"), WYCK, Period.year(2019), Period.year(2020)));

        assertThat(statement.parameters())
                .containsEntry("selection_no", List.of(0, 0, 1))
                .containsEntry("area_code", List.of("GM0935", "BU09350006", "BU09350006"))
                .containsEntry("window_set", List.of(0, 1, 0))
                .containsEntry("window_set_no", List.of(0, 0, 1))
                .containsEntry("window_no", List.of(0, 1, 0))
                .containsEntry("window_from", List.of("2019-01-01", "2020-01-01", "2022-10-01"))
                .containsEntry("window_months", List.of(12, 12, 3))
                .containsEntry("first_day", "2019-01-01")
                .containsEntry("end_day", "2023-01-01")
                .containsEntry("moment", "2024-02-06 09:30:00.123")
                .containsEntry("municipality", "GM0935")
                .containsEntry("streamed_no", List.of(0, 1, 1))
                .containsEntry("measure", List.of("politie.A40", "politie.A10", "politie.B10"))
                .containsEntry("tables", "[]")
                .containsEntry("selections", "[]")
                .containsEntry("register_tables", "[('politiecijfers','delivery')]")
                .containsEntry(
                        "registers",
                        "[('politiecijfers','A40'),('politiecijfers','*'),('politiecijfers','A10'),('politiecijfers','B10')]");
    }

    @Test
    void describesTheRowsOfCasework() {
        SeriesStatement statement = compile(question(
                Samples.duration("lwo-doorlooptijd", Measure.Quantile.NINETY_PERCENT),
                MAASTRICHT,
                Period.year(2023),
                Period.year(2023)));

        assertThat(JsonMapper.shared()
                        .readTree(statement.parameters().get("selections").toString()))
                .isEqualTo(JsonMapper.shared().readTree("""
                        [{"number": 0, "kind": "duration", "source_system": "ondermijning", "source_table": "case_step",
                          "date": "entered_on", "area": "buurt_code", "amount": "", "identity": "", "start": "entered_on",
                          "end": "left_on", "lower": "", "upper": "",
                          "conditions": [{"column": "is_withdrawn", "values": ["false"]},
                                         {"column": "pass_number", "values": ["1"]},
                                         {"column": "step", "values": ["lwo"]}],
                          "approximate": [], "provisional": []}]"""));
        assertThat(statement.parameters())
                .containsEntry("tables", "[('ondermijning','case_step')]")
                .containsEntry("register_tables", "[('ondermijning','register_period')]")
                .containsEntry("registers", "[('ondermijning','lwo'),('ondermijning','*')]");
    }

    @Test
    void readsBothQuantilesOfALeadTimeOnce() {
        SeriesStatement statement = compile(
                question(
                        Samples.duration("mediaan", Measure.Quantile.MEDIAN),
                        MAASTRICHT,
                        Period.year(2023),
                        Period.year(2023)),
                question(
                        Samples.duration("p90", Measure.Quantile.NINETY_PERCENT),
                        MAASTRICHT,
                        Period.year(2023),
                        Period.year(2023)));

        assertThat(statement.parameters()).containsEntry("selection_no", List.of(0, 0));
    }

    @Test
    void neverHoldsWhatIsAskedInItsText() {
        SeriesQuestion question =
                question(Samples.count("zakkenrollerij", "A40"), MAASTRICHT, Period.year(2019), Period.year(2023));

        assertThat(compile(question).sql())
                .isEqualTo(compile(question, question).sql())
                .doesNotContain("GM0935", "A40", "2019", "case_step", "entered_on");
    }

    @Test
    void bindsEveryParameterOfItsText() {
        SeriesStatement statement = compile(
                question(Samples.count("zakkenrollerij", "A40"), MAASTRICHT, Period.year(2019), Period.year(2023)));
        Map<String, Object> parameters = statement.parameters();

        assertThat(Pattern.compile("\\{(\\w+):")
                        .matcher(statement.sql())
                        .results()
                        .map(match -> match.group(1)))
                .containsAll(parameters.keySet())
                .allSatisfy(name -> assertThat(parameters).containsKey(name));
    }

    private static SeriesStatement compile(SeriesQuestion... questions) {
        return SeriesStatement.compile(List.of(questions), MOMENT, MAASTRICHT);
    }

    private static SeriesQuestion question(Indicator indicator, AreaCode area, Period from, Period to) {
        return new SeriesQuestion(
                new SeriesRequest(indicator.id(), area, from, to, MOMENT),
                indicator,
                indicator.measure().source().orElseThrow());
    }
}
