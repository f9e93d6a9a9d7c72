package nl.mjpmonitor.ops.launcher;

import java.math.BigInteger;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import nl.mjpmonitor.ops.launcher.CapturedTables.Table;
import nl.mjpmonitor.ops.launcher.KeyRanges.Sum;
import nl.mjpmonitor.warehouse.WarehouseConnection;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rows of the sources as the warehouse has them, and its counts of them. Of a row it hands over the checksum and reads one range of
 * keys at a time, so that a large table does not take the memory of the launcher.
 */
final class WarehouseRows {

    /** Number of keys in a range. */
    private static final int RANGE_SIZE = 5_000;

    /** The newest state of each key in a range; an upper bound of '' is none. */
    private static final String NEWEST = """
            SELECT key, max(_version) AS version, toInt32(argMax(_is_deleted, _version)) AS is_deleted,
                argMax(row, _version) AS newest
            FROM raw.change_event
            WHERE source_system = {system:String} AND source_table = {table:String}
                AND key >= {from:String} AND (key < {to:String} OR {to:String} = '')
            GROUP BY key""";

    /** {@link KeyRanges#hash} in SQL. */
    private static final String HASH = "reinterpretAsUInt64(substring(MD5(concat(key, '\\n', newest)), 1, 8))";

    /**
     * What the warehouse has of a key.
     *
     * @param place of its newest change
     * @param checksum of its row; null when it is deleted
     */
    record Held(RowPlace place, @Nullable Long checksum) {}

    /**
     * A cell of the monthly counts.
     *
     * @param changes tells whether anything was counted in between
     */
    record Cell(long count, long changes) {

        static final Cell NONE = new Cell(0, 0);
    }

    private final WarehouseConnection warehouse;

    /** @param warehouse stays open until this is no longer used */
    WarehouseRows(WarehouseConnection warehouse) {
        this.warehouse = warehouse;
    }

    /** Ranges of the keys that the warehouse knows of a table, all of the same number of keys but the last. */
    KeyRanges ranges(Table table) {
        return new KeyRanges(warehouse.query(
                "Query of ranges of keys",
                """
                SELECT key
                FROM (
                    SELECT key, row_number() OVER (ORDER BY key) AS place
                    FROM (
                        SELECT DISTINCT key
                        FROM raw.change_event
                        WHERE source_system = {system:String} AND source_table = {table:String}
                    )
                )
                WHERE place % {size:UInt32} = 0
                ORDER BY key""",
                Map.of("system", table.system(), "table", table.name(), "size", RANGE_SIZE),
                row -> row.getString("key")));
    }

    /** Number and checksum of the rows in each range. */
    Sum[] sums(Table table, KeyRanges ranges) {
        Sum[] sums = ranges.emptySums();
        Map<String, Object> parameters = parameters(table, "", "");
        parameters.put("boundaries", JsonMapper.shared().writeValueAsString(ranges.boundaries()));
        warehouse.query(
                "Checksums of " + table.topic(),
                """
                SELECT toInt32(arrayCount(boundary -> boundary <= key, JSONExtract({boundaries:String}, 'Array(String)')))
                        AS key_range,
                    toInt64(count()) AS row_count, reinterpretAsInt64(sum(%s)) AS checksum
                FROM (
                %s
                )
                WHERE is_deleted = 0
                GROUP BY key_range""".formatted(HASH, NEWEST),
                parameters,
                row -> sums[row.getInteger("key_range")] = new Sum(row.getLong("row_count"), row.getLong("checksum")));
        return sums;
    }

    /**
     * What it has of the keys in some ranges, deleted ones too.
     *
     * @param asked numbers of the ranges
     */
    Map<String, Held> held(Table table, KeyRanges ranges, Collection<Integer> asked, Predicate<String> isWanted) {
        Map<String, Held> held = new HashMap<>();
        for (int range : asked) {
            warehouse.query(
                    "Rows of " + table.topic(),
                    """
                    SELECT key, toString(version) AS place, is_deleted, reinterpretAsInt64(%s) AS checksum
                    FROM (
                    %s
                    )""".formatted(HASH, NEWEST),
                    parameters(table, ranges.from(range), ranges.to(range)),
                    row -> {
                        String key = row.getString("key");
                        if (isWanted.test(key)) {
                            held.put(
                                    key,
                                    new Held(
                                            RowPlace.ofVersion(new BigInteger(row.getString("place"))),
                                            row.getInteger("is_deleted") == 1 ? null : row.getLong("checksum")));
                        }
                        return key;
                    });
        }
        return held;
    }

    /** The newest counts of a table by cell; what is unknown under the name of the cell with {@link CountedRows#UNKNOWN}. */
    Map<String, Cell> cells(CountedRows rule) {
        Map<String, Cell> cells = new HashMap<>();
        warehouse.query("Counts of " + rule, """
                SELECT concat(measure, ' ', area_code, ' ', toString(month)) AS cell,
                    toInt64(argMax(count, (known_at, change_count))) AS newest,
                    toInt64(argMax(unknown_count, (known_at, change_count))) AS newest_unknown,
                    toInt64(max(change_count)) AS changes
                FROM mart.monthly_count
                WHERE startsWith(measure, {prefix:String})
                GROUP BY measure, area_code, month""", Map.of("prefix", rule.measurePrefix()), row -> {
            String cell = row.getString("cell");
            long changes = row.getLong("changes");
            Cell known = new Cell(row.getLong("newest"), changes);
            cells.put(cell, known);
            cells.put(cell + CountedRows.UNKNOWN, new Cell(row.getLong("newest_unknown"), changes));
            return known;
        });
        return cells;
    }

    /** Of {@link #NEWEST}. */
    private static Map<String, Object> parameters(Table table, String from, String to) {
        return new HashMap<>(Map.of("system", table.system(), "table", table.name(), "from", from, "to", to));
    }
}
