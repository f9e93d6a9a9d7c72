package nl.mjpmonitor.ops.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import nl.mjpmonitor.ops.chain.PoliceRegister.CellCount;
import nl.mjpmonitor.ops.launcher.Stack;

/** What the warehouse holds of the police register, and whether that is what the register holds. */
final class Arrived {

    private final Stack stack;

    Arrived(Stack stack) {
        this.stack = stack;
    }

    /** Waits until every row and every count equals the source; fails with the differences when that does not come about. */
    void equals(PoliceRegister register) throws Exception {
        Until.holds(() -> {
            assertThat(rows()).as("rows").isEqualTo(register.rows());
            assertThat(counts()).as("counts").isEqualTo(register.counts());
        });
    }

    /** The newest count of a cell; empty when the warehouse never heard of it. */
    OptionalLong counted(String policeClass, String area, LocalDate month) throws SQLException {
        String sql = """
                SELECT count FROM mart.monthly_count WHERE measure = ? AND area_code = ? AND month = ?
                ORDER BY known_at DESC, change_count DESC LIMIT 1
                """;
        try (Connection warehouse = stack.warehouse();
                PreparedStatement statement = warehouse.prepareStatement(sql)) {
            statement.setString(1, "politie." + policeClass);
            statement.setString(2, area);
            statement.setString(3, month.toString());
            try (ResultSet newest = statement.executeQuery()) {
                return newest.next() ? OptionalLong.of(newest.getLong(1)) : OptionalLong.empty();
            }
        }
    }

    /** The name of a police class. */
    String nameOf(String policeClass) throws SQLException {
        try (Connection warehouse = stack.warehouse();
                PreparedStatement statement =
                        warehouse.prepareStatement("SELECT name FROM core.police_class_current WHERE code = ?")) {
            statement.setString(1, policeClass);
            try (ResultSet found = statement.executeQuery()) {
                return found.next() ? found.getString(1) : "";
            }
        }
    }

    private Map<Long, String> rows() throws SQLException {
        Map<Long, String> result = new TreeMap<>();
        try (Connection warehouse = stack.warehouse();
                Statement statement = warehouse.createStatement();
                ResultSet rows = statement.executeQuery("""
                        SELECT registration_id, arrayStringConcat([toString(delivery_id), police_class, area_code, toString(month),
                               if(isNull(registration_count), 'unknown', toString(registration_count)), if(is_withdrawn, 't', 'f'),
                               toString(updated_at)], '|') AS columns
                        FROM core.police_registration_current
                        """)) {
            while (rows.next()) {
                result.put(rows.getLong("registration_id"), rows.getString("columns"));
            }
        }
        return result;
    }

    private Map<String, CellCount> counts() throws SQLException {
        Map<String, CellCount> result = new TreeMap<>();
        try (Connection warehouse = stack.warehouse();
                Statement statement = warehouse.createStatement();
                ResultSet cells = statement.executeQuery("""
                        SELECT concat(substring(measure, 9), '|', area_code, '|', toString(month)) AS cell,
                               argMax(count, (known_at, change_count)) AS newest,
                               argMax(unknown_count, (known_at, change_count)) AS newest_unknown
                        FROM mart.monthly_count
                        WHERE startsWith(measure, 'politie.')
                        GROUP BY measure, area_code, month
                        HAVING newest <> 0 OR newest_unknown <> 0
                        """)) {
            while (cells.next()) {
                result.put(
                        cells.getString("cell"),
                        new CellCount(cells.getLong("newest"), cells.getLong("newest_unknown")));
            }
        }
        return result;
    }
}
