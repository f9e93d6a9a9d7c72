package nl.mjpmonitor.streaming.detection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/** The changes of a key that a detection holds, to tell how it stood at any moment. */
public final class HeldChanges<C extends HeldChanges.Change> {

    /** A change of what a detection looks at. */
    public interface Change {

        /** Moment the warehouse took it in. */
        Instant knownAt();
    }

    private final ListState<C> changes;

    /** @param name of the state */
    public HeldChanges(RuntimeContext context, String name, Class<C> type) {
        this.changes = context.getListState(new ListStateDescriptor<>(name, TypeInformation.of(type)));
    }

    /** All of them, in the order in which they came. */
    public List<C> all() throws Exception {
        List<C> held = new ArrayList<>();
        changes.get().forEach(held::add);
        return held;
    }

    /** One more. */
    public void add(C change) throws Exception {
        changes.add(change);
    }

    /** Forgets all others. */
    public void keepOnly(List<C> remembered) throws Exception {
        changes.update(remembered);
    }

    /** Forgets all. */
    public void clear() {
        changes.clear();
    }

    /** The moment of the newest of these changes, of which there is at least one. */
    public static Instant newest(Collection<? extends Change> all) {
        return all.stream().map(Change::knownAt).max(Comparator.naturalOrder()).orElseThrow();
    }

    /** That moment, or another one that is later. */
    public static Instant newest(Collection<? extends Change> all, Instant other) {
        Instant newest = newest(all);
        return newest.isAfter(other) ? newest : other;
    }
}
