package nl.mjpmonitor.warehouse.thresholds;

import java.io.Serializable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** What held when: one value from the beginning, others from a moment on. Two after each other differ. */
public final class Timeline<T extends Serializable> implements Serializable {

    private static final long serialVersionUID = 1L;

    private final TreeMap<Instant, T> values;

    private Timeline(Map<Instant, T> values) {
        this.values = new TreeMap<>(values);
    }

    /** What holds always. */
    public static <T extends Serializable> Timeline<T> always(T value) {
        return new Timeline<>(Map.of(Instant.MIN, value));
    }

    /** This one, and another value from a moment on, which is not before those it knows. */
    public Timeline<T> from(Instant moment, T value) {
        TreeMap<Instant, T> more = new TreeMap<>(values.headMap(moment, false));
        if (more.isEmpty() || !more.lastEntry().getValue().equals(value)) {
            more.put(moment, value);
        }
        return new Timeline<>(more);
    }

    /** A part of what held when. */
    public <P extends Serializable> Timeline<P> map(Function<T, P> part) {
        Timeline<P> parts = always(part.apply(values.firstEntry().getValue()));
        for (Map.Entry<Instant, T> value : values.tailMap(Instant.MIN, false).entrySet()) {
            parts = parts.from(value.getKey(), part.apply(value.getValue()));
        }
        return parts;
    }

    /** What holds at a moment. */
    public T at(Instant moment) {
        return values.floorEntry(moment).getValue();
    }

    /** What holds in the end. */
    public T newest() {
        return values.lastEntry().getValue();
    }

    /** All that held up to and including a moment. */
    public Collection<T> until(Instant moment) {
        return List.copyOf(values.headMap(moment, true).values());
    }

    /** The moments of change after one, up to and including another. */
    public NavigableSet<Instant> changes(Instant after, Instant until) {
        return after.isBefore(until)
                ? new TreeSet<>(values.subMap(after, false, until, true).keySet())
                : new TreeSet<>();
    }

    /** How many changes there were up to and including a moment. */
    public int changesUntil(Instant moment) {
        return values.headMap(moment, true).size() - 1;
    }

    /** The first moment of change after one. */
    public Optional<Instant> next(Instant after) {
        return Optional.ofNullable(values.higherKey(after));
    }

    /** The last moment of change up to and including one; empty when there was none. */
    public Optional<Instant> newestUntil(Instant moment) {
        return Optional.of(values.floorKey(moment)).filter(change -> !change.equals(Instant.MIN));
    }
}
