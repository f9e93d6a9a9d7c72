package nl.mjpmonitor.ops.launcher;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nl.mjpmonitor.ingest.pseudonym.PseudonymKey;
import nl.mjpmonitor.ops.launcher.CapturedTables.Table;
import nl.mjpmonitor.ops.launcher.KeyRanges.Sum;
import nl.mjpmonitor.ops.launcher.TableTopics.Positions;
import nl.mjpmonitor.ops.launcher.TableTopics.Restatement;
import nl.mjpmonitor.ops.launcher.WarehouseRows.Cell;
import nl.mjpmonitor.ops.launcher.WarehouseRows.Held;
import nl.mjpmonitor.warehouse.WarehouseConnection;
import nl.mjpmonitor.warehouse.quality.ClickHouseReconciliations;
import nl.mjpmonitor.warehouse.quality.ReconciledRange;
import nl.mjpmonitor.warehouse.quality.ReconciliationState;
import nl.mjpmonitor.warehouse.quality.Reconciliations;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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

    /** Ranges of which keys are looked at together: bounds the memory that a table takes of which all differs. */
    private static final int RANGES_AT_ONCE = 10;

    private static final int KEYS_NAMED = 5;
    private static final Duration PASS_LIMIT = Duration.ofMinutes(3);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * What one look at the source showed.
     *
     * @param position log position that holds everything the look saw
     */
    record Look(Instant at, long position) {}

    private final Parts parts;
    private final WarehouseConnection warehouse;
    private final Reconciliations reconciliations;
    private final Connectors connectors;
    private final TableTopics topics;
    private final SourceRows sourceRows;
    private final WarehouseRows warehouseRows;
    private final Clock clock;

    Reconciler(Parts parts, Secrets secrets, Clock clock) throws IOException {
        this.parts = parts;
        this.warehouse = parts.clickHouse().address().openPatiently();
        this.reconciliations = new ClickHouseReconciliations(warehouse, clock);
        this.connectors = parts.connect().connectors();
        this.topics = new TableTopics(parts.kafka());
        this.sourceRows =
                new SourceRows(PseudonymKey.of(parts.artifacts().pseudonymKeyVersion(), secrets.pseudonymKey()));
        this.warehouseRows = new WarehouseRows(warehouse);
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
        tables.forEach(each -> ranges.put(each, warehouseRows.ranges(each)));
        Map<Table, Sum[]> inSource = new HashMap<>();
        Map<Table, Map<String, Long>> expectedCounts = new HashMap<>();
        Look first = look(system, source -> {
            for (Table each : tables) {
                KeyRanges of = Objects.requireNonNull(ranges.get(each));
                Sum[] sums = of.emptySums();
                Map<String, Long> counts = new HashMap<>();
                Optional<CountedRows> counted = CountedRows.of(system, each.name());
                sourceRows.read(source, each, (key, row) -> {
                    int range = of.of(key);
                    sums[range] = sums[range].plus(SourceRows.checksum(key, row));
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
            found.addAll(compare(
                    each, of, first, Objects.requireNonNull(inSource.get(each)), warehouseRows.sums(each, of), heals));
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
        KeyRanges ranges = warehouseRows.ranges(table);
        Set<Integer> touched = keys.stream().map(ranges::of).collect(Collectors.toCollection(TreeSet::new));
        SecondLook second = secondLook(table, ranges, touched, keys::contains);
        heal(table, second.different(), second);
        return second.different().size();
    }

    @Override
    public void close() {
        warehouse.close();
    }

    private List<ReconciledRange> compare(
            Table table, KeyRanges ranges, Look look, Sum[] inSource, Sum[] inWarehouse, boolean heals)
            throws IOException, SQLException, InterruptedException {
        List<Integer> unequal = new ArrayList<>();
        List<ReconciledRange> found = new ArrayList<>();
        for (int range = 0; range < ranges.size(); range++) {
            if (!inSource[range].equals(inWarehouse[range])) {
                unequal.add(range);
            } else {
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
        for (int from = 0; from < unequal.size(); from += RANGES_AT_ONCE) {
            List<Integer> some = unequal.subList(from, Math.min(from + RANGES_AT_ONCE, unequal.size()));
            found.addAll(lookCloser(table, ranges, some, heals));
        }
        return found;
    }

    /** Compares key by key, in ranges that differed, and mends. */
    private List<ReconciledRange> lookCloser(Table table, KeyRanges ranges, List<Integer> asked, boolean heals)
            throws IOException, SQLException, InterruptedException {
        SecondLook second = secondLook(table, ranges, asked, key -> true);
        Set<String> rejected = ofRejected(table, second.different());
        Set<String> drifted = new TreeSet<>(second.different());
        drifted.removeAll(rejected);
        Set<String> left = new TreeSet<>(drifted);
        if (heals && !drifted.isEmpty()) {
            heal(table, drifted, second);
            Map<String, Held> now = warehouseRows.held(table, ranges, asked, drifted::contains);
            left.removeIf(key -> second.isOvertaken(key, now.get(key)));
        }
        Map<Integer, List<String>> keys = second.keys().stream().collect(Collectors.groupingBy(ranges::of));
        List<ReconciledRange> found = new ArrayList<>();
        for (int range : asked) {
            Set<String> rejectedHere = in(ranges, range, rejected);
            Set<String> driftedHere = in(ranges, range, drifted);
            ReconciliationState state = !in(ranges, range, left).isEmpty()
                    ? ReconciliationState.DRIFTED
                    : !driftedHere.isEmpty()
                            ? ReconciliationState.HEALED
                            : rejectedHere.isEmpty() ? ReconciliationState.EQUAL : ReconciliationState.REJECTED;
            List<String> keysHere = keys.getOrDefault(range, List.of());
            found.add(entry(
                    table,
                    ranges,
                    range,
                    second.look(),
                    sum(keysHere, second::expected),
                    sum(keysHere, second::found),
                    rejectedHere,
                    driftedHere,
                    state));
        }
        return found;
    }

    /** Looks at wanted keys in some ranges: in the warehouse, in the source, and in the warehouse when it has passed that. */
    private SecondLook secondLook(Table table, KeyRanges ranges, Collection<Integer> asked, Predicate<String> isWanted)
            throws SQLException, InterruptedException {
        Set<Integer> wanted = Set.copyOf(asked);
        SecondLook.Source seen = new SecondLook.Source(warehouseRows.held(table, ranges, asked, isWanted));
        Look look = look(
                table.system(),
                source -> sourceRows.read(source, table, (key, row) -> {
                    if (wanted.contains(ranges.of(key)) && isWanted.test(key)) {
                        seen.add(key, row);
                    }
                }));
        Positions passed = awaitPassed(table.system(), look, List.of(table));
        return new SecondLook(look, passed, seen, warehouseRows.held(table, ranges, asked, isWanted));
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

    private void heal(Table table, Set<String> keys, SecondLook second) throws IOException, InterruptedException {
        if (keys.isEmpty()) {
            return;
        }
        // what came later is newer than what is stated here, and wins
        Map<String, RowPlace> newest = topics.newestPlaces(table, keys, second.passed());
        long epoch = connectors.epoch(table.system()).orElse(1);
        List<Restatement> restated = new ArrayList<>();
        for (String key : keys) {
            RowPlace place = newest.getOrDefault(key, new RowPlace(epoch, false, 0, 0));
            Held held = second.held(key);
            if (held != null && held.place().compareTo(place) > 0) {
                place = held.place();
            }
            restated.add(new Restatement(key, second.row(key), place.next()));
        }
        topics.awaitProcessed(topics.restate(table, restated), PASS_LIMIT);
    }

    /** The counts of a table against what its rows add up to; a cell is judged only when nothing was counted in it in between. */
    private ReconciledRange compareCounts(Table table, CountedRows rule, Look first, Map<String, Long> expected)
            throws SQLException, InterruptedException {
        Map<String, Cell> found = warehouseRows.cells(rule);
        Look look = first;
        Map<String, Long> wanted = expected;
        Set<String> different = differentCells(expected, found, found);
        if (!different.isEmpty()) {
            Map<String, Long> again = new HashMap<>();
            look = look(table.system(), source -> sourceRows.read(source, table, (key, row) -> rule.count(row, again)));
            awaitPassed(table.system(), look, List.of(table));
            Map<String, Cell> later = warehouseRows.cells(rule);
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
        Set<String> all = new TreeSet<>(expected.keySet());
        all.addAll(after.keySet());
        all.removeIf(cell -> expected.getOrDefault(cell, 0L)
                        == after.getOrDefault(cell, Cell.NONE).count()
                || before.getOrDefault(cell, Cell.NONE).changes()
                        != after.getOrDefault(cell, Cell.NONE).changes());
        return all;
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

    /**
     * Waits until everything that a look saw is in the warehouse.
     *
     * @return the positions in the topics before which that is all
     */
    private Positions awaitPassed(String system, Look look, List<Table> tables)
            throws SQLException, InterruptedException {
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
        return newest;
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

    private static Sum sum(Collection<String> keys, Function<String, @Nullable Long> checksums) {
        Sum sum = Sum.NONE;
        for (String key : keys) {
            Long checksum = checksums.apply(key);
            sum = checksum == null ? sum : sum.plus(checksum);
        }
        return sum;
    }
}
