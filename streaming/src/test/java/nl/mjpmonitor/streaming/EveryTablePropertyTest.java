package nl.mjpmonitor.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import nl.mjpmonitor.streaming.ChangeLog.Event;
import nl.mjpmonitor.warehouse.rows.ChangeEventRow;
import nl.mjpmonitor.warehouse.rows.WarehouseRow;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Of every captured table the newest rows are those of the source, column by column: through snapshots and rows read again between
 * changes, overlapping transactions, changes of key, values left out, a slot that was lost, duplicates, a crash of the stream, a
 * stream that starts over, and batches that arrive in any order.
 */
@SuppressWarnings("try") // the harnesses close with any exception
class EveryTablePropertyTest {

    private static final int SEEDS = 4;
    private static final int STEPS = 40;

    static LongStream seeds() {
        return LongStream.range(0, SEEDS);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theNewestRowsAreThoseOfTheSource(long seed) throws Exception {
        List<TableLog> logs = new ArrayList<>();
        for (Path contract : TableLog.contracts()) {
            logs.add(TableLog.random(contract, seed, STEPS));
        }
        Map<String, String> expected = new TreeMap<>();
        logs.forEach(log -> expected.putAll(log.rows()));
        assertThat(logs).hasSizeGreaterThan(50);

        assertThat(newestRows(logs, new Random(~seed))).isEqualTo(expected);
    }

    private static Map<String, String> newestRows(List<TableLog> logs, Random disturbance) throws Exception {
        List<Event> all = logs.stream()
                .flatMap(log -> withDuplicates(log.events(), disturbance).stream())
                .toList();
        List<Event> events = interleaved(all, disturbance);
        List<WarehouseRow> written = new ArrayList<>();
        int checkpoint = disturbance.nextInt(events.size());
        int crash = checkpoint + disturbance.nextInt(events.size() - checkpoint);
        OperatorPipeline.State state;
        try (OperatorPipeline first = new OperatorPipeline(written)) {
            first.process(events.subList(0, checkpoint), UnaryOperator.identity());
            state = first.checkpoint();
            first.process(events.subList(checkpoint, crash), UnaryOperator.identity());
        }
        try (OperatorPipeline second = new OperatorPipeline(written, state)) {
            second.process(events.subList(checkpoint, events.size()), UnaryOperator.identity());
        }
        // and once more from nothing, as with --restore none
        try (OperatorPipeline anew = new OperatorPipeline(written)) {
            anew.process(interleaved(all, disturbance), UnaryOperator.identity());
        }
        Collections.shuffle(written, disturbance);
        FinalTables tables = FinalTables.of(written);
        assertThat(tables.rejectedEvents()).as("rejected events").isEmpty();
        return newest(tables);
    }

    /** What a reader of the change log sees: of each key the row with the highest version, unless it is deleted. */
    private static Map<String, String> newest(FinalTables tables) {
        Map<String, ChangeEventRow> newest = new HashMap<>();
        tables.changeEvents()
                .values()
                .forEach(row -> newest.merge(
                        row.sourceSystem() + '.' + row.sourceTable() + ' ' + row.key(),
                        row,
                        (one, other) -> isNewer(one, other) ? one : other));
        Map<String, String> rows = new TreeMap<>();
        newest.forEach((key, row) -> {
            if (!row.deleted()) {
                rows.put(key, row.row());
            }
        });
        return rows;
    }

    private static boolean isNewer(ChangeEventRow one, ChangeEventRow other) {
        if (one.epoch() != other.epoch()) {
            return one.epoch() > other.epoch();
        }
        int byPosition = Long.compareUnsigned(one.lsn(), other.lsn());
        return byPosition != 0 ? byPosition > 0 : one.order() > other.order();
    }

    private static List<Event> withDuplicates(List<Event> log, Random random) {
        List<Event> events = new ArrayList<>(log);
        for (int number = log.size() / 2; number > 0; number--) {
            int original = random.nextInt(events.size());
            events.add(original + 1 + random.nextInt(events.size() - original), events.get(original));
        }
        return events;
    }

    /** A random order in which the events of each row keep theirs. */
    private static List<Event> interleaved(List<Event> events, Random random) {
        Map<String, Deque<Event>> byRow = new LinkedHashMap<>();
        events.forEach(event ->
                byRow.computeIfAbsent(event.key(), any -> new ArrayDeque<>()).add(event));
        List<Deque<Event>> queues = new ArrayList<>(byRow.values());
        List<Event> shuffled = new ArrayList<>(events.size());
        while (!queues.isEmpty()) {
            Deque<Event> queue = queues.get(random.nextInt(queues.size()));
            shuffled.add(queue.removeFirst());
            queues.removeIf(Deque::isEmpty);
        }
        return shuffled;
    }
}
