package nl.mjpmonitor.ingest.opendata;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A year, quarter or month, in the codes of Statistics Netherlands: {@code 2023JJ00}, {@code 2023KW02}, {@code 2023MM01}.
 *
 * <p>Codes of different grains must not be compared as text: {@code 2023JJ00} sorts among the months.
 *
 * @param grain how long the period lasts
 * @param start its first month
 */
record PeriodCode(PeriodGrain grain, YearMonth start) {
    private static final Pattern CODE = Pattern.compile("(\\d{4})(JJ|KW|MM)(\\d{2})");

    /** Half years, school years, weeks, two-year averages and the like: published, but of no grain the monitor keeps. */
    private static final Pattern OTHER_GRAIN = Pattern.compile("\\d{4}[A-Z][A-Z0-9]\\d{2}");

    /** The period of a code, which may be padded with spaces; empty when it is none of the three grains. */
    static Optional<PeriodCode> of(String code) {
        Matcher matcher = CODE.matcher(code.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(matcher.group(1));
        int number = Integer.parseInt(matcher.group(3));
        return switch (matcher.group(2)) {
            case "JJ" -> number == 0 ? Optional.of(year(year)) : Optional.empty();
            case "KW" -> number >= 1 && number <= 4 ? Optional.of(quarter(year, number)) : Optional.empty();
            default -> number >= 1 && number <= 12 ? Optional.of(month(year, number)) : Optional.empty();
        };
    }

    /** Whether a code names a period of some other grain, as opposed to nothing at all. */
    static boolean isOtherGrain(String code) {
        String stripped = code.strip();
        return OTHER_GRAIN.matcher(stripped).matches()
                && !CODE.matcher(stripped).matches();
    }

    /**
     * The last month that a table with these periods reaches, judged by its shortest periods: the code of a year may be there
     * before the year is over.
     */
    static Optional<YearMonth> newestMonth(Collection<PeriodCode> periods) {
        return periods.stream()
                .max(Comparator.comparingInt((PeriodCode period) -> -period.grain.months())
                        .thenComparing(PeriodCode::lastMonth))
                .map(PeriodCode::lastMonth);
    }

    static PeriodCode year(int year) {
        return new PeriodCode(PeriodGrain.YEAR, YearMonth.of(year, 1));
    }

    static PeriodCode quarter(int year, int quarter) {
        return new PeriodCode(PeriodGrain.QUARTER, YearMonth.of(year, 3 * quarter - 2));
    }

    static PeriodCode month(int year, int month) {
        return new PeriodCode(PeriodGrain.MONTH, YearMonth.of(year, month));
    }

    /** The code without padding. */
    String code() {
        return switch (grain) {
            case YEAR -> String.format(Locale.ROOT, "%04dJJ00", start.getYear());
            case QUARTER -> String.format(Locale.ROOT, "%04dKW%02d", start.getYear(), start.getMonthValue() / 3 + 1);
            case MONTH -> String.format(Locale.ROOT, "%04dMM%02d", start.getYear(), start.getMonthValue());
        };
    }

    LocalDate startsOn() {
        return start.atDay(1);
    }

    LocalDate endsOn() {
        return lastMonth().atEndOfMonth();
    }

    YearMonth lastMonth() {
        return start.plusMonths(grain.months() - 1L);
    }

    @Override
    public String toString() {
        return code();
    }
}
