package nl.mjpmonitor.streaming.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.mjpmonitor.streaming.change.ChangeVersion;
import nl.mjpmonitor.streaming.change.Operation;
import nl.mjpmonitor.streaming.row.RowChange;
import nl.mjpmonitor.warehouse.rows.ChangeEventRow;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.junit.jupiter.api.Test;

/** In which months no detection means zero. */
class DetectionRegistersTest {

    private static final Instant KNOWN_AT = Instant.parse("2026-11-21T08:00:00Z");

    @Test
    void theRegistersThatAreLookedAtAreRepeatedWithTheirVersion() {
        ChangeEventRow row = repeated("ondermijning", "register_period", period("mot", "2019-01-01Z", "2022-12-01Z"))
                .get(0);

        assertThat(row.sourceSystem()).isEqualTo("detectie");
        assertThat(row.sourceTable()).isEqualTo("register_period");
        assertThat(row.key()).isEqualTo("{\"k\":1}");
        assertThat(row.lsn()).isEqualTo(7);
        assertThat(row.deleted()).isFalse();
        assertThat(row.row()).contains("2019-01-01Z").contains("2022-12-01Z");
    }

    @Test
    void otherRegistersTablesAndSystemsAreNot() {
        assertThat(repeated("ondermijning", "register_period", period("signal", "2019-01-01Z", "2022-12-01Z")))
                .isEmpty();
        assertThat(repeated("pmg", "register_period", period("report", "2019-01-01Z", "2022-12-01Z")))
                .isEmpty();
        assertThat(repeated("melddesk", "report", period("report", "2019-01-01Z", "2022-12-01Z")))
                .isEmpty();
    }

    @Test
    void reportsOfMonthsThatAreNotRememberedAsAWholeAreLeftOut() {
        assertThat(repeated("melddesk", "register_period", period("report", "2022-01-01Z", "2026-11-01Z"))
                        .get(0)
                        .row())
                .contains("\"period_from\":\"2024-12-01\"")
                .contains("2026-11-01Z");
        assertThat(repeated("melddesk", "register_period", period("report", "2025-02-01Z", "2026-11-01Z"))
                        .get(0)
                        .row())
                .contains("2025-02-01Z");
        assertThat(repeated("melddesk", "register_period", period("report", "2019-01-01Z", "2024-11-01Z"))
                        .get(0)
                        .deleted())
                .isTrue();
    }

    @Test
    void aPeriodThatIsDeletedIsDeletedHereToo() {
        List<ChangeEventRow> rows = new ArrayList<>();
        flatMap(change("ondermijning", "register_period", period("lwo", "2019-01-01Z", "2022-12-01Z"), null), rows);

        assertThat(rows)
                .singleElement()
                .satisfies(row -> assertThat(row.deleted()).isTrue());
    }

    private static List<ChangeEventRow> repeated(String system, String table, String row) {
        List<ChangeEventRow> rows = new ArrayList<>();
        flatMap(change(system, table, null, row), rows);
        return rows;
    }

    private static void flatMap(RowChange change, List<ChangeEventRow> rows) {
        DetectionRegisters registers = new DetectionRegisters(730);
        registers.open(new OpenContext() {});
        registers.flatMap(change, new ListCollector<>(rows));
    }

    private static RowChange change(String system, String table, String previous, String current) {
        return new RowChange(
                system,
                table,
                "{\"k\":1}",
                Operation.UPDATE,
                new ChangeVersion(1, 7, 1),
                previous,
                current,
                KNOWN_AT,
                KNOWN_AT,
                "topic",
                0,
                0);
    }

    private static String period(String register, String from, String to) {
        return "{\"register\":\"%s\",\"period_from\":\"%s\",\"period_to\":\"%s\",\"provenance\":\"demonstration\"}"
                .formatted(register, from, to);
    }
}
