package nl.mjpmonitor.streaming.state;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.util.function.ToIntFunction;
import org.apache.flink.api.common.state.ValueState;
import org.jspecify.annotations.Nullable;

/**
 * One value a key, of which those that were used last are in memory, too, so that they need not be looked for in the files of the state
 * store. Each value is written to the state at once: what is in memory is never more than a copy, and an operator that is restored begins
 * without any.
 *
 * <p>Nobody else may write to the state. To be used by the thread of one operator, under the operator's current key.
 *
 * @param <V> immutable values
 */
public final class RecentValues<V> {

    /** What Java and the cache need for an entry with a key and a small object. */
    private static final int BYTES_AN_ENTRY = 200;

    private final ValueState<V> state;
    private final Cache<String, V> recent;

    /**
     * Remembers as many values as fit into its part of the memory.
     *
     * @param state where they are kept
     * @param partOfHeap one in so many bytes of the largest heap of this process is for them
     * @param characters how many characters of text a value holds, about
     */
    public RecentValues(ValueState<V> state, int partOfHeap, ToIntFunction<V> characters) {
        this(state, Runtime.getRuntime().maxMemory() / partOfHeap, characters);
    }

    RecentValues(ValueState<V> state, long bytes, ToIntFunction<V> characters) {
        this.state = state;
        this.recent = Caffeine.newBuilder()
                .maximumWeight(bytes)
                .weigher((String key, V value) -> BYTES_AN_ENTRY + key.length() + characters.applyAsInt(value))
                .executor(Runnable::run)
                .build();
    }

    /** The value of the current key; null when it has none. */
    public @Nullable V get(String key) throws IOException {
        V known = recent.getIfPresent(key);
        if (known != null) {
            return known;
        }
        V kept = state.value();
        if (kept != null) {
            recent.put(key, kept);
        }
        return kept;
    }

    /** Replaces the value of the current key. */
    public void update(String key, V value) throws IOException {
        state.update(value);
        recent.put(key, value);
    }
}
