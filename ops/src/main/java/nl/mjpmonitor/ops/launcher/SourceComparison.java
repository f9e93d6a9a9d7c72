package nl.mjpmonitor.ops.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.mjpmonitor.ingest.pseudonym.PseudonymKey;
import nl.mjpmonitor.ops.launcher.CapturedTables.Table;
import nl.mjpmonitor.ops.launcher.Difference.Kind;
import nl.mjpmonitor.ops.launcher.WarehouseRows.Cell;
import nl.mjpmonitor.warehouse.WarehouseConnection;

/**
 * Compares a source system with the warehouse: every row of every table that has a contract, all its columns, and every count with what
 * a {@code GROUP BY} in the source says.
 *
 * <p>It compares what is there at the moment of asking; ask again while changes are on their way. Of each row it holds the key and a
 * checksum, so that a large table does not take the memory of the launcher.
 */
final class SourceComparison {

    /**
     * A table of the source.
     *
     * @param checksums of its rows, by key
     * @param counts its cells and how often each is counted; empty of a table that is not counted
     */
    private record Expected(Map<String, Long> checksums, Map<String, Long> counts) {}

    private final PostgresServer postgres;
    private final WarehouseConnection warehouse;
    private final Path contracts;
    private final SourceRows sourceRows;
    private final WarehouseRows warehouseRows;

    /** @param keyVersion name of the pseudonym key in the connectors' definitions */
    SourceComparison(
            PostgresServer postgres,
            WarehouseConnection warehouse,
            Path contracts,
            Secrets secrets,
            String keyVersion) {
        this.postgres = postgres;
        this.warehouse = warehouse;
        this.contracts = contracts;
        this.sourceRows = new SourceRows(PseudonymKey.of(keyVersion, secrets.pseudonymKey()));
        this.warehouseRows = new WarehouseRows(warehouse);
    }

    /** What differs; empty when nothing does. */
    List<Difference> of(String system) throws IOException, SQLException {
        List<Difference> differences = new ArrayList<>();
        try (Connection source = postgres.connect(system)) {
            source.setAutoCommit(false);
            source.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            for (Table table : CapturedTables.of(contracts, system)) {
                Optional<CountedRows> counted = CountedRows.of(system, table.name());
                Expected expected = inSource(source, table, counted);
                differences.addAll(rows(system, table.name(), expected.checksums(), inWarehouse(table)));
                counted.ifPresent(rule -> differences.addAll(counts(system, rule, expected.counts())));
            }
            source.rollback();
        }
        differences.addAll(core(system));
        return differences;
    }

    private static List<Difference> rows(
            String system, String table, Map<String, Long> expected, Map<String, Long> found) {
        List<Difference> differences = new ArrayList<>();
        expected.forEach((key, row) -> {
            Long other = found.get(key);
            if (other == null) {
                differences.add(new Difference(system, table, key, Kind.LOST, 1));
            } else if (!other.equals(row)) {
                differences.add(new Difference(system, table, key, Kind.STALE, 1));
            }
        });
        found.keySet().stream()
                .filter(key -> !expected.containsKey(key))
                .forEach(key -> differences.add(new Difference(system, table, key, Kind.DOUBLE, 1)));
        return differences;
    }

    private List<Difference> counts(String system, CountedRows counted, Map<String, Long> expected) {
        Map<String, Cell> found = warehouseRows.cells(counted);
        List<Difference> differences = new ArrayList<>();
        Map<String, Long> all = new TreeMap<>(expected);
        found.forEach((cell, ignored) -> all.putIfAbsent(cell, 0L));
        all.forEach((cell, count) -> {
            long surplus = found.getOrDefault(cell, Cell.NONE).count() - count;
            if (surplus != 0) {
                differences.add(new Difference(
                        system, "count", cell, surplus > 0 ? Kind.DOUBLE : Kind.LOST, Math.abs(surplus)));
            }
        });
        return differences;
    }

    /** The tables of core against the log: a key of which core does not hold the newest version is stale there. */
    private List<Difference> core(String system) {
        return warehouse.query(
                "Compare core with the log for " + system,
                """
                SELECT source_table, key
                FROM (
                    SELECT source_table, key, max(_version) AS logged
                    FROM raw.change_event
                    WHERE source_system = {system:String}
                        AND (source_system, source_table) NOT IN (('politiecijfers', 'registration'), ('melddesk', 'report'))
                    GROUP BY source_table, key
                ) AS log
                LEFT JOIN (
                    SELECT source_table, key, max(_version) AS stored
                    FROM core.casework_change
                    WHERE source_system = {system:String}
                    GROUP BY source_table, key
                ) AS core USING (source_table, key)
                WHERE logged != stored
                UNION ALL
                SELECT 'registration' AS source_table, concat('{"registration_id":', toString(registration_id), '}') AS key
                FROM (
                    SELECT JSONExtractInt(key, 'registration_id') AS registration_id, max(_version) AS logged
                    FROM raw.change_event
                    WHERE source_system = 'politiecijfers' AND source_table = 'registration' AND {system:String} = 'politiecijfers'
                    GROUP BY registration_id
                ) AS log
                LEFT JOIN (
                    SELECT registration_id, max(_version) AS stored FROM core.police_registration GROUP BY registration_id
                ) AS core USING (registration_id)
                WHERE logged != stored
                """,
                Map.of("system", system),
                row -> new Difference(
                        system, "core " + row.getString("source_table"), row.getString("key"), Kind.STALE, 1));
    }

    private Map<String, Long> inWarehouse(Table table) {
        Map<String, Long> checksums = new HashMap<>();
        KeyRanges ranges = warehouseRows.ranges(table);
        for (int range = 0; range < ranges.size(); range++) {
            warehouseRows.held(table, ranges, List.of(range), key -> true).forEach((key, held) -> {
                if (held.checksum() != null) {
                    checksums.put(key, held.checksum());
                }
            });
        }
        return checksums;
    }

    private Expected inSource(Connection source, Table table, Optional<CountedRows> counted) throws SQLException {
        Expected expected = new Expected(new HashMap<>(), new HashMap<>());
        sourceRows.read(source, table, (key, row) -> {
            expected.checksums().put(key, SourceRows.checksum(key, row));
            counted.ifPresent(rule -> rule.count(row, expected.counts()));
        });
        return expected;
    }
}
