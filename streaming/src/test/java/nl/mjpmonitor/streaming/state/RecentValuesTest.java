package nl.mjpmonitor.streaming.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.state.ValueState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecentValuesTest {

    private static final long ROOM = 100_000;

    private final Store store = new Store();
    private final RecentValues<String> values = new RecentValues<>(store, ROOM, String::length);

    @Test
    void aValueIsWrittenToTheStateAtOnceAndNotReadFromItAgain() throws IOException {
        update("a", "1");
        update("a", "2");

        assertThat(get("a")).isEqualTo("2");
        assertThat(store.kept).containsExactly(Map.entry("a", "2"));
        assertThat(store.reads).isZero();
    }

    @Test
    void whatTheStateHoldsAlreadyIsReadOnce() throws IOException {
        store.kept.put("a", "1");

        assertThat(get("a")).isEqualTo("1");
        assertThat(get("a")).isEqualTo("1");
        assertThat(store.reads).isEqualTo(1);
    }

    @Test
    void aKeyWithoutValueHasNoneUntilItGetsOne() throws IOException {
        assertThat(get("a")).isNull();
        update("a", "1");

        assertThat(get("a")).isEqualTo("1");
        assertThat(get("b")).isNull();
    }

    @Test
    void whatNoLongerFitsIntoMemoryIsReadFromTheState() throws IOException {
        String aTwentieth = "x".repeat((int) ROOM / 20);
        for (int key = 0; key < 100; key++) {
            update("key " + key, aTwentieth + key);
        }
        for (int key = 0; key < 100; key++) {
            assertThat(get("key " + key)).isEqualTo(aTwentieth + key);
        }

        assertThat(store.reads).isBetween(80, 100);
    }

    @Test
    void whatTheStateDidNotTakeIsNotRemembered() throws IOException {
        update("a", "1");
        store.isBroken = true;

        assertThatThrownBy(() -> update("a", "2")).isInstanceOf(IOException.class);
        assertThat(get("a")).isEqualTo("1");
    }

    private @Nullable String get(String key) throws IOException {
        store.currentKey = key;
        return values.get(key);
    }

    private void update(String key, String value) throws IOException {
        store.currentKey = key;
        values.update(key, value);
    }

    /** State of one value a key that counts how often it is read. */
    private static final class Store implements ValueState<String> {

        private final Map<String, String> kept = new HashMap<>();
        private String currentKey = "";
        private boolean isBroken;
        private int reads;

        @Override
        public @Nullable String value() {
            reads++;
            return kept.get(currentKey);
        }

        @Override
        public void update(String value) throws IOException {
            if (isBroken) {
                throw new IOException("the disk is full");
            }
            kept.put(currentKey, value);
        }

        @Override
        public void clear() {
            kept.remove(currentKey);
        }
    }
}
