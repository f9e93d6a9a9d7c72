package nl.mjpmonitor.ops.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import nl.mjpmonitor.ops.launcher.Reconciler.Look;
import nl.mjpmonitor.ops.launcher.TableTopics.Positions;
import nl.mjpmonitor.ops.launcher.WarehouseRows.Held;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class SecondLookTest {

    private static final Look LOOK = new Look(Instant.EPOCH, 100);
    private static final Positions PASSED = new Positions(Map.of());
    private static final String KEY = "{\"id\":1}";

    @Test
    void aRowThatBothHaveIsEqual() {
        SecondLook second = look(Map.of(KEY, held(1, row(5))), row(5), Map.of(KEY, held(1, row(5))));
        assertThat(second.keys()).containsExactly(KEY);
        assertThat(second.different()).isEmpty();
        assertThat(second.expected(KEY)).isEqualTo(second.found(KEY)).isEqualTo(SourceRows.checksum(KEY, row(5)));
    }

    @Test
    void aRowThatDidNotArriveIsDifferentAndKept() {
        SecondLook second = look(Map.of(KEY, held(1, row(5))), row(6), Map.of(KEY, held(1, row(5))));
        assertThat(second.different()).containsExactly(KEY);
        assertThat(second.row(KEY)).isEqualTo(row(6));
        assertThat(second.found(KEY)).isEqualTo(SourceRows.checksum(KEY, row(5)));
    }

    @Test
    void aRowThatTheWarehouseNeverHeardOfIsDifferentAndKept() {
        SecondLook second = look(Map.of(), row(6), Map.of());
        assertThat(second.different()).containsExactly(KEY);
        assertThat(second.row(KEY)).isEqualTo(row(6));
        assertThat(second.held(KEY)).isNull();
        assertThat(second.found(KEY)).isNull();
    }

    @Test
    void aRowThatTheSourceNoLongerHasIsDifferentUnlessItIsDeleted() {
        SecondLook left = look(Map.of(KEY, held(1, row(5))), null, Map.of(KEY, held(1, row(5))));
        assertThat(left.different()).containsExactly(KEY);
        assertThat(left.row(KEY)).isNull();
        assertThat(left.expected(KEY)).isNull();
        SecondLook gone = look(Map.of(KEY, held(1, null)), null, Map.of(KEY, held(1, null)));
        assertThat(gone.different()).isEmpty();
    }

    @Test
    void aRowThatChangedSinceSaysNothing() {
        SecondLook second = look(Map.of(KEY, held(1, row(5))), row(6), Map.of(KEY, held(3, row(7))));
        assertThat(second.different()).isEmpty();
        // it is counted on both sides as the source was seen to have it
        assertThat(second.found(KEY)).isEqualTo(second.expected(KEY)).isEqualTo(SourceRows.checksum(KEY, row(6)));
    }

    @Test
    void aRowIsMendedOnceTheWarehouseHasANewerChangeOfIt() {
        SecondLook second = look(Map.of(KEY, held(1, row(5))), row(6), Map.of(KEY, held(1, row(5))));
        assertThat(second.isOvertaken(KEY, held(1, row(5)))).isFalse();
        assertThat(second.isOvertaken(KEY, held(2, row(6)))).isTrue();
    }

    private static SecondLook look(Map<String, Held> before, @Nullable ObjectNode inSource, Map<String, Held> after) {
        SecondLook.Source source = new SecondLook.Source(before);
        if (inSource != null) {
            source.add(KEY, inSource);
        }
        return new SecondLook(LOOK, PASSED, source, after);
    }

    private static Held held(long position, @Nullable ObjectNode row) {
        return new Held(
                new RowPlace(1, true, position, 1), row == null ? null : Long.valueOf(SourceRows.checksum(KEY, row)));
    }

    private static ObjectNode row(int amount) {
        return JsonMapper.shared().createObjectNode().put("id", 1).put("amount", amount);
    }
}
