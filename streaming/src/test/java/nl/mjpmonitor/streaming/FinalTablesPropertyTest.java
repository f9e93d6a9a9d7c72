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
import nl.mjpmonitor.warehouse.rows.WarehouseRow;
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
        try (OperatorPipeline pipeline = new OperatorPipeline(written)) {
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
        UnaryOperator<List<OperatorPipeline.Sourced>> anyOrder =
                contributions -> interleaved(contributions, OperatorPipeline.Sourced::rowKey, random);
        OperatorPipeline.State state;
        try (OperatorPipeline first = new OperatorPipeline(written)) {
            first.process(events.subList(0, checkpoint), anyOrder);
            state = first.checkpoint();
            first.process(events.subList(checkpoint, crash), anyOrder);
        }
        try (OperatorPipeline second = new OperatorPipeline(written, state)) {
            second.process(interleaved(events.subList(checkpoint, events.size()), Event::key, random), anyOrder);
        }
        // and once more from nothing, as with --restore none
        try (OperatorPipeline anew = new OperatorPipeline(written)) {
            anew.process(interleaved(events, Event::key, random), anyOrder);
        }
        return written;
    }
}
