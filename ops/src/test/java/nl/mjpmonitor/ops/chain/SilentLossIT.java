package nl.mjpmonitor.ops.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import nl.mjpmonitor.ops.launcher.Replay;
import nl.mjpmonitor.ops.launcher.Resnapshot;
import nl.mjpmonitor.ops.launcher.Stack;
import nl.mjpmonitor.warehouse.WarehouseConnection;
import nl.mjpmonitor.warehouse.quality.EventPosition;
import nl.mjpmonitor.warehouse.quality.RejectedEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What ClickHouse's own MaterializedPostgreSQL loses without a word: a snapshot that is killed, an unchanged large value, all that
 * comes after an added column, dates far away, an array that is null. Here it arrives, or it is rejected with its reason. The sixth of
 * them, a table that is truncated, is {@link TruncateIT}.
 */
@ExtendWith(RunningStack.class)
class SilentLossIT {

    private static final String SYSTEM = "politiecijfers";
    private static final int LARGE = 20_000;
    private static final int SNAPSHOT_ROWS = 60_000;

    private final Stack stack;
    private Connection source;
    private Set<EventPosition> rejectedBefore = Set.of();

    SilentLossIT(Stack stack) {
        this.stack = stack;
    }

    @BeforeEach
    void connect() throws SQLException {
        source = stack.source(SYSTEM);
        // infinity is in no month, and comes after what was before Christ
        execute("ALTER TABLE politie.delivery DROP CONSTRAINT IF EXISTS delivery_period_whole_months");
        rejectedBefore = open().stream().map(RejectedEvent::position).collect(Collectors.toSet());
    }

    @AfterEach
    void leaveNothingBehind() throws Exception {
        execute("""
                DELETE FROM politie.delivery WHERE reference LIKE 'loss-%';
                ALTER TABLE politie.delivery ADD CONSTRAINT delivery_period_whole_months
                    CHECK (extract(day FROM period_from) = 1 AND extract(day FROM period_to) = 1 AND period_from <= period_to)""");
        awaitEqual();
        source.close();
    }

    @Test
    void aSnapshotThatIsKilledIsTakenAgain() throws Exception {
        long epoch = Long.parseLong(
                inWarehouse(
                        "SELECT toString(bitShiftRight(max(_version), 96)) AS answer FROM raw.change_event WHERE source_system = 'politiecijfers'"));
        execute("""
                INSERT INTO politie.registration (delivery_id, police_class, area_code, month, registration_count)
                SELECT (SELECT max(delivery_id) FROM politie.delivery), code, area_code,
                       (date '1971-01-01' + make_interval(months => month_number))::date, 1
                FROM generate_series(0, 100) AS month_number
                CROSS JOIN (SELECT code FROM politie.police_class) AS classes
                CROSS JOIN (SELECT DISTINCT area_code FROM politie.registration) AS areas
                ORDER BY month_number LIMIT %d""".formatted(SNAPSHOT_ROWS));
        try {
            Until.holds(() -> assertThat(read(epoch, "c")).isGreaterThanOrEqualTo(SNAPSHOT_ROWS));
            CompletableFuture<Resnapshot.Outcome> taken = new CompletableFuture<>();
            Thread.ofVirtual().start(() -> {
                try {
                    taken.complete(stack.resnapshot().of(SYSTEM));
                } catch (Exception e) {
                    taken.completeExceptionally(e);
                }
            });
            Until.holds(() -> assertThat(read(epoch + 1, "r")).isPositive());
            stack.kill("connect");
            assertThat(read(epoch + 1, "r"))
                    .as("rows that were read before the kill")
                    .isLessThan(SNAPSHOT_ROWS);

            assertThat(taken.get().epoch()).as("the snapshot was begun again").isGreaterThan(epoch + 1);
            awaitEqual();
        } finally {
            execute("DELETE FROM politie.registration WHERE month < '1990-01-01'");
        }
    }

    @Test
    void aLargeValueThatDoesNotChangeStays() throws Exception {
        execute("""
                ALTER TABLE politie.nuisance_kind ALTER COLUMN description SET STORAGE EXTERNAL;
                CREATE TEMPORARY TABLE kept AS SELECT * FROM politie.nuisance_kind""");
        String code = text("SELECT min(code) FROM politie.nuisance_kind");
        try {
            execute("UPDATE politie.nuisance_kind SET description = rpad('', %d, md5(code)) WHERE code = '%s'"
                    .formatted(LARGE, code));
            awaitEqual();
            assertThat(
                            text(
                                    "SELECT pg_relation_size(reltoastrelid) > 0 FROM pg_class WHERE oid = 'politie.nuisance_kind'::regclass"))
                    .as("the value lies outside its row, so an update of another column leaves it out")
                    .isEqualTo("t");

            execute("UPDATE politie.nuisance_kind SET name = name || ' (nieuw)' WHERE code = '%s'".formatted(code));
            awaitEqual();
            assertThat(newest(
                            "nuisance_kind", "code", '"' + code + '"', "length(JSONExtractString(row, 'description'))"))
                    .isEqualTo(Integer.toString(LARGE));
            assertThat(newest("nuisance_kind", "code", '"' + code + '"', "JSONExtractString(row, 'name')"))
                    .endsWith(" (nieuw)");
        } finally {
            execute("""
                    UPDATE politie.nuisance_kind AS kind SET name = kept.name, description = kept.description
                    FROM kept WHERE kept.code = kind.code AND kind.code = '%s';
                    ALTER TABLE politie.nuisance_kind ALTER COLUMN description SET STORAGE EXTENDED""".formatted(code));
        }
    }

    @Test
    void anAddedColumnStopsNothing() throws Exception {
        String code = text("SELECT min(code) FROM politie.nuisance_kind");
        execute("ALTER TABLE politie.nuisance_kind ADD COLUMN added text NOT NULL DEFAULT 'new'");
        publish("code, name, description, added");
        try {
            execute("UPDATE politie.nuisance_kind SET name = name || ' (nieuw)' WHERE code = '%s'".formatted(code));
            awaitEqual();
            assertThat(newest("nuisance_kind", "code", '"' + code + '"', "JSONExtractString(row, 'name')"))
                    .endsWith(" (nieuw)");
        } finally {
            publish("code, name, description");
            execute("""
                    ALTER TABLE politie.nuisance_kind DROP COLUMN added;
                    UPDATE politie.nuisance_kind SET name = replace(name, ' (nieuw)', '')""");
        }
        awaitEqual();
    }

    @Test
    void datesFarAwayStayWhatTheyAreAndAreUnknownWhereTheyCannotBeHeld() throws Exception {
        String id = deliver("'0001-01-01'", "'9999-12-01'", "'{A40}'");
        awaitEqual();
        assertThat(newest(
                        "delivery",
                        "delivery_id",
                        id,
                        "concat(JSONExtractString(row, 'period_from'), ' ', JSONExtractString(row, 'period_to'))"))
                .isEqualTo("0001-01-01Z 9999-12-01Z");
        assertThat(inWarehouse(
                        "SELECT concat(ifNull(toString(period_from), 'unknown'), ' ', ifNull(toString(period_to), 'unknown')) AS answer"
                                + " FROM core.police_delivery_current WHERE delivery_id = " + id))
                .isEqualTo("unknown unknown");
    }

    @Test
    void aDateThatNoFormHoldsIsRejectedAndNotBent() throws Exception {
        String id = deliver("'infinity'", "'0044-03-01 BC'", "'{A40}'");
        EventPosition rejected = awaitRejection("wrong-format");
        execute("UPDATE politie.delivery SET period_from = '2001-01-01', period_to = '2001-02-01' WHERE delivery_id = "
                + id);
        awaitEqual();
        dismiss(rejected);
    }

    @Test
    void anArrayThatIsNullDoesNotBecomeAnEmptyOne() throws Exception {
        execute("ALTER TABLE politie.delivery ALTER COLUMN police_classes DROP NOT NULL");
        try {
            String id = deliver("'2001-01-01'", "'2001-02-01'", "NULL");
            EventPosition rejected = awaitRejection("wrong-type");
            assertThat(inWarehouse(
                            "SELECT toString(count()) AS answer FROM core.police_delivery_current WHERE delivery_id = "
                                    + id))
                    .isEqualTo("0");

            execute("UPDATE politie.delivery SET police_classes = '{A40,A10}' WHERE delivery_id = " + id);
            awaitEqual();
            assertThat(newest("delivery", "delivery_id", id, "JSONExtractRaw(row, 'police_classes')"))
                    .isEqualTo("[\"A40\",\"A10\"]");
            dismiss(rejected);
        } finally {
            execute("DELETE FROM politie.delivery WHERE police_classes IS NULL;"
                    + " ALTER TABLE politie.delivery ALTER COLUMN police_classes SET NOT NULL");
        }
    }

    /** A withdrawn delivery, which covers nothing, whatever its period. */
    private String deliver(String from, String to, String classes) throws SQLException {
        return text("""
                INSERT INTO politie.delivery (reference, period_from, period_to, delivered_at, status, police_classes, provenance)
                VALUES ('loss-' || random(), %s, %s, now(), 'withdrawn', %s, 'demonstration')
                RETURNING delivery_id""".formatted(from, to, classes));
    }

    private void publish(String columns) throws SQLException {
        execute("""
                ALTER PUBLICATION mjp_publication SET TABLE politie.police_class (code, name), politie.offence_kind (code, name),
                    politie.offence_kind_class (kind_code, class_code), politie.nuisance_kind (%s),
                    politie.delivery (delivery_id, reference, period_from, period_to, delivered_at, status, police_classes,
                        provenance),
                    politie.registration (registration_id, delivery_id, police_class, area_code, month, registration_count,
                        is_withdrawn, updated_at)
                """.formatted(columns));
    }

    private void awaitEqual() throws Exception {
        Until.holds(() -> assertThat(stack.differences(SYSTEM)).isEmpty());
    }

    /** Registrations of an epoch that came by an operation. */
    private long read(long epoch, String operation) {
        return Long.parseLong(inWarehouse("""
                SELECT toString(count()) AS answer FROM raw.change_event
                WHERE source_system = 'politiecijfers' AND source_table = 'registration'
                  AND bitShiftRight(_version, 96) = %d AND op = '%s'""".formatted(epoch, operation)));
    }

    /** What the newest stand of a row says; empty when there is none. */
    private String newest(String table, String keyColumn, String key, String expression) {
        return inWarehouse("""
                SELECT toString(argMax(%s, _version)) AS answer FROM raw.change_event
                WHERE source_system = 'politiecijfers' AND source_table = '%s' AND key = '{"%s":%s}'
                """.formatted(expression, table, keyColumn, key));
    }

    private String inWarehouse(String sql) {
        try (WarehouseConnection warehouse = stack.warehouseConnection()) {
            return warehouse
                    .query("Look at the warehouse", sql, Map.of(), row -> row.getString("answer"))
                    .getFirst();
        }
    }

    private EventPosition awaitRejection(String reason) throws Exception {
        AtomicReference<EventPosition> position = new AtomicReference<>();
        Until.holds(() -> {
            assertThat(open())
                    .filteredOn(event -> !rejectedBefore.contains(event.position()))
                    .extracting(RejectedEvent::reason)
                    .containsExactly(reason);
            open().stream()
                    .map(RejectedEvent::position)
                    .filter(found -> !rejectedBefore.contains(found))
                    .forEach(position::set);
        });
        return position.get();
    }

    private void dismiss(EventPosition rejected) {
        try (Replay replay = stack.replay()) {
            replay.dismiss(rejected, "made up for a test; the row was mended since");
        }
    }

    private List<RejectedEvent> open() {
        try (Replay replay = stack.replay()) {
            return replay.open();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = source.createStatement()) {
            statement.execute(sql);
        }
    }

    private String text(String sql) throws SQLException {
        try (Statement statement = source.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            found.next();
            return found.getString(1);
        }
    }
}
