package nl.mjpmonitor.warehouse.published;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;

/**
 * One row that the municipality published: a figure the warehouse gives, or a statement and the reason why it is no figure.
 *
 * @param number number of the row, from 1
 * @param theme theme of the row
 * @param label what it says
 * @param unit unit as published, or empty
 * @param months first and last month; empty when the period is no row of months
 * @param period the period in words
 * @param value the value as published: a number with a point, a word, or empty
 * @param qualifier such as {@code ca.}, {@code >} or {@code >=}; empty when the value is exact
 * @param document title of the document and place in it
 * @param quote the words of the document
 * @param question the question that gives the figure; empty for a row with a reason
 * @param statement why it is no figure; empty for a row with a question
 * @param explanation what a reader must know; empty when nothing
 */
public record PublishedFigure(
        int number,
        String theme,
        String label,
        String unit,
        Optional<Months> months,
        String period,
        String value,
        String qualifier,
        String document,
        String quote,
        Optional<Question> question,
        Optional<Statement> statement,
        String explanation) {

    /** What stands for a value that the document leaves open. */
    public static final String UNKNOWN = "onbekend";

    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

    /** The value as a number; empty for a word. */
    public Optional<BigDecimal> amount() {
        return DECIMAL.matcher(value).matches() ? Optional.of(new BigDecimal(value)) : Optional.empty();
    }

    /** First and last month. */
    public record Months(YearMonth first, YearMonth last) {

        /** Whether it is one calendar year. */
        public boolean isYear() {
            return first.getMonthValue() == 1 && first.plusMonths(11).equals(last);
        }
    }

    /** Which indicator to ask, how, and for which areas; every area must give the figure. */
    public record Question(Asked asked, IndicatorId indicator, List<AreaCode> areas) {

        public Question {
            areas = List.copyOf(areas);
        }
    }

    /** Why it is no figure, and the entry of the programme or the indicator it is kept at. */
    public record Statement(Reason reason, Optional<String> refersTo) {}
}
