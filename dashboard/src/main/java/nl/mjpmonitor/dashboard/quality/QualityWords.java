package nl.mjpmonitor.dashboard.quality;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Set;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.warehouse.quality.Lag;

/** How the quality of the data is put into words. */
final class QualityWords {

    private static final Set<String> REASONS = Set.of(
            "oversized",
            "broken-json",
            "broken-envelope",
            "unknown-table",
            "truncate",
            "unknown-operation",
            "missing-version",
            "missing-key",
            "missing-column",
            "wrong-type",
            "wrong-format",
            "out-of-range",
            "unknown-police-class",
            "unknown-area",
            "unknown-code",
            "contract-violation",
            "month-in-future",
            "refused-at-source",
            "unchanged-value-unknown",
            "table-paused",
            "internal-error");

    private static final BigDecimal MEGABYTE = BigDecimal.valueOf(1_048_576);
    private static final long KILOBYTE = 1_024;
    private static final long SECONDS_OF_TWO_MINUTES = 120;
    private static final long MINUTES_OF_TWO_HOURS = 120;

    private final FigureWords words;

    QualityWords(FigureWords words) {
        this.words = words;
    }

    String text(String key, Object... parameters) {
        return words.text(key, parameters);
    }

    /** Why an event was rejected, for people. */
    String reason(String code) {
        return words.text("quality.reason." + (REASONS.contains(code) ? code : "other"));
    }

    /** How much waits, with its unit, and for how long. */
    String amount(Lag lag) {
        String amount = switch (lag.stage()) {
            case CONNECT, KEPT -> bytes(lag);
            case STREAM, STORE ->
                words.text("quality.lag.events", words.format().count(lag.amount()));
            case SCREEN -> words.text("quality.lag.answers", words.format().count(lag.amount()));
        };
        return lag.waiting().isZero() ? amount : words.text("quality.lag.since", amount, duration(lag.waiting()));
    }

    private String bytes(Lag lag) {
        return lag.amount() < MEGABYTE.longValueExact()
                ? words.text("quality.lag.kilobytes", words.format().count(lag.amount() / KILOBYTE))
                : words.text(
                        "quality.lag.megabytes",
                        words.format()
                                .decimal(BigDecimal.valueOf(lag.amount()).divide(MEGABYTE, 1, RoundingMode.HALF_UP)));
    }

    /** How long something took or is ago. */
    String duration(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        if (seconds < SECONDS_OF_TWO_MINUTES) {
            return seconds == 1
                    ? words.text("quality.second")
                    : words.text("quality.seconds", words.format().count(seconds));
        }
        return duration.toMinutes() < MINUTES_OF_TWO_HOURS
                ? words.text("quality.minutes", words.format().count(duration.toMinutes()))
                : words.text("quality.hours", words.format().count(duration.toHours()));
    }
}
