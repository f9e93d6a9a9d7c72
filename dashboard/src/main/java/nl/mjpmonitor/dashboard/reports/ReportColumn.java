package nl.mjpmonitor.dashboard.reports;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.mjpmonitor.warehouse.periods.Period;

/** A column of a table of figures. A comparison is between the two columns with figures before it. */
public sealed interface ReportColumn {

    /** A figure of some period. */
    record Figure(Moment moment, int back, boolean isOfMunicipality) implements ReportColumn {

        Period period(Period report) {
            return switch (moment) {
                case NOW -> earlier(report);
                case LAST_YEAR -> report.sameLastYear();
                case TO_DATE -> Period.yearToDate(report.lastMonth());
                case TO_DATE_LAST_YEAR -> Period.yearToDate(report.lastMonth()).sameLastYear();
                case FIRST_YEAR -> Period.year(report.year());
            };
        }

        private Period earlier(Period report) {
            Period earlier = report;
            for (int step = 0; step < back; step++) {
                earlier = earlier.previous();
            }
            return earlier;
        }
    }

    /** A figure of one period, whatever the report is about. */
    record Fixed(Period period) implements ReportColumn {}

    /** A comparison of the two figures before it. */
    record Comparison(Kind kind) implements ReportColumn {

        /** What is said of two figures. */
        enum Kind {
            DIFFERENCE,
            /** In whole percents, none on a small base. */
            PERCENT,
            /** In whole percents as the published tables print them, also on a small base, with a mark. */
            PERCENT_AS_PUBLISHED,
            /** Whether chance explains the difference. */
            JUDGEMENT
        }
    }

    /** Which period, seen from that of the report. */
    enum Moment {
        NOW,
        LAST_YEAR,
        /** January up to the last month. */
        TO_DATE,
        TO_DATE_LAST_YEAR,
        /** The calendar year in which the period starts. */
        FIRST_YEAR
    }

    /** {@code now}, or so many periods before it: {@code now-2}. */
    Pattern NOW = Pattern.compile("now(?:-([0-9]{1,2}))?");

    /** Reads the word of a definition; empty when it means nothing. */
    static Optional<ReportColumn> of(String word) {
        Matcher now = NOW.matcher(word);
        if (now.matches()) {
            int back = now.group(1) == null ? 0 : Integer.parseInt(now.group(1));
            return Optional.of(new Figure(Moment.NOW, back, false));
        }
        return switch (word) {
            case "last-year" -> Optional.of(new Figure(Moment.LAST_YEAR, 0, false));
            case "to-date" -> Optional.of(new Figure(Moment.TO_DATE, 0, false));
            case "to-date-last-year" -> Optional.of(new Figure(Moment.TO_DATE_LAST_YEAR, 0, false));
            case "first-year" -> Optional.of(new Figure(Moment.FIRST_YEAR, 0, false));
            case "municipality" -> Optional.of(new Figure(Moment.NOW, 0, true));
            case "difference" -> Optional.of(new Comparison(Comparison.Kind.DIFFERENCE));
            case "percent" -> Optional.of(new Comparison(Comparison.Kind.PERCENT));
            case "percent-as-published" -> Optional.of(new Comparison(Comparison.Kind.PERCENT_AS_PUBLISHED));
            case "judgement" -> Optional.of(new Comparison(Comparison.Kind.JUDGEMENT));
            default -> Period.parse(word).map(Fixed::new);
        };
    }
}
