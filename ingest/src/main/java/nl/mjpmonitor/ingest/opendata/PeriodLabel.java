package nl.mjpmonitor.ingest.opendata;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A period as the StatLine portal prints it: {@code 2025 januari*}, {@code 2025 april *}, {@code 2024 1e kwartaal}, {@code 2023**}.
 *
 * @param period the period
 * @param isProvisional whether a star says that the figure may still be restated
 */
record PeriodLabel(PeriodCode period, boolean isProvisional) {
    private static final List<String> MONTHS = List.of(
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
            "december");
    private static final Pattern LABEL =
            Pattern.compile("(\\d{4})(?:\\s+(?:(\\p{L}+)|([1-4])e kwartaal))?\\s*(\\*{0,2})");

    static Optional<PeriodLabel> of(String label) {
        Matcher matcher = LABEL.matcher(label.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(matcher.group(1));
        boolean isProvisional = !matcher.group(4).isEmpty();
        if (matcher.group(3) != null) {
            return Optional.of(
                    new PeriodLabel(PeriodCode.quarter(year, Integer.parseInt(matcher.group(3))), isProvisional));
        }
        if (matcher.group(2) == null) {
            return Optional.of(new PeriodLabel(PeriodCode.year(year), isProvisional));
        }
        int month = MONTHS.indexOf(matcher.group(2)) + 1;
        return month == 0
                ? Optional.empty()
                : Optional.of(new PeriodLabel(PeriodCode.month(year, month), isProvisional));
    }
}
