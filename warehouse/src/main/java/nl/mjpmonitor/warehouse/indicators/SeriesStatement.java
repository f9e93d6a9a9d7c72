package nl.mjpmonitor.warehouse.indicators;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.mjpmonitor.warehouse.packaged.PackagedFiles;

/**
 * One statement for many requests. The text is always the same; everything asked stands in its parameters.
 *
 * @param sql the statement
 * @param parameters its bound values
 */
record SeriesStatement(String sql, Map<String, Object> parameters) {

    private static final String SQL =
            PackagedFiles.read("sql/queries/indicator_series.sql").text();
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** A request together with the indicator it asks for. */
    record Question(SeriesRequest request, Indicator indicator) {}

    /** Compiles the questions; the answer refers to them by their place in the list. */
    static SeriesStatement compile(List<Question> questions) {
        List<Integer> numbers = new ArrayList<>();
        List<String> measures = new ArrayList<>();
        List<String> areas = new ArrayList<>();
        List<String> moments = new ArrayList<>();
        List<Integer> periodMonths = new ArrayList<>();
        List<String> firstMonths = new ArrayList<>();
        List<String> lastMonths = new ArrayList<>();
        for (int number = 0; number < questions.size(); number++) {
            SeriesRequest request = questions.get(number).request();
            for (String measure : measures(questions.get(number).indicator())) {
                numbers.add(number);
                measures.add(measure);
                areas.add(request.area().value());
                moments.add(MOMENT.format(request.peildatum()));
                periodMonths.add(request.from().monthCount());
                firstMonths.add(date(request.from().firstMonth()));
                lastMonths.add(date(request.to().lastMonth()));
            }
        }
        return new SeriesStatement(
                SQL,
                Map.of(
                        "request_no", numbers,
                        "measure", measures,
                        "area_code", areas,
                        "moment", moments,
                        "period_months", periodMonths,
                        "first_month", firstMonths,
                        "last_month", lastMonths));
    }

    private static List<String> measures(Indicator indicator) {
        return indicator.measure().source().map(FactReference::measures).orElse(List.of());
    }

    private static String date(YearMonth month) {
        return month.atDay(1).toString();
    }
}
