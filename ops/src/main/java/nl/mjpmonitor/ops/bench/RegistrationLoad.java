package nl.mjpmonitor.ops.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicLong;
import nl.mjpmonitor.ops.launcher.Stack;

/**
 * Registrations made up for a measurement, in the months from 1971 on, long before those of the demo data. Changes are made by the database itself, in
 * transactions of {@value #CHANGES_A_TRANSACTION} rows; each transaction ends by counting its changes in one row, the marker. Whoever
 * follows the table knows by the marker how many of the changes it has.
 *
 * <p>One thread at a time makes changes; any thread may ask how many there are.
 */
final class RegistrationLoad implements AutoCloseable {

    /** The last of them is the marker. */
    static final int CHANGES_A_TRANSACTION = 100;

    static final String SYSTEM = "politiecijfers";

    private static final int TRANSACTIONS_A_CALL = 10;

    private final Connection source;
    private final long marker;
    private final long firstRow;
    private final int rows;
    private final AtomicLong changes = new AtomicLong();
    private long next;

    private RegistrationLoad(Connection source, long marker, long firstRow, int rows) {
        this.source = source;
        this.marker = marker;
        this.firstRow = firstRow;
        this.rows = rows;
    }

    /** Adds the rows, and the marker before them, in one transaction. */
    static RegistrationLoad fill(Stack stack, int rows) throws SQLException {
        Connection source = stack.source(SYSTEM);
        source.setAutoCommit(false);
        try (Statement statement = source.createStatement()) {
            long marker = id(statement, """
                    INSERT INTO politie.registration (delivery_id, police_class, area_code, month, registration_count)
                    SELECT max(delivery_id), 'A40', 'BU09350000', '1970-01-01', 0 FROM politie.delivery
                    RETURNING registration_id""");
            statement.executeUpdate("""
                    INSERT INTO politie.registration (delivery_id, police_class, area_code, month, registration_count)
                    SELECT (SELECT max(delivery_id) FROM politie.delivery), police_class, area_code,
                           (date '1971-01-01' + make_interval(months => month_number))::date, 1
                    FROM generate_series(0, 480) AS month_number
                    CROSS JOIN (SELECT code AS police_class FROM politie.police_class) AS classes
                    CROSS JOIN (SELECT DISTINCT area_code FROM politie.registration) AS areas
                    ORDER BY month_number, area_code, police_class
                    LIMIT %d""".formatted(rows));
            long last = id(statement, "SELECT max(registration_id) FROM politie.registration");
            source.commit();
            source.setAutoCommit(true);
            statement.execute("ANALYZE politie.registration");
            RegistrationLoad load = new RegistrationLoad(source, marker, last - rows + 1, rows);
            load.createProcedure();
            return load;
        }
    }

    /** Key of the row that counts the changes. */
    long marker() {
        return marker;
    }

    /** Key of the first row; the others follow. */
    long firstRow() {
        return firstRow;
    }

    int rows() {
        return rows;
    }

    /** Changes made so far, as the marker says. */
    long changes() {
        return changes.get();
    }

    /** Changes at least so many rows, one after another, round and round; returns when they are committed. */
    void change(long wanted) throws SQLException {
        long goal = changes.get() + wanted;
        try (PreparedStatement call = source.prepareStatement("CALL public.bench_change(?)")) {
            while (changes.get() < goal) {
                call.setLong(1, next);
                call.execute();
                next += (long) (CHANGES_A_TRANSACTION - 1) * TRANSACTIONS_A_CALL;
                if (next + (long) CHANGES_A_TRANSACTION * TRANSACTIONS_A_CALL > rows) {
                    next = 0;
                }
                changes.addAndGet((long) CHANGES_A_TRANSACTION * TRANSACTIONS_A_CALL);
            }
        }
    }

    /** Rows of the whole table, and the sum of their counts. */
    String stand() throws SQLException {
        try (Statement statement = source.createStatement();
                ResultSet stand = statement.executeQuery(
                        "SELECT count(*) || ' rows, sum ' || coalesce(sum(registration_count), 0) FROM politie.registration")) {
            stand.next();
            return stand.getString(1);
        }
    }

    @Override
    public void close() throws SQLException {
        source.close();
    }

    /** A procedure, because only the database itself makes changes faster than they are followed. */
    private void createProcedure() throws SQLException {
        try (Statement statement = source.createStatement()) {
            statement.execute("""
                    CREATE OR REPLACE PROCEDURE public.bench_change(first bigint) LANGUAGE plpgsql AS $$
                    DECLARE
                      start bigint := first;
                    BEGIN
                      FOR number IN 1..%1$d LOOP
                        UPDATE politie.registration SET registration_count = registration_count + 1
                        WHERE registration_id BETWEEN %2$d + start AND %2$d + start + %3$d - 2;
                        UPDATE politie.registration SET registration_count = registration_count + %3$d
                        WHERE registration_id = %4$d;
                        start := start + %3$d - 1;
                        COMMIT;
                      END LOOP;
                    END
                    $$""".formatted(TRANSACTIONS_A_CALL, firstRow, CHANGES_A_TRANSACTION, marker));
        }
    }

    private static long id(Statement statement, String sql) throws SQLException {
        try (ResultSet found = statement.executeQuery(sql)) {
            found.next();
            return found.getLong(1);
        }
    }
}
