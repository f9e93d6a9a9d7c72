package nl.mjpmonitor.ops.launcher;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import nl.mjpmonitor.ops.launcher.Reconciler.Look;
import nl.mjpmonitor.ops.launcher.TableTopics.Positions;
import nl.mjpmonitor.ops.launcher.WarehouseRows.Held;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Some keys of a table, as a source has them and as the warehouse has them since it passed that.
 *
 * <p>A key is different only when the warehouse still has the change of it that it had before the source was looked at: a newer one is
 * a later change, of which this look says nothing.
 */
final class SecondLook {

    /**
     * Rows of the source beside what the warehouse had before. Holds whole rows only of what the warehouse did not have as it is.
     */
    static final class Source {

        private final Map<String, Held> before;
        private final Map<String, Long> checksums = new HashMap<>();
        private final Map<String, ObjectNode> suspects = new HashMap<>();

        Source(Map<String, Held> before) {
            this.before = before;
        }

        void add(String key, ObjectNode row) {
            Long checksum = SourceRows.checksum(key, row);
            checksums.put(key, checksum);
            if (!checksum.equals(checksum(before.get(key)))) {
                suspects.put(key, row);
            }
        }
    }

    private final Look look;
    private final Positions passed;
    private final Source source;
    private final Map<String, Held> after;
    private final Set<String> keys;
    private final Set<String> different = new TreeSet<>();

    /**
     * Compares.
     *
     * @param passed positions in the topics before which all is that the look at the source saw
     * @param after what the warehouse has since it passed them
     */
    SecondLook(Look look, Positions passed, Source source, Map<String, Held> after) {
        this.look = look;
        this.passed = passed;
        this.source = source;
        this.after = after;
        this.keys = new HashSet<>(source.checksums.keySet());
        keys.addAll(after.keySet());
        for (String key : keys) {
            if (!Objects.equals(expected(key), checksum(after.get(key))) && !isOvertaken(key, source.before.get(key))) {
                different.add(key);
            }
        }
    }

    /** When the source was looked at, and where it was. */
    Look look() {
        return look;
    }

    /** Positions in the topics before which all is that the look at the source saw. */
    Positions passed() {
        return passed;
    }

    /** All keys that either has. */
    Set<String> keys() {
        return keys;
    }

    /** Keys whose rows differ although no later change can be the reason, in order. */
    Set<String> different() {
        return different;
    }

    /** Checksum of a row in the source; null when it has none. */
    @Nullable Long expected(String key) {
        return source.checksums.get(key);
    }

    /** Checksum of a row in the warehouse, but for later changes; null when it has none. */
    @Nullable Long found(String key) {
        return different.contains(key) ? checksum(after.get(key)) : expected(key);
    }

    /** The row of a different key in the source; null when it is gone there. */
    @Nullable ObjectNode row(String key) {
        return source.suspects.get(key);
    }

    /** What the warehouse has of a key; null when it never heard of it. */
    @Nullable Held held(String key) {
        return after.get(key);
    }

    /**
     * Whether the warehouse has a newer change of a key by now: that with which its row was stated once more, or a later one.
     *
     * @param now what the warehouse has since
     */
    boolean isOvertaken(String key, @Nullable Held now) {
        return !Objects.equals(place(after.get(key)), place(now));
    }

    private static @Nullable Long checksum(@Nullable Held held) {
        return held == null ? null : held.checksum();
    }

    private static @Nullable RowPlace place(@Nullable Held held) {
        return held == null ? null : held.place();
    }
}
