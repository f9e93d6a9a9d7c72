package nl.mjpmonitor.warehouse.periods;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The label of a period for machines; written and read here only, so that the two cannot part. */
final class PeriodLabel {

    private static final Pattern FORM =
            Pattern.compile("(?<year>\\d{4})" + "|(?<ofQuarter>\\d{4})-K(?<quarter>[1-4])" + "|(?<month>\\d{4}-\\d{2})"
                    + "|(?<ofDate>\\d{4})-TM(?<date>\\d{2})" + "|(?<rolling>\\d{4}-\\d{2})-R12"
                    + "|(?<first>\\d{4}-\\d{2})--(?<last>\\d{4}-\\d{2})");

    private PeriodLabel() {}

    static String of(Period period) {
        YearMonth first = period.firstMonth();
        YearMonth last = period.lastMonth();
        return switch (period.grain()) {
            case YEAR -> String.format(Locale.ROOT, "%04d", period.year());
            case QUARTER -> String.format(Locale.ROOT, "%04d-K%d", period.year(), (first.getMonthValue() + 2) / 3);
            case MONTH -> first.toString();
            case YEAR_TO_DATE -> String.format(Locale.ROOT, "%04d-TM%02d", period.year(), last.getMonthValue());
            case ROLLING_YEAR -> last + "-R12";
            case SPAN -> first + "--" + last;
        };
    }

    static Optional<Period> parse(String label) {
        Matcher found = FORM.matcher(label);
        try {
            return found.matches() ? Optional.of(read(found)) : Optional.empty();
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Period read(Matcher found) {
        if (found.group("year") != null) {
            return Period.year(number(found, "year"));
        }
        if (found.group("quarter") != null) {
            return Period.quarter(number(found, "ofQuarter"), number(found, "quarter"));
        }
        if (found.group("month") != null) {
            return new Period(PeriodGrain.MONTH, month(found, "month"));
        }
        if (found.group("date") != null) {
            return Period.yearToDate(YearMonth.of(number(found, "ofDate"), number(found, "date")));
        }
        return found.group("rolling") != null
                ? Period.rollingYear(month(found, "rolling"))
                : Period.span(month(found, "first"), month(found, "last"));
    }

    private static int number(Matcher found, String group) {
        return Integer.parseInt(found.group(group));
    }

    private static YearMonth month(Matcher found, String group) {
        return YearMonth.parse(found.group(group));
    }
}
