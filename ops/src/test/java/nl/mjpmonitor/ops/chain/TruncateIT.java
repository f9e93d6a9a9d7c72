package nl.mjpmonitor.ops.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import nl.mjpmonitor.ops.launcher.Stack;
import nl.mjpmonitor.warehouse.WarehouseConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A source that empties a table at once names no rows; the warehouse loses them nevertheless, and nobody has to do anything. */
@ExtendWith(RunningStack.class)
class TruncateIT {

    private static final LocalDate MONTH = LocalDate.of(2013, 1, 1);

    private final Stack stack;

    TruncateIT(Stack stack) {
        this.stack = stack;
    }

    @AfterEach
    void nothingIsLeftOpen() throws Exception {
        Until.holds(() -> {
            assertThat(openTruncations()).as("rejected events that still wait").isZero();
            assertThat(stack.differences("melddesk")).isEmpty();
            assertThat(stack.differences("politiecijfers")).isEmpty();
        });
    }

    @Test
    void theRowsOfAnEmptiedTableAreGoneAndMayComeBack() throws Exception {
        double before = followed("melddesk");
        assertThat(current("group_size")).isPositive();
        try (Connection source = stack.source("melddesk");
                Statement statement = source.createStatement()) {
            statement.execute("CREATE TEMPORARY TABLE kept AS SELECT * FROM melddesk.group_size");
            statement.execute("TRUNCATE melddesk.group_size");
            try {
                Until.holds(() -> assertThat(current("group_size")).isZero());
                Until.holds(() -> assertThat(followed("melddesk")).isGreaterThan(before));
                assertThat(stack.differences("melddesk")).isEmpty();
            } finally {
                statement.execute("INSERT INTO melddesk.group_size SELECT * FROM kept");
            }
        }
        Until.holds(() -> {
            assertThat(current("group_size")).isPositive();
            assertThat(stack.differences("melddesk")).isEmpty();
        });
    }

    /** As a monthly load does it: emptied and filled again in one transaction, with a row less. */
    @Test
    void aTableThatIsEmptiedAndFilledAgainLosesOnlyWhatWasLeftOut() throws Exception {
        try (PoliceRegister register = new PoliceRegister(stack);
                Connection source = stack.source("politiecijfers");
                Statement statement = source.createStatement()) {
            Arrived arrived = new Arrived(stack);
            long leftOut = register.add("A40", "BU09350000", MONTH, 7);
            long stays = register.add("A40", "BU09350001", MONTH, 8);
            arrived.equals(register);

            source.setAutoCommit(false);
            statement.execute("CREATE TEMPORARY TABLE kept AS SELECT * FROM politie.registration");
            statement.execute("TRUNCATE politie.registration");
            statement.execute(
                    "INSERT INTO politie.registration SELECT * FROM kept WHERE registration_id <> " + leftOut);
            source.commit();

            arrived.equals(register);
            assertThat(arrived.counted("A40", "BU09350000", MONTH)).hasValue(0);
            assertThat(arrived.counted("A40", "BU09350001", MONTH)).hasValue(8);
            register.remove(stays);
        }
    }

    private long current(String table) {
        try (WarehouseConnection warehouse = stack.warehouseConnection()) {
            return warehouse
                    .query("Count the rows of " + table, """
                                    SELECT count() AS row_count
                                    FROM (
                                        SELECT key
                                        FROM raw.change_event
                                        WHERE source_system = 'melddesk' AND source_table = {table:String}
                                        GROUP BY key
                                        HAVING argMax(_is_deleted, _version) = 0
                                    )""", Map.of("table", table), row -> row.getLong("row_count"))
                    .getFirst();
        }
    }

    private double followed(String system) throws Exception {
        return Scrape.of(
                        Optional.ofNullable(stack.metricsAddresses().get("launcher"))
                                .orElseThrow(),
                        Optional.empty())
                .sum("mjp_truncations_total", "system", system);
    }

    private long openTruncations() throws SQLException {
        try (Connection warehouse = stack.warehouse();
                Statement statement = warehouse.createStatement();
                ResultSet open = statement.executeQuery(
                        "SELECT count() FROM control.rejected_event_current WHERE reason = 'truncate' AND state = 'new'")) {
            open.next();
            return open.getLong(1);
        }
    }
}
