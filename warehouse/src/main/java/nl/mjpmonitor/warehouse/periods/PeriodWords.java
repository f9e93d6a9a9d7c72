package nl.mjpmonitor.warehouse.periods;

import java.time.YearMonth;
import java.util.List;
import java.util.Locale;

/**
 * How people write a period, in one language.
 *
 * @param monthNames names of the months
 * @param shortMonthNames the same in short; not from the language data of Java, which writes them with a point in one release and
 *     without in the next
 * @param quarter pattern of quarter and year
 * @param upTo between the first and the last month, both included
 */
record PeriodWords(List<String> monthNames, List<String> shortMonthNames, String quarter, String upTo) {

    private static final PeriodWords DUTCH = new PeriodWords(
            List.of(
                    "januari",
                    "februari",
                    "maart",
                    "april",
                    "mei",
                    "juni",
                    "juli",
                    "augustus",
                    "september",
                    "oktober",
                    "november",
                    "december"),
            List.of("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"),
            "%de kwartaal %d",
            "t/m");
    private static final PeriodWords ENGLISH = new PeriodWords(
            List.of(
                    "January",
                    "February",
                    "March",
                    "April",
                    "May",
                    "June",
                    "July",
                    "August",
                    "September",
                    "October",
                    "November",
                    "December"),
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
            "Q%d %d",
            "to");

    static PeriodWords in(Locale locale) {
        return locale.getLanguage().equals("en") ? ENGLISH : DUTCH;
    }

    String of(Period period) {
        YearMonth first = period.firstMonth();
        YearMonth last = period.lastMonth();
        return switch (period.grain()) {
            case YEAR -> year(first);
            case QUARTER -> String.format(Locale.ROOT, quarter, (first.getMonthValue() + 2) / 3, period.year());
            case MONTH -> name(monthNames, first) + " " + year(first);
            case YEAR_TO_DATE -> year(first) + " " + upTo + " " + name(monthNames, last);
            case ROLLING_YEAR -> fromMonthToMonth(first, last);
            case SPAN -> span(first, last);
        };
    }

    private String span(YearMonth first, YearMonth last) {
        boolean isWholeYears = first.getMonthValue() == 1 && last.getMonthValue() == 12;
        if (!isWholeYears) {
            return fromMonthToMonth(first, last);
        }
        return first.getYear() == last.getYear() ? year(first) : year(first) + " " + upTo + " " + year(last);
    }

    private String fromMonthToMonth(YearMonth first, YearMonth last) {
        return name(shortMonthNames, first) + " " + year(first) + " " + upTo + " " + name(shortMonthNames, last) + " "
                + year(last);
    }

    private static String year(YearMonth month) {
        return Integer.toString(month.getYear());
    }

    private static String name(List<String> names, YearMonth month) {
        return names.get(month.getMonthValue() - 1);
    }
}
