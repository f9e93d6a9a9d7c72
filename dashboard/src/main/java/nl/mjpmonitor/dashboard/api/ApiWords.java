package nl.mjpmonitor.dashboard.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import nl.mjpmonitor.warehouse.indicators.Direction;
import nl.mjpmonitor.warehouse.indicators.Measure;
import nl.mjpmonitor.warehouse.indicators.Provenance;
import nl.mjpmonitor.warehouse.indicators.Target;
import nl.mjpmonitor.warehouse.indicators.ValueStatus;
import nl.mjpmonitor.warehouse.periods.Period;
import nl.mjpmonitor.warehouse.periods.PeriodGrain;

/** The words of the interface for what the warehouse knows by type. */
final class ApiWords {

    private static final ZoneId DUTCH_TIME = ZoneId.of("Europe/Amsterdam");

    private ApiWords() {}

    static String grain(PeriodGrain grain) {
        return switch (grain) {
            case YEAR -> "jaar";
            case QUARTER -> "kwartaal";
            case MONTH -> "maand";
            case YEAR_TO_DATE -> "jaar-tot-en-met";
            case ROLLING_YEAR -> "voortschrijdend-jaar";
            case SPAN -> "tijdvak";
        };
    }

    /** Empty when there is no such word. */
    static Optional<PeriodGrain> grain(String word) {
        return switch (word) {
            case "jaar" -> Optional.of(PeriodGrain.YEAR);
            case "kwartaal" -> Optional.of(PeriodGrain.QUARTER);
            case "maand" -> Optional.of(PeriodGrain.MONTH);
            case "jaar-tot-en-met" -> Optional.of(PeriodGrain.YEAR_TO_DATE);
            case "voortschrijdend-jaar" -> Optional.of(PeriodGrain.ROLLING_YEAR);
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

    static String measure(Measure measure) {
        return switch (measure) {
            case Measure.Count _ -> "telling";
            case Measure.Distinct _ -> "unieke-telling";
            case Measure.Duration _ -> "doorlooptijd";
            case Measure.Level _ -> "stand";
            case Measure.Ratio _ -> "verhouding";
        };
    }

    static String target(Target target) {
        return switch (target) {
            case Target.Heading _ -> "richting";
            case Target.Norm _ -> "norm";
            case Target.Milestone _ -> "mijlpaal";
            case Target.Criterion _ -> "criterium";
            case Target.None _ -> "geen";
        };
    }

    static String way(Target.Way way) {
        return switch (way) {
            case DOWN -> "omlaag";
            case UP -> "omhoog";
            case HOLD -> "gelijk";
        };
    }

    static String comparison(Target.Comparison comparison) {
        return switch (comparison) {
            case AT_LEAST -> "ten-minste";
            case AT_MOST -> "ten-hoogste";
        };
    }

    static String status(ValueStatus status) {
        return switch (status) {
            case DEFINITIEF -> "definitief";
            case VOORLOPIG -> "voorlopig";
        };
    }

    /** Empty when the source does not say. */
    static Optional<String> provenance(Provenance provenance) {
        return switch (provenance) {
            case PUBLISHED_YEAR -> Optional.of("gepubliceerd-jaar");
            case PUBLISHED_PERIOD -> Optional.of("gepubliceerd-periode");
            case DEMONSTRATION -> Optional.of("demonstratie");
            case UNMARKED -> Optional.empty();
        };
    }

    /** A year, a quarter or a month, such as 2019, 2019-K1 or 2019-01; empty for anything else. */
    static Optional<Period> period(String word) {
        return Period.parse(word).filter(period -> period.grain().isCalendar());
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
