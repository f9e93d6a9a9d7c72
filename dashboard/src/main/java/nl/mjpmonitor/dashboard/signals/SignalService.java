package nl.mjpmonitor.dashboard.signals;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.mjpmonitor.dashboard.access.OutOfScopeException;
import nl.mjpmonitor.dashboard.access.Reader;
import nl.mjpmonitor.dashboard.access.ReaderScope;
import nl.mjpmonitor.dashboard.access.Role;
import nl.mjpmonitor.dashboard.audit.AuditAction;
import nl.mjpmonitor.dashboard.audit.AuditLog;
import nl.mjpmonitor.dashboard.duiding.DuidingText;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.areas.Areas;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorCatalogue;
import nl.mjpmonitor.warehouse.signals.Signal;
import nl.mjpmonitor.warehouse.signals.SignalId;
import nl.mjpmonitor.warehouse.signals.Signals;
import org.springframework.stereotype.Component;

/**
 * Reads signals and keeps what is done with them, on behalf of the reader of this thread. Every method decides for itself what the
 * reader may do, by the tables of {@link ReaderScope} and {@link SignalRight}; a view only leaves out what would be refused.
 *
 * <p>All methods but {@link #open} throw {@link nl.mjpmonitor.dashboard.store.StoreAwayException} when the store cannot be used
 * now, and {@link OutOfScopeException} for what the reader may not do.
 */
@Component
public class SignalService {

    private final Signals signals;
    private final SignalStore store;
    private final IndicatorCatalogue catalogue;
    private final Areas areas;
    private final AuditLog audit;
    private final Clock clock;

    SignalService(
            Signals signals,
            SignalStore store,
            IndicatorCatalogue catalogue,
            Areas areas,
            AuditLog audit,
            Clock clock) {
        this.signals = signals;
        this.store = store;
        this.catalogue = catalogue;
        this.areas = areas;
        this.audit = audit;
        this.clock = clock;
    }

    /** The newest signals that the reader may see, with what people did with them. */
    public List<SignalEntry> newest() {
        return withActs(visible(signals.newest()));
    }

    /** Those of these signals that the reader may see, with what people did with them. */
    public List<SignalEntry> withActs(List<Signal> all) {
        List<Signal> visible = visible(all);
        Map<SignalId, List<SignalAct>> acts =
                store.find(visible.stream().map(Signal::id).toList());
        return visible.stream()
                .map(signal -> new SignalEntry(signal, acts.getOrDefault(signal.id(), List.of())))
                .toList();
    }

    /** Those of these signals that the reader may see, and that the machine still finds. */
    public List<Signal> open(List<Signal> all) {
        return visible(all).stream().filter(Signal::isOpen).toList();
    }

    /** Those of these signals that the reader may see. */
    public List<Signal> visible(List<Signal> all) {
        ReaderScope scope = ReaderScope.of(Reader.current(), areas);
        return all.stream().filter(signal -> isVisible(scope, signal)).toList();
    }

    /** A signal is as confidential as its rule and, where it is about one, its indicator. */
    private boolean isVisible(ReaderScope scope, Signal signal) {
        Optional<Area> area = areas.find(signal.area());
        boolean isRuleOpen = area.filter(found -> scope.opens(signal.rule().confidentiality(), found))
                .isPresent();
        if (!isRuleOpen || signal.indicator().isEmpty()) {
            return isRuleOpen;
        }
        Optional<Indicator> indicator = signal.indicator().flatMap(catalogue::find);
        return indicator.isPresent() && scope.opens(indicator.get(), area.get());
    }

    /** What the reader may do with a signal. */
    public Set<SignalRight> rights(Signal signal) {
        Reader reader = Reader.current();
        Set<SignalRight> rights = EnumSet.noneOf(SignalRight.class);
        if (isVisible(ReaderScope.of(reader, areas), signal)) {
            reader.roles().forEach(role -> rights.addAll(SignalRight.of(role, signal.rule())));
        }
        return rights;
    }

    /**
     * Tells that it was seen.
     *
     * @param version {@link SignalEntry#version()} that the reader saw
     * @throws SignalConflictException when somebody acted since, or the signal was closed
     */
    public SignalEntry tellSeen(SignalId id, int version) {
        return act(id, version, SignalRight.TELL_SEEN, SignalAct.Kind.GEZIEN, "", AuditAction.SIGNAL_SEEN);
    }

    /**
     * Explains it.
     *
     * @param version {@link SignalEntry#version()} that the reader saw
     * @throws nl.mjpmonitor.dashboard.duiding.InvalidDuidingException when the text cannot be an explanation
     * @throws SignalConflictException when somebody acted since, or the signal was closed
     */
    public SignalEntry explain(SignalId id, int version, String typed) {
        return act(
                id,
                version,
                SignalRight.EXPLAIN,
                SignalAct.Kind.TOELICHTING,
                DuidingText.of(typed),
                AuditAction.SIGNAL_EXPLAINED);
    }

    /**
     * Closes it, with a reason. It stays closed until the machine opens it again.
     *
     * @param version {@link SignalEntry#version()} that the reader saw
     * @throws nl.mjpmonitor.dashboard.duiding.InvalidDuidingException when the text cannot be a reason
     * @throws SignalConflictException when somebody acted since, or the signal was closed
     */
    public SignalEntry close(SignalId id, int version, String typed) {
        return act(
                id,
                version,
                SignalRight.CLOSE,
                SignalAct.Kind.GESLOTEN,
                DuidingText.of(typed),
                AuditAction.SIGNAL_CLOSED);
    }

    private SignalEntry act(
            SignalId id, int version, SignalRight right, SignalAct.Kind kind, String text, AuditAction action) {
        Signal signal = signals.find(id).orElseThrow(() -> new IllegalArgumentException("There is no signal " + id));
        if (!rights(signal).contains(right)) {
            audit.record(AuditAction.REFUSED, right + " " + id);
            throw new OutOfScopeException("Not for this reader: " + right + " of signal " + id);
        }
        SignalEntry before = withActs(List.of(signal)).getFirst();
        if (before.version() != version) {
            throw new SignalConflictException("Signal " + id + " has act " + before.version() + " by now");
        }
        if (before.state() == SignalState.GESLOTEN) {
            throw new SignalConflictException("Signal " + id + " has been closed");
        }
        SignalAct act = act(version + 1, kind, text, right, signal);
        if (!store.add(id, act)) {
            throw new SignalConflictException("Signal " + id + " has another act " + act.number());
        }
        audit.record(action, id + " v" + act.number() + " " + signal.rule().id() + " " + signal.area());
        return new SignalEntry(
                signal, Stream.concat(before.acts().stream(), Stream.of(act)).toList());
    }

    private SignalAct act(int number, SignalAct.Kind kind, String text, SignalRight right, Signal signal) {
        Reader reader = Reader.current();
        Role inRole = reader.roles().stream()
                .sorted()
                .filter(role -> SignalRight.of(role, signal.rule()).contains(right))
                .findFirst()
                .orElseThrow();
        // the store keeps microseconds
        return new SignalAct(
                number, kind, text, reader.name(), inRole, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }
}
