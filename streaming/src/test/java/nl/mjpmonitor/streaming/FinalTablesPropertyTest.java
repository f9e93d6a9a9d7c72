package nl.mjpmonitor.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import nl.mjpmonitor.streaming.ChangeLog.Event;
import nl.mjpmonitor.streaming.change.ChangeEvent;
import nl.mjpmonitor.streaming.change.ConsumedRecord;
import nl.mjpmonitor.streaming.change.ContractSources;
import nl.mjpmonitor.streaming.change.DecodeFunction;
import nl.mjpmonitor.streaming.change.RejectedEvent;
import nl.mjpmonitor.streaming.registrations.Contribution;
import nl.mjpmonitor.streaming.registrations.CountFunction;
import nl.mjpmonitor.streaming.registrations.RegistrationMapper;
import nl.mjpmonitor.streaming.row.LatestRowFunction;
import nl.mjpmonitor.streaming.row.RowChange;
import nl.mjpmonitor.warehouse.rows.MonthlyCountRow;
import nl.mjpmonitor.warehouse.rows.WarehouseRow;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The final tables are a function of the set of changes: whatever is duplicated, replayed late, shuffled across keys, processed
 * again after a crash or written in another order, the change log, the counts and the rejected events end the same, today and for every past reference date;
 * and the counts are those a GROUP BY in the source would have given at that moment.
 */
@SuppressWarnings("try") // the harnesses close with any exception
class FinalTablesPropertyTest {

    private static final int SEEDS = 150;
    private static final int STEPS = 60;

    static LongStream seeds() {
        return LongStream.range(0, SEEDS);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noDisturbanceChangesTheFinalTables(long seed) throws Exception {
        ChangeLog log = ChangeLog.random(seed, STEPS);
        List<WarehouseRow> written = new ArrayList<>();
        try (Pipeline pipeline = new Pipeline(written)) {
            pipeline.process(log.events(), UnaryOperator.identity());
        }
        FinalTables undisturbed = FinalTables.of(written);
        assertAnswersOfTheSource(log, undisturbed);

        Random disturbance = new Random(seed ^ 0x5DEECE66DL);
        List<Event> disturbed = interleaved(withDuplicates(log, disturbance), Event::key, disturbance);
        List<WarehouseRow> writtenAnyhow = processedWithCrash(disturbed, disturbance);
        // what a dying task wrote may arrive after what its successor writes
        Collections.shuffle(writtenAnyhow, disturbance);
        FinalTables tables = FinalTables.of(writtenAnyhow);

        assertThat(tables.changeEvents()).isEqualTo(undisturbed.changeEvents());
        assertThat(tables.monthlyCounts()).isEqualTo(undisturbed.monthlyCounts());
        assertThat(tables.rejectedEvents()).isEqualTo(undisturbed.rejectedEvents());
        assertAnswersOfTheSource(log, tables);
    }

    @Test
    void theLogsHoldEveryKindOfEvent() {
        Map<String, Integer> kinds = new LinkedHashMap<>();
        seeds().forEach(seed -> ChangeLog.random(seed, STEPS).events().forEach(event -> {
            byte[] value = event.record().value();
            String text = value == null ? "tombstone" : new String(value, StandardCharsets.UTF_8);
            String kind = value == null ? text : text.replaceFirst(".*\"op\":\"(.)\".*", "$1");
            kinds.merge(text.contains("elsewhere") ? "bad" : kind, 1, Integer::sum);
            if (text.contains("\"registration_count\":null")) {
                kinds.merge("unknown", 1, Integer::sum);
            }
            if (text.contains("\"is_withdrawn\":true")) {
                kinds.merge("withdrawn", 1, Integer::sum);
            }
            if (text.contains("\"is_merged\":true")) {
                kinds.merge("merged", 1, Integer::sum);
            }
            kinds.merge(event.record().topic(), 1, Integer::sum);
        }));

        assertThat(kinds)
                .containsOnlyKeys(
                        "c",
                        "u",
                        "d",
                        "r",
                        "tombstone",
                        "bad",
                        "unknown",
                        "withdrawn",
                        "merged",
                        "politiecijfers.politie.registration",
                        "melddesk.melddesk.report");
        assertThat(kinds.values()).allMatch(number -> number > SEEDS);
    }

    private static void assertAnswersOfTheSource(ChangeLog log, FinalTables tables) {
        log.answers()
                .forEach((moment, answer) -> assertThat(tables.countsKnownAt(moment))
                        .as("counts as known at %s", moment)
                        .isEqualTo(answer));
    }

    /** Events read again (same offset) and events that are in the topic twice (new offset, known later), always after the first. */
    private static List<Event> withDuplicates(ChangeLog log, Random random) {
        List<Event> events = new ArrayList<>(log.events());
        int duplicates = events.size() / 2;
        for (int number = 0; number < duplicates; number++) {
            int original = random.nextInt(events.size());
            Event event = events.get(original);
            int place = original + 1 + random.nextInt(events.size() - original);
            boolean bad = event.record().value() != null
                    && new String(event.record().value(), StandardCharsets.UTF_8).contains("elsewhere");
            events.add(
                    place,
                    bad || random.nextBoolean()
                            ? event
                            : event.producedAgain(100_000 + number, log.end().plusSeconds(random.nextLong(1, 1_000))));
        }
        return events;
    }

    /** A random order in which the elements of each key keep theirs. */
    private static <T> List<T> interleaved(List<T> elements, Function<T, String> key, Random random) {
        Map<String, Deque<T>> byKey = new LinkedHashMap<>();
        elements.forEach(element -> byKey.computeIfAbsent(key.apply(element), any -> new ArrayDeque<>())
                .add(element));
        List<T> shuffled = new ArrayList<>(elements.size());
        List<Deque<T>> queues = new ArrayList<>(byKey.values());
        while (!queues.isEmpty()) {
            Deque<T> queue = queues.get(random.nextInt(queues.size()));
            for (int run = 1 + random.nextInt(4); run > 0 && !queue.isEmpty(); run--) {
                shuffled.add(queue.removeFirst());
            }
            queues.removeIf(Deque::isEmpty);
        }
        return shuffled;
    }

    /** Crashes somewhere after a checkpoint, and goes on from the checkpoint, in another order of keys. */
    private static List<WarehouseRow> processedWithCrash(List<Event> events, Random random) throws Exception {
        List<WarehouseRow> written = new ArrayList<>();
        int checkpoint = random.nextInt(events.size());
        int crash = checkpoint + random.nextInt(events.size() - checkpoint);
        // cells are fed by several tasks: what comes from different rows may come in any order
        UnaryOperator<List<Sourced>> anyOrder = contributions -> interleaved(contributions, Sourced::rowKey, random);
        Pipeline.State state;
        try (Pipeline first = new Pipeline(written)) {
            first.process(events.subList(0, checkpoint), anyOrder);
            state = first.checkpoint();
            first.process(events.subList(checkpoint, crash), anyOrder);
        }
        try (Pipeline second = new Pipeline(written, state)) {
            second.process(interleaved(events.subList(checkpoint, events.size()), Event::key, random), anyOrder);
        }
        return written;
    }

    /** A contribution and the row it comes from. */
    private record Sourced(String rowKey, Contribution contribution) {}

    /** The operators of the workflow one after another, without a cluster. */
    private static final class Pipeline implements AutoCloseable {

        record State(OperatorSubtaskState latestRow, OperatorSubtaskState count) {}

        private final List<WarehouseRow> written;
        private final OneInputStreamOperatorTestHarness<ConsumedRecord, ChangeEvent> decode;
        private final KeyedOneInputStreamOperatorTestHarness<String, ChangeEvent, RowChange> latestRow;
        private final KeyedOneInputStreamOperatorTestHarness<String, Contribution, MonthlyCountRow> count;
        private final RegistrationMapper mapper = new RegistrationMapper();

        Pipeline(List<WarehouseRow> written) throws Exception {
            this(written, null);
        }

        Pipeline(List<WarehouseRow> written, State state) throws Exception {
            this.written = written;
            ContractSources contracts = ContractSources.packaged();
            decode = new OneInputStreamOperatorTestHarness<>(
                    new ProcessOperator<>(new DecodeFunction(contracts, WarehouseWorkflow.ROW_RULES, 100_000)));
            latestRow = new KeyedOneInputStreamOperatorTestHarness<>(
                    new KeyedProcessOperator<>(new LatestRowFunction(contracts, WarehouseWorkflow.ROW_RULES)),
                    ChangeEvent::rowKey,
                    Types.STRING);
            count = new KeyedOneInputStreamOperatorTestHarness<>(
                    new KeyedProcessOperator<>(new CountFunction()), Contribution::cellKey, Types.STRING);
            if (state != null) {
                latestRow.initializeState(state.latestRow());
                count.initializeState(state.count());
            }
            decode.open();
            latestRow.open();
            count.open();
            mapper.open(new OpenContext() {});
        }

        void process(List<Event> events, UnaryOperator<List<Sourced>> order) throws Exception {
            for (Event event : events) {
                decode.processElement(event.record(), 0);
            }
            for (ChangeEvent event : decode.extractOutputValues()) {
                latestRow.processElement(event, 0);
            }
            decode.getOutput().clear();
            List<Sourced> contributions = new ArrayList<>();
            for (RowChange change : latestRow.extractOutputValues()) {
                written.add(WarehouseRows.changeEvent(change));
                List<Contribution> ofChange = new ArrayList<>();
                mapper.flatMap(change, new ListCollector<>(ofChange));
                ofChange.forEach(contribution -> contributions.add(new Sourced(change.key(), contribution)));
            }
            latestRow.getOutput().clear();
            for (Sourced sourced : order.apply(contributions)) {
                count.processElement(sourced.contribution(), 0);
            }
            written.addAll(count.extractOutputValues());
            count.getOutput().clear();
            writeRejected();
        }

        State checkpoint() throws Exception {
            return new State(latestRow.snapshot(1, 1), count.snapshot(1, 1));
        }

        private void writeRejected() {
            var rejected = decode.getSideOutput(RejectedEvent.OUTPUT);
            if (rejected != null) {
                rejected.forEach(event -> written.add(WarehouseRows.rejectedEvent(event.getValue())));
            }
        }

        @Override
        public void close() throws Exception {
            decode.close();
            latestRow.close();
            count.close();
        }
    }
}
