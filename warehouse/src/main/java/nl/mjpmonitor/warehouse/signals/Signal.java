package nl.mjpmonitor.warehouse.signals;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.catalogue.LocalizedText;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;

/**
 * A signal as it stands now: something in the figures that asks for a look. What people did with it stands elsewhere.
 *
 * @param id the id
 * @param rule the rule that made it
 * @param subject what it is about within the rule
 * @param area area it is about
 * @param period period it is about, as {@link nl.mjpmonitor.warehouse.periods.Period#label()} writes it; empty when it is about none
 * @param openedAt moment from which it is open, or was before it was over
 * @param overAt moment from which it is over; empty while it is open
 * @param figures the figures behind the sentence, in the order of {@link SignalRule#figures()}, then others by name
 * @param sentence what it says
 * @param knownAt moment from which the warehouse knew this stand
 */
public record Signal(
        SignalId id,
        SignalRule rule,
        String subject,
        AreaCode area,
        String period,
        Instant openedAt,
        Optional<Instant> overAt,
        Map<String, String> figures,
        LocalizedText sentence,
        Instant knownAt) {

    public Signal {
        figures = inOrder(rule, figures);
    }

    public boolean isOpen() {
        return overAt.isEmpty();
    }

    /** The indicator it is about; empty when it is about something else. */
    public Optional<IndicatorId> indicator() {
        return rule.isAboutIndicator() ? Optional.of(new IndicatorId(subject)) : Optional.empty();
    }

    private static Map<String, String> inOrder(SignalRule rule, Map<String, String> figures) {
        Map<String, String> ordered = new LinkedHashMap<>();
        rule.figures().stream().filter(figures::containsKey).forEach(name -> ordered.put(name, figures.get(name)));
        figures.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(figure -> ordered.putIfAbsent(figure.getKey(), figure.getValue()));
        return Collections.unmodifiableMap(ordered);
    }
}
