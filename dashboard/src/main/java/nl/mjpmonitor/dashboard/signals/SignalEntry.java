package nl.mjpmonitor.dashboard.signals;

import java.util.List;
import nl.mjpmonitor.warehouse.signals.Signal;

/**
 * A signal with what people did with it.
 *
 * @param signal what the machine says
 * @param acts what people did, oldest first, also before it opened again
 */
public record SignalEntry(Signal signal, List<SignalAct> acts) {

    public SignalEntry {
        acts = List.copyOf(acts);
    }

    /** Number of the last act; 0 when nobody did anything. Who acts must have seen it. */
    public int version() {
        return acts.isEmpty() ? 0 : acts.getLast().number();
    }

    /** What was done about an earlier opening does not count: what opens again is new. */
    public SignalState state() {
        List<SignalAct> current = acts.stream()
                .filter(act -> !act.actedAt().isBefore(signal.openedAt()))
                .toList();
        if (has(current, SignalAct.Kind.GESLOTEN)) {
            return SignalState.GESLOTEN;
        }
        if (!signal.isOpen()) {
            return SignalState.VOORBIJ;
        }
        if (has(current, SignalAct.Kind.TOELICHTING)) {
            return SignalState.TOEGELICHT;
        }
        return current.isEmpty() ? SignalState.NIEUW : SignalState.GEZIEN;
    }

    private static boolean has(List<SignalAct> acts, SignalAct.Kind kind) {
        return acts.stream().anyMatch(act -> act.kind() == kind);
    }
}
