package nl.mjpmonitor.dashboard.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.mjpmonitor.warehouse.indicators.Direction;
import nl.mjpmonitor.warehouse.periods.Period;
import nl.mjpmonitor.warehouse.periods.PeriodGrain;

/** The words of the interface for what the warehouse knows by type. */
final class ApiWords {

    private static final Pattern YEAR = Pattern.compile("(\\d{4})");
    private static final Pattern QUARTER = Pattern.compile("(\\d{4})-K([1-4])");
    private static final Pattern MONTH = Pattern.compile("(\\d{4})-(\\d{2})");
    private static final ZoneId DUTCH_TIME = ZoneId.of("Europe/Amsterdam");

    private ApiWords() {}

    static String grain(PeriodGrain grain) {
        return switch (grain) {
            case YEAR -> "jaar";
            case QUARTER -> "kwartaal";
            case MONTH -> "maand";
        };
    }

    /** Empty when there is no such word. */
    static Optional<PeriodGrain> grain(String word) {
        return switch (word) {
            case "jaar" -> Optional.of(PeriodGrain.YEAR);
            case "kwartaal" -> Optional.of(PeriodGrain.QUARTER);
            case "maand" -> Optional.of(PeriodGrain.MONTH);
            default -> Optional.empty();
        };
    }

    static String direction(Direction direction) {
        return switch (direction) {
            case LOWER_IS_BETTER -> "lager-is-gunstig";
            case HIGHER_IS_BETTER -> "hoger-is-gunstig";
            case NEUTRAL -> "zonder-richting";
        };
    }

    /** A year, a quarter or a month, such as 2019, 2019-K1 or 2019-01; empty for anything else. */
    static Optional<Period> period(String word) {
        try {
            Matcher year = YEAR.matcher(word);
            if (year.matches()) {
                return Optional.of(Period.year(Integer.parseInt(year.group(1))));
            }
            Matcher quarter = QUARTER.matcher(word);
            if (quarter.matches()) {
                return Optional.of(
                        Period.quarter(Integer.parseInt(quarter.group(1)), Integer.parseInt(quarter.group(2))));
            }
            Matcher month = MONTH.matcher(word);
            return month.matches()
                    ? Optional.of(new Period(PeriodGrain.MONTH, YearMonth.parse(word)))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /**
     * A moment such as 2024-02-06T00:00:00Z, or a date such as 2024-02-06: then the end of that day in Dutch time. Empty for
     * anything else.
     */
    static Optional<Instant> peildatum(String word) {
        try {
            boolean isDate = word.length() == "2024-02-06".length();
            return Optional.of(
                    isDate
                            ? LocalDate.parse(word)
                                    .plusDays(1)
                                    .atStartOfDay(DUTCH_TIME)
                                    .toInstant()
                                    .minusMillis(1)
                            : Instant.parse(word));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
