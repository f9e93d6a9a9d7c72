package nl.mjpmonitor.streaming.signals;

import java.time.Instant;
import java.util.Map;

/**
 * What a rule found, or found to be over. {@link SignalFunction} decides whether it becomes a signal.
 *
 * @param ruleId the rule
 * @param subject what it is about within the rule: an indicator, a hotspot, a case or a system; never a person
 * @param areaCode area it is about
 * @param knownAt moment from which the warehouse knew it
 * @param figures what the rule's sentence needs, see {@link nl.mjpmonitor.warehouse.signals.SignalRule}; with dots as decimal marks
 * @param isOver whether it holds no more
 */
public record SignalCandidate(
        String ruleId, String subject, String areaCode, Instant knownAt, Map<String, String> figures, boolean isOver) {

    /** Copies the figures. */
    public SignalCandidate {
        figures = Map.copyOf(figures);
    }
}
