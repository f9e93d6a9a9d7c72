package nl.mjpmonitor.streaming.row;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import nl.mjpmonitor.streaming.StateStoreOptions;
import nl.mjpmonitor.streaming.change.ChangeEvent;
import nl.mjpmonitor.streaming.change.ChangeVersion;
import nl.mjpmonitor.streaming.change.ContractSources;
import nl.mjpmonitor.streaming.change.Operation;
import nl.mjpmonitor.streaming.registrations.Cell;
import nl.mjpmonitor.streaming.registrations.Contribution;
import nl.mjpmonitor.streaming.registrations.CountFunction;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.storage.FileSystemCheckpointStorage;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.state.rocksdb.RocksDBOptions;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;

/**
 * Measures what an event costs, and how large the state is, as the number of keys grows: the operator that keeps the latest row of
 * every key, and the one that counts cells, each with RocksDB in the memory of one slot. Prints Markdown. Not a test; the command is
 * in the module's README.
 */
@SuppressWarnings("try") // the harness closes with any exception
final class StateBenchmark {

    /** What each slot of a TaskManager with two of them has for all its state. */
    private static final MemorySize MEMORY_OF_A_SLOT = MemorySize.ofMebiBytes(64);

    /** Events that are measured, of each kind. */
    private static final int MEASURED = 300_000;

    /** Keys of a round that is not told: by its end everything has been compiled. */
    private static final int WARM_UP = 200_000;

    /** At each RocksDB writes all that it holds in memory; so many events come in five seconds at 10,000 a second. */
    private static final int EVENTS_A_CHECKPOINT = 50_000;

    /** The same while state only grows to the size that is measured. */
    private static final int EVENTS_A_CHECKPOINT_UNMEASURED = 400_000;

    private static final int MAX_PARALLELISM = 128;
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    /** Time on the processor of this process, RocksDB's own threads included; what else runs on the machine does not count. */
    private static final OperatingSystemMXBean CLOCK = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    /** An event of a key; the number says how manieth of all events it is. */
    @FunctionalInterface
    private interface Events<T> {
        T event(long key, long number);
    }

    private StateBenchmark() {}

    /** Measures for each of these numbers of keys; for 10,000 to 10,000,000 without any. */
    public static void main(String[] arguments) throws Exception {
        List<Long> sizes = arguments.length == 0
                ? List.of(10_000L, 100_000L, 1_000_000L, 10_000_000L)
                : Stream.of(arguments).map(Long::valueOf).toList();
        System.out.println("| operator | keys | first event of a key | change of any key | state | bytes a key |");
        System.out.println("|---|---|---|---|---|---|");
        latestRow(WARM_UP);
        for (long keys : sizes) {
            System.out.println(latestRow(keys));
        }
        count(WARM_UP);
        for (long keys : sizes) {
            System.out.println(count(keys));
        }
    }

    private static String latestRow(long keys) throws Exception {
        return measured(
                "latest row",
                keys,
                new LatestRowFunction(ContractSources.packaged(), List.of()),
                ChangeEvent::rowKey,
                StateBenchmark::change);
    }

    private static String count(long keys) throws Exception {
        return measured("count", keys, new CountFunction(), Contribution::cellKey, StateBenchmark::contribution);
    }

    private static <I, O> String measured(
            String name,
            long keys,
            KeyedProcessFunction<String, I, O> function,
            KeySelector<I, String> selector,
            Events<I> events)
            throws Exception {
        Path folder = Files.createTempDirectory("state-benchmark");
        try (KeyedOneInputStreamOperatorTestHarness<String, I, O> operator =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new KeyedProcessOperator<>(function), selector, Types.STRING, MAX_PARALLELISM, 1, 0)) {
            Configuration settings = new Configuration();
            StateStoreOptions.addTo(settings);
            settings.set(RocksDBOptions.FIX_PER_SLOT_MEMORY_SIZE, MEMORY_OF_A_SLOT);
            EmbeddedRocksDBStateBackend backend =
                    new EmbeddedRocksDBStateBackend(true).configure(settings, StateBenchmark.class.getClassLoader());
            backend.setDbStoragePath(folder.resolve("rocksdb").toUri().toString());
            operator.setStateBackend(backend);
            operator.setCheckpointStorage(new FileSystemCheckpointStorage(
                    folder.resolve("checkpoints").toUri()));
            operator.open();
            Instant begin = Instant.now();
            long unmeasured = Math.max(0, keys - MEASURED);
            Run<I, O> run = new Run<>(operator, events);
            run.micros(unmeasured, number -> number, EVENTS_A_CHECKPOINT_UNMEASURED);
            double filling = run.micros(keys - unmeasured, number -> unmeasured + number, EVENTS_A_CHECKPOINT);
            Random random = new Random(1);
            double changing = run.micros(MEASURED, number -> random.nextLong(keys), EVENTS_A_CHECKPOINT);
            System.err.printf("%s, %,d keys: %s%n", name, keys, Duration.between(begin, Instant.now()));
            long bytes = size(folder.resolve("rocksdb"));
            return String.format(
                    Locale.ROOT,
                    "| %s | %,d | %.1f µs | %.1f µs | %.1f MB | %d |",
                    name,
                    keys,
                    filling,
                    changing,
                    bytes / 1e6,
                    bytes / keys);
        } finally {
            delete(folder);
        }
    }

    /** Which key the event of a number is of. */
    @FunctionalInterface
    private interface Keys {
        long key(long number);
    }

    /** Events offered to an operator one after another. */
    private static final class Run<I, O> {

        private final KeyedOneInputStreamOperatorTestHarness<String, I, O> operator;
        private final Events<I> events;
        private @Nullable OperatorSubtaskState lastCheckpoint;
        private long done;

        Run(KeyedOneInputStreamOperatorTestHarness<String, I, O> operator, Events<I> events) {
            this.operator = operator;
            this.events = events;
        }

        /** Offers some more; answers the processor time of one. */
        double micros(long count, Keys keys, int eventsACheckpoint) throws Exception {
            long begin = CLOCK.getProcessCpuTime();
            for (long number = 0; number < count; number++) {
                operator.processElement(events.event(keys.key(number), done), done);
                operator.getOutput().clear();
                done++;
                if (number % eventsACheckpoint == eventsACheckpoint - 1) {
                    checkpoint();
                }
            }
            return (CLOCK.getProcessCpuTime() - begin) / 1e3 / count;
        }

        /** Nobody goes on from it, so the one before need not be kept: ten million keys would leave tens of gigabytes. */
        private void checkpoint() throws Exception {
            OperatorSubtaskState checkpoint = operator.snapshot(done, done);
            operator.notifyOfCompletedCheckpoint(done);
            if (lastCheckpoint != null) {
                lastCheckpoint.discardState();
            }
            lastCheckpoint = checkpoint;
        }
    }

    private static ChangeEvent change(long key, long number) {
        String row = "{\"registration_id\":" + key
                + ",\"delivery_id\":1,\"police_class\":\"A40\",\"area_code\":\"BU09350000\",\"month\":\"2023-01-01Z\","
                + "\"registration_count\":" + number
                + ",\"is_withdrawn\":false,\"updated_at\":\"2026-11-21T07:17:20.564398Z\"}";
        return new ChangeEvent(
                "politiecijfers",
                "registration",
                "{\"registration_id\":" + key + '}',
                Operation.UPDATE,
                row,
                ChangeVersion.streamed(1, 1_000 + number, 1),
                BEGIN,
                BEGIN.plusMillis(number),
                "politiecijfers.politie.registration",
                0,
                number,
                List.of(),
                null);
    }

    private static Contribution contribution(long key, long number) {
        Cell cell = new Cell(
                "politie.A" + key, "BU09350000", LocalDate.of(2023, 1, 1).toEpochDay());
        return new Contribution(cell, 1, 0, BEGIN.plusMillis(number));
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
