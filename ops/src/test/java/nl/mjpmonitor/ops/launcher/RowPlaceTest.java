package nl.mjpmonitor.ops.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import nl.mjpmonitor.ops.launcher.TableTopics.Place;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RowPlaceTest {

    @Test
    void aVersionOfTheWarehouseIsReadBack() {
        BigInteger streamed = BigInteger.valueOf(3)
                .shiftLeft(64)
                .or(BigInteger.valueOf(1L << 62 | 17))
                .shiftLeft(32)
                .or(BigInteger.valueOf(0xFFFF_FFFEL));

        assertThat(RowPlace.ofVersion(streamed)).isEqualTo(new RowPlace(3, true, 17, 0xFFFF_FFFEL));
        assertThat(RowPlace.ofVersion(BigInteger.valueOf(1)
                        .shiftLeft(96)
                        .or(BigInteger.valueOf(5).shiftLeft(32))))
                .isEqualTo(new RowPlace(1, false, 5, 0));
    }

    @Test
    void aStreamedChangeStandsAfterTheTransactionBeforeIt() {
        assertThat(RowPlace.ofEvent(2, event("u", "false", "[\"40\",\"44\"]", "{\"total_order\":3}")))
                .isEqualTo(new RowPlace(2, true, 40, 3));
        assertThat(RowPlace.ofEvent(2, event("u", "false", "[null,\"44\"]", "{\"total_order\":3}")))
                .isEqualTo(new RowPlace(2, true, 44, 3));
        assertThat(RowPlace.ofEvent(2, event("r", "last", "[null,\"44\"]", "null")))
                .isEqualTo(new RowPlace(2, false, 44, 0));
    }

    @Test
    void whatIsStatedOnceMoreComesAfterItsRowAndBeforeTheNextTransaction() {
        RowPlace row = new RowPlace(1, true, 40, 7);
        RowPlace readBySnapshot = new RowPlace(1, false, 90, 0);

        assertThat(row.next()).isGreaterThan(row).isLessThan(new RowPlace(1, true, 41, 1));
        assertThat(readBySnapshot.next()).isGreaterThan(readBySnapshot).isLessThan(new RowPlace(1, true, 1, 1));
        assertThat(row.next()).isLessThan(new RowPlace(2, false, 0, 0));
        assertThat(row.place()).isEqualTo(new Place(1, 40, "false"));
        assertThat(readBySnapshot.place()).isEqualTo(new Place(1, 90, "true"));
    }

    private static JsonNode event(String operation, String snapshot, String sequence, String transaction) {
        return JsonMapper.shared()
                .readTree("""
                {"op":"%s","source":{"snapshot":"%s","lsn":44,"sequence":"%s"},"transaction":%s}""".formatted(operation, snapshot, sequence.replace("\"", "\\\""), transaction));
    }
}
