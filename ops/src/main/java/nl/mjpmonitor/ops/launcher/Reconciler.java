package nl.mjpmonitor.ops.launcher;

import java.io.IOException;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.mjpmonitor.ingest.pseudonym.PseudonymKey;
import nl.mjpmonitor.ops.launcher.CapturedTables.Table;
import nl.mjpmonitor.ops.launcher.KeyRanges.Sum;
import nl.mjpmonitor.ops.launcher.TableTopics.Positions;
import nl.mjpmonitor.ops.launcher.TableTopics.Restatement;
import nl.mjpmonitor.warehouse.WarehouseConnection;
import nl.mjpmonitor.warehouse.quality.ClickHouseReconciliations;
import nl.mjpmonitor.warehouse.quality.ReconciledRange;
import nl.mjpmonitor.warehouse.quality.ReconciliationState;
import nl.mjpmonitor.warehouse.quality.Reconciliations;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Compares every row of a source system with the warehouse at the same position, range by range of the keys, finds the keys that
 * differ, and mends them; records what it found.
 *
 * <p>It takes a snapshot of the source, waits until the warehouse has passed the log position of the snapshot, and compares number and
 * checksum of each range. Only where they differ, perhaps because of a change in between, it looks at keys: it notes which version the
 * warehouse has of each, takes another snapshot, waits again, and compares row by row. A key is called different only when the
 * warehouse still has the version it had before that second snapshot: all that the snapshot saw has arrived by then, so a newer
 * version means that a later change overtook the comparison, and no newer version means that something is missing.
 *
 * <p>A row that differs is stated once more, in the words of the connector and with a place just after its newest change, so that
 * every later change still wins. A row of which a change was rejected is left to the person who decides about that.
 *
 * @see <a href="../../../../../../../../docs/decisions/0032-reconciled-in-two-looks.md">decision 0032</a>
 */
final class Reconciler implements AutoCloseable {

    /** Number of keys in a range. */
    private static final int RANGE_SIZE = 5_000;

    private static final int KEYS_NAMED = 5;
    private static final Duration PASS_LIMIT = Duration.ofMinutes(3);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * What one look at the source showed.
     *
     * @param position log position that holds everything the look saw
     */
    private record Look(Instant at, long position) {}

    /**
     * What the warehouse has of a key.
     *
     * @param row null when it is deleted
     */
    private record Held(BigInteger version, @Nullable ObjectNode row) {}

    /**
     * A cell of the monthly counts.
     *
     * @param changes tells whether anything was counted in between
     */
    private record Cell(long count, long changes) {}

    private final Parts parts;
    private final WarehouseConnection warehouse;
    private final Reconciliations reconciliations;
    private final Connectors connectors;
    private final TableTopics topics;
    private final SourceRows sourceRows;
    private final Clock clock;

    Reconciler(Parts parts, Secrets secrets, Clock clock) throws IOException {
        this.parts = parts;
        this.warehouse = parts.clickHouse().address().openPatiently();
        this.reconciliations = new ClickHouseReconciliations(warehouse, clock);
        this.connectors = parts.connect().connectors();
        this.topics = new TableTopics(parts.kafka());
        this.sourceRows =
                new SourceRows(PseudonymKey.of(parts.artifacts().pseudonymKeyVersion(), secrets.pseudonymKey()));
        this.clock = clock;
    }

    /**
     * Compares a system, or one table of it.
     *
     * @param heals whether rows that differ are stated once more
     * @return what was recorded: one entry a range, and one for the counts of a counted table
     * @throws LauncherException when there is no such table, or the warehouse does not catch up
     */
    List<ReconciledRange> check(String system, Optional<String> table, boolean heals)
            throws IOException, SQLException, InterruptedException {
        List<Table> tables = CapturedTables.of(parts.artifacts().contracts(), system).stream()
                .filter(each -> table.isEmpty() || each.name().equals(table.get()))
                .toList();
        if (tables.isEmpty()) {
            throw new LauncherException("There is no captured table %s of the system %s."
                    .formatted(table.orElse(""), system)
                    .replace("  ", " "));
        }
        Map<Table, KeyRanges> ranges = new HashMap<>();
        tables.forEach(each -> ranges.put(each, new KeyRanges(boundaries(each))));
        Map<Table, Sum[]> inSource = new HashMap<>();
        Map<Table, Map<String, Long>> expectedCounts = new HashMap<>();
        Look first = look(system, source -> {
            for (Table each : tables) {
                KeyRanges of = Objects.requireNonNull(ranges.get(each));
                Sum[] sums = none(of);
                Map<String, Long> counts = new HashMap<>();
                Optional<CountedRows> counted = CountedRows.of(system, each.name());
                sourceRows.read(source, each, (key, row) -> {
                    int range = of.of(key);
                    sums[range] = sums[range].plus(KeyRanges.hash(key, JSON.writeValueAsString(row)));
                    counted.ifPresent(rule -> rule.count(row, counts));
                });
                inSource.put(each, sums);
                expectedCounts.put(each, counts);
            }
        });
        awaitPassed(system, first, tables);
        List<ReconciledRange> found = new ArrayList<>();
        for (Table each : tables) {
            KeyRanges of = Objects.requireNonNull(ranges.get(each));
            found.addAll(compare(each, of, first, Objects.requireNonNull(inSource.get(each)), sums(each, of), heals));
            Optional<CountedRows> rule = CountedRows.of(system, each.name());
            if (rule.isPresent()) {
                found.add(compareCounts(each, rule.get(), first, Objects.requireNonNull(expectedCounts.get(each))));
            }
        }
        reconciliations.record(found);
        return found;
    }

    /**
     * States the rows of these keys once more as they are in the source now, also those of which a change was rejected.
     *
     * @return how many differed
     */
    int restate(Table table, Set<String> keys) throws IOException, SQLException, InterruptedException {
        Map<String, ObjectNode> rows = new HashMap<>();
        Map<String, Held> before = held(table, key -> keys.contains(key));
        Look look = look(
                table.system(),
                source -> sourceRows.read(source, table, (key, row) -> {
                    if (keys.contains(key)) {
                        rows.put(key, row);
                    }
                }));
        awaitPassed(table.system(), look, List.of(table));
        Map<String, Held> after = held(table, key -> keys.contains(key));
        Set<String> different = different(keys, rows, before, after);
        heal(table, different, rows, after);
        return different.size();
    }

    @Override
    public void close() {
        warehouse.close();
    }

    private List<ReconciledRange> compare(
            Table table, KeyRanges ranges, Look look, Sum[] inSource, Sum[] inWarehouse, boolean heals)
            throws IOException, SQLException, InterruptedException {
        Set<Integer> unequal = IntStream.range(0, ranges.size())
                .filter(range -> !inSource[range].equals(inWarehouse[range]))
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new));
        List<ReconciledRange> found = new ArrayList<>();
        for (int range = 0; range < ranges.size(); range++) {
            if (!unequal.contains(range)) {
                found.add(entry(
                        table,
                        ranges,
                        range,
                        look,
                        inSource[range],
                        inWarehouse[range],
                        Set.of(),
                        Set.of(),
                        ReconciliationState.EQUAL));
            }
        }
        if (!unequal.isEmpty()) {
            found.addAll(lookCloser(table, ranges, unequal, heals));
        }
        return found;
    }

    /** The second look: key by key, in the ranges that differed. */
    private List<ReconciledRange> lookCloser(Table table, KeyRanges ranges, Set<Integer> unequal, boolean heals)
            throws IOException, SQLException, InterruptedException {
        Map<String, Held> before = held(table, key -> unequal.contains(ranges.of(key)));
        Map<String, ObjectNode> rows = new HashMap<>();
        Look look = look(
                table.system(),
                source -> sourceRows.read(source, table, (key, row) -> {
                    if (unequal.contains(ranges.of(key))) {
                        rows.put(key, row);
                    }
                }));
        awaitPassed(table.system(), look, List.of(table));
        Map<String, Held> after = held(table, key -> unequal.contains(ranges.of(key)));
        Set<String> keys = new HashSet<>(rows.keySet());
        keys.addAll(after.keySet());
        Set<String> different = different(keys, rows, before, after);
        Set<String> rejected = ofRejected(table, different);
        Set<String> drifted = new TreeSet<>(different);
        drifted.removeAll(rejected);
        Set<String> left = drifted;
        if (heals && !drifted.isEmpty()) {
            heal(table, drifted, rows, after);
            left = stillDifferent(table, drifted, rows, after);
        }
        List<ReconciledRange> found = new ArrayList<>();
        for (int range : unequal) {
            Set<String> rejectedHere = in(ranges, range, rejected);
            Set<String> driftedHere = in(ranges, range, drifted);
            ReconciliationState state = !in(ranges, range, left).isEmpty()
                    ? ReconciliationState.DRIFTED
                    : !driftedHere.isEmpty()
                            ? ReconciliationState.HEALED
                            : rejectedHere.isEmpty() ? ReconciliationState.EQUAL : ReconciliationState.REJECTED;
            Set<String> differentHere = in(ranges, range, different);
            found.add(entry(
                    table,
                    ranges,
                    range,
                    look,
                    sum(in(ranges, range, rows.keySet()), rows),
                    asCompared(in(ranges, range, keys), differentHere, rows, after),
                    rejectedHere,
                    driftedHere,
                    state));
        }
        return found;
    }

    /** Keys whose rows differ although no later change can be the reason. */
    private static Set<String> different(
            Collection<String> keys, Map<String, ObjectNode> rows, Map<String, Held> before, Map<String, Held> after) {
        Set<String> different = new TreeSet<>();
        for (String key : keys) {
            Held now = after.get(key);
            ObjectNode held = now == null ? null : now.row();
            if (!Objects.equals(rows.get(key), held) && version(before, key).equals(version(after, key))) {
                different.add(key);
            }
        }
        return different;
    }

    private static BigInteger version(Map<String, Held> held, String key) {
        Held found = held.get(key);
        return found == null ? BigInteger.ZERO : found.version();
    }

    /** Those of these keys of which a rejected change waits for a decision. */
    private Set<String> ofRejected(Table table, Set<String> keys) {
        if (keys.isEmpty()) {
            return Set.of();
        }
        Set<JsonNode> waiting = new HashSet<>();
        warehouse.query("Query of rows with a rejected change", """
                SELECT DISTINCT key
                FROM control.rejected_event_current
                WHERE topic = {topic:String} AND state = 'new'""", Map.of("topic", table.topic()), row -> {
            try {
                return waiting.add(JSON.readTree(row.getString("key")));
            } catch (JacksonException broken) {
                return false;
            }
        });
        return keys.stream()
                .filter(key -> waiting.contains(JSON.readTree(key)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void heal(Table table, Set<String> keys, Map<String, ObjectNode> rows, Map<String, Held> held)
            throws IOException, InterruptedException {
        if (keys.isEmpty()) {
            return;
        }
        Map<String, RowPlace> newest = topics.newestPlaces(table, keys);
        long epoch = connectors.epoch(table.system()).orElse(1);
        List<Restatement> restated = new ArrayList<>();
        for (String key : keys) {
            RowPlace place = newest.getOrDefault(key, new RowPlace(epoch, false, 0, 0));
            Held known = held.get(key);
            if (known != null) {
                RowPlace inWarehouse = RowPlace.ofVersion(known.version());
                place = inWarehouse.compareTo(place) > 0 ? inWarehouse : place;
            }
            restated.add(new Restatement(key, rows.get(key), place.next()));
        }
        topics.awaitProcessed(topics.restate(table, restated), PASS_LIMIT);
    }

    /** Those that stating them once more did not mend; one that changed meanwhile is no longer judged. */
    private Set<String> stillDifferent(
            Table table, Set<String> keys, Map<String, ObjectNode> rows, Map<String, Held> before) {
        Map<String, Held> now = held(table, keys::contains);
        return keys.stream()
                .filter(key -> {
                    Held held = now.get(key);
                    ObjectNode row = held == null ? null : held.row();
                    return version(before, key).equals(version(now, key)) || !Objects.equals(rows.get(key), row);
                })
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The counts of a table against what its rows add up to; a cell is judged only when nothing was counted in it in between. */
    private ReconciledRange compareCounts(Table table, CountedRows rule, Look first, Map<String, Long> expected)
            throws SQLException, InterruptedException {
        Map<String, Cell> found = cells(rule);
        Look look = first;
        Map<String, Long> wanted = expected;
        Set<String> different = differentCells(expected, found, found);
        if (!different.isEmpty()) {
            Map<String, Long> again = new HashMap<>();
            look = look(table.system(), source -> sourceRows.read(source, table, (key, row) -> rule.count(row, again)));
            awaitPassed(table.system(), look, List.of(table));
            Map<String, Cell> later = cells(rule);
            different = differentCells(again, found, later);
            wanted = again;
            found = later;
        }
        boolean isExplained = hasRejected(table);
        ReconciliationState state = different.isEmpty()
                ? ReconciliationState.EQUAL
                : isExplained ? ReconciliationState.REJECTED : ReconciliationState.DRIFTED;
        return new ReconciledRange(
                table.system(),
                table.name(),
                ReconciledRange.COUNTS,
                look.at(),
                look.position(),
                "",
                "",
                wanted.values().stream().mapToLong(Long::longValue).sum(),
                found.values().stream().mapToLong(Cell::count).sum(),
                0,
                0,
                isExplained ? different.size() : 0,
                isExplained ? 0 : different.size(),
                state,
                named(different));
    }

    private boolean hasRejected(Table table) {
        return warehouse
                        .query(
                                "Count of rejected changes",
                                "SELECT count() AS waiting FROM control.rejected_event_current"
                                        + " WHERE topic = {topic:String} AND state = 'new'",
                                Map.of("topic", table.topic()),
                                row -> row.getLong("waiting"))
                        .getFirst()
                > 0;
    }

    private static Set<String> differentCells(
            Map<String, Long> expected, Map<String, Cell> before, Map<String, Cell> after) {
        Cell none = new Cell(0, 0);
        Set<String> all = new TreeSet<>(expected.keySet());
        all.addAll(after.keySet());
        all.removeIf(cell -> expected.getOrDefault(cell, 0L)
                        == after.getOrDefault(cell, none).count()
                || before.getOrDefault(cell, none).changes()
                        != after.getOrDefault(cell, none).changes());
        return all;
    }

    private Map<String, Cell> cells(CountedRows rule) {
        Map<String, Cell> cells = new HashMap<>();
        warehouse.query("Read the counts to compare", """
                SELECT concat(measure, ' ', area_code, ' ', toString(month)) AS cell,
                    toInt64(argMax(count, (known_at, change_count))) AS newest,
                    toInt64(argMax(unknown_count, (known_at, change_count))) AS newest_unknown,
                    toInt64(max(change_count)) AS changes
                FROM mart.monthly_count
                WHERE startsWith(measure, {prefix:String})
                GROUP BY measure, area_code, month""", Map.of("prefix", rule.measurePrefix()), row -> {
            long changes = row.getLong("changes");
            cells.put(row.getString("cell"), new Cell(row.getLong("newest"), changes));
            return cells.put(
                    row.getString("cell") + CountedRows.UNKNOWN, new Cell(row.getLong("newest_unknown"), changes));
        });
        return cells;
    }

    /** Reads a source in one snapshot. */
    @FunctionalInterface
    private interface Reading {
        void of(Connection source) throws SQLException;
    }

    private Look look(String system, Reading reading) throws SQLException {
        try (Connection source = parts.postgres().connect(system)) {
            source.setAutoCommit(false);
            source.setReadOnly(true);
            source.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            long position;
            try (Statement statement = source.createStatement();
                    // the snapshot is taken first, so that all it sees was committed before this position
                    ResultSet log =
                            statement.executeQuery("SELECT (pg_current_wal_insert_lsn() - '0/0'::pg_lsn)::bigint")) {
                log.next();
                position = log.getLong(1);
            }
            Instant at = clock.instant();
            reading.of(source);
            source.rollback();
            return new Look(at, position);
        }
    }

    /** Waits until everything that a look saw is in the warehouse. */
    private void awaitPassed(String system, Look look, List<Table> tables) throws SQLException, InterruptedException {
        Instant deadline = clock.instant().plus(PASS_LIMIT);
        while (confirmed(system) < look.position()) {
            if (clock.instant().isAfter(deadline)) {
                throw new LauncherException("The connector of %s did not reach the position of the snapshot within %s."
                        .formatted(system, Progress.seconds(PASS_LIMIT)));
            }
            Thread.sleep(POLL);
        }
        Positions newest = topics.newestRecords(tables);
        topics.awaitProcessed(newest, PASS_LIMIT);
    }

    private long confirmed(String system) throws SQLException {
        try (Connection connection = parts.postgres().connect(system);
                PreparedStatement question =
                        connection.prepareStatement("SELECT (confirmed_flush_lsn - '0/0'::pg_lsn)::bigint"
                                + " FROM pg_replication_slots WHERE slot_name = ?")) {
            question.setString(1, ReplicationSlots.name(system));
            try (ResultSet slot = question.executeQuery()) {
                return slot.next() ? slot.getLong(1) : 0;
            }
        }
    }

    private List<String> boundaries(Table table) {
        return warehouse.query(
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
                row -> row.getString("key"));
    }

    private Sum[] sums(Table table, KeyRanges ranges) {
        Sum[] sums = none(ranges);
        warehouse.query(
                "Checksums of " + table.topic(),
                """
                SELECT toInt32(arrayCount(boundary -> boundary <= key, JSONExtract({boundaries:String}, 'Array(String)')))
                        AS key_range,
                    toInt64(count()) AS row_count,
                    reinterpretAsInt64(sum(reinterpretAsUInt64(substring(MD5(concat(key, '\\n', newest)), 1, 8)))) AS checksum
                FROM (
                    SELECT key, argMax(row, _version) AS newest
                    FROM raw.change_event
                    WHERE source_system = {system:String} AND source_table = {table:String}
                    GROUP BY key
                    HAVING argMax(_is_deleted, _version) = 0
                )
                GROUP BY key_range""",
                Map.of(
                        "system",
                        table.system(),
                        "table",
                        table.name(),
                        "boundaries",
                        JSON.writeValueAsString(ranges.boundaries())),
                row -> sums[row.getInteger("key_range")] = new Sum(row.getLong("row_count"), row.getLong("checksum")));
        return sums;
    }

    private Map<String, Held> held(Table table, java.util.function.Predicate<String> isWanted) {
        Map<String, Held> held = new TreeMap<>();
        warehouse.query(
                "Rows of " + table.topic(), """
                SELECT key, toString(max(_version)) AS version, toInt32(argMax(_is_deleted, _version)) AS is_deleted,
                    argMax(row, _version) AS newest
                FROM raw.change_event
                WHERE source_system = {system:String} AND source_table = {table:String}
                GROUP BY key""", Map.of("system", table.system(), "table", table.name()), row -> {
                    String key = row.getString("key");
                    if (isWanted.test(key)) {
                        ObjectNode newest = row.getInteger("is_deleted") == 1
                                ? null
                                : (ObjectNode) JSON.readTree(row.getString("newest"));
                        held.put(key, new Held(new BigInteger(row.getString("version")), newest));
                    }
                    return key;
                });
        return held;
    }

    private static ReconciledRange entry(
            Table table,
            KeyRanges ranges,
            int range,
            Look look,
            Sum inSource,
            Sum inWarehouse,
            Set<String> rejected,
            Set<String> drifted,
            ReconciliationState state) {
        Set<String> different = new TreeSet<>(drifted);
        different.addAll(rejected);
        return new ReconciledRange(
                table.system(),
                table.name(),
                ReconciledRange.ROWS,
                look.at(),
                look.position(),
                ranges.from(range),
                ranges.to(range),
                inSource.count(),
                inWarehouse.count(),
                inSource.checksum(),
                inWarehouse.checksum(),
                rejected.size(),
                drifted.size(),
                state,
                named(different));
    }

    private static String named(Set<String> keys) {
        String first = keys.stream().limit(KEYS_NAMED).collect(Collectors.joining(", "));
        return keys.size() > KEYS_NAMED ? first + ", …" : first;
    }

    private static Set<String> in(KeyRanges ranges, int range, Collection<String> keys) {
        return keys.stream().filter(key -> ranges.of(key) == range).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Sum sum(Collection<String> keys, Map<String, ObjectNode> rows) {
        Sum sum = Sum.NONE;
        for (String key : keys) {
            ObjectNode row = rows.get(key);
            sum = row == null ? sum : sum.plus(KeyRanges.hash(key, JSON.writeValueAsString(row)));
        }
        return sum;
    }

    /** What the warehouse has, but for later changes, of which the source at this look says nothing. */
    private static Sum asCompared(
            Collection<String> keys, Set<String> different, Map<String, ObjectNode> rows, Map<String, Held> held) {
        Map<String, ObjectNode> compared = new HashMap<>();
        for (String key : keys) {
            Held found = held.get(key);
            ObjectNode row = different.contains(key) ? (found == null ? null : found.row()) : rows.get(key);
            if (row != null) {
                compared.put(key, row);
            }
        }
        return sum(keys, compared);
    }

    private static Sum[] none(KeyRanges ranges) {
        Sum[] sums = new Sum[ranges.size()];
        Arrays.fill(sums, Sum.NONE);
        return sums;
    }
}
