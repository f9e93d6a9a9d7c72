package nl.mjpmonitor.warehouse.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.indicators.SeriesStatement.Question;
import nl.mjpmonitor.warehouse.periods.Period;
import org.junit.jupiter.api.Test;

class SeriesStatementTest {

    private static final IndicatorCatalogue CATALOGUE = IndicatorCatalogue.load();

    @Test
    void bindsOnePositionForEachMeasureOfEachRequest() {
        SeriesStatement statement = SeriesStatement.compile(List.of(
                question(SeriesRequest.latest(
                        new IndicatorId("zakkenrollerij"),
                        new AreaCode("GM0935"),
                        Period.year(2019),
                        Period.year(2023))),
                question(new SeriesRequest(
                        new IndicatorId("diefstal-uit-motorvoertuig"),
                        new AreaCode("BU09350006"),
                        Period.quarter(2022, 4),
                        Period.quarter(2023, 1),
                        Instant.parse("2024-02-06T09:30:00.123456Z")))));

        assertThat(statement.parameters())
                .isEqualTo(Map.of(
                        "request_no", List.of(0, 1, 1),
                        "measure", List.of("politie.A40", "politie.A10", "politie.B10"),
                        "area_code", List.of("GM0935", "BU09350006", "BU09350006"),
                        "moment",
                                List.of(
                                        "2299-12-31 00:00:00.000",
                                        "2024-02-06 09:30:00.123",
                                        "2024-02-06 09:30:00.123"),
                        "period_months", List.of(12, 3, 3),
                        "first_month", List.of("2019-01-01", "2022-10-01", "2022-10-01"),
                        "last_month", List.of("2023-12-01", "2023-03-01", "2023-03-01")));
    }

    @Test
    void neverHoldsWhatIsAskedInItsText() {
        SeriesRequest request = SeriesRequest.latest(
                new IndicatorId("zakkenrollerij"), new AreaCode("GM0935"), Period.year(2019), Period.year(2023));

        assertThat(SeriesStatement.compile(List.of(question(request))).sql())
                .isEqualTo(SeriesStatement.compile(List.of(question(request), question(request)))
                        .sql())
                .doesNotContain("GM0935", "A40", "2019");
    }

    @Test
    void bindsEveryParameterOfItsText() {
        SeriesStatement statement = SeriesStatement.compile(List.of(question(SeriesRequest.latest(
                new IndicatorId("zakkenrollerij"), new AreaCode("GM0935"), Period.year(2019), Period.year(2023)))));

        assertThat(Pattern.compile("\\{(\\w+):")
                        .matcher(statement.sql())
                        .results()
                        .map(match -> match.group(1)))
                .containsAll(statement.parameters().keySet())
                .allSatisfy(name -> assertThat(statement.parameters()).containsKey(name));
    }

    private static Question question(SeriesRequest request) {
        return new Question(request, CATALOGUE.find(request.indicator()).orElseThrow());
    }
}
