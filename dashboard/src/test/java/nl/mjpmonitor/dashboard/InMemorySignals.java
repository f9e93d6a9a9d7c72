package nl.mjpmonitor.dashboard;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.mjpmonitor.warehouse.WarehouseException;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.catalogue.LocalizedText;
import nl.mjpmonitor.warehouse.signals.Signal;
import nl.mjpmonitor.warehouse.signals.SignalId;
import nl.mjpmonitor.warehouse.signals.SignalRule;
import nl.mjpmonitor.warehouse.signals.Signals;

/** Signals in memory. They can be away. Safe for use by many threads. */
public final class InMemorySignals implements Signals {

    private final Map<SignalId, Signal> byId = new LinkedHashMap<>();
    private boolean isAway;
    private long changes;

    public synchronized void clear() {
        byId.clear();
        isAway = false;
        changes++;
    }

    public synchronized void goAway() {
        isAway = true;
    }

    public synchronized void comeBack() {
        isAway = false;
    }

    /** Opens a signal, or opens it again. */
    public synchronized Signal open(SignalRule rule, String subject, String area, Instant at) {
        Signal signal = new Signal(
                SignalId.of(rule.id(), subject, area, ""),
                rule,
                subject,
                new AreaCode(area),
                "",
                at,
                Optional.empty(),
                Map.of("aantal", "41"),
                new LocalizedText("Zin over " + subject + " in " + area + ".", "Sentence about " + subject + "."),
                at);
        byId.put(signal.id(), signal);
        changes++;
        return signal;
    }

    /** The machine finds it no more. */
    public synchronized void end(SignalId id, Instant at) {
        changes++;
        byId.computeIfPresent(
                id,
                (same, before) -> new Signal(
                        id,
                        before.rule(),
                        before.subject(),
                        before.area(),
                        before.period(),
                        before.openedAt(),
                        Optional.of(at),
                        before.figures(),
                        before.sentence(),
                        at));
    }

    /** As a {@link nl.mjpmonitor.warehouse.quality.ChangeSignal} tells it. */
    synchronized String token() {
        answer();
        return Long.toString(changes);
    }

    @Override
    public synchronized List<Signal> newest() {
        answer();
        return byId.values().stream()
                .sorted(Comparator.comparing(Signal::knownAt).reversed())
                .toList();
    }

    @Override
    public synchronized Optional<Signal> find(SignalId id) {
        answer();
        return Optional.ofNullable(byId.get(id));
    }

    private void answer() {
        if (isAway) {
            throw new WarehouseException("The signals in memory are away");
        }
    }
}
