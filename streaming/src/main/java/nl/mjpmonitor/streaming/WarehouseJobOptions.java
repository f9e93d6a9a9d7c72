package nl.mjpmonitor.streaming;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import nl.mjpmonitor.warehouse.signals.SignalSettings;
import nl.mjpmonitor.warehouse.thresholds.HotspotSettings;
import nl.mjpmonitor.warehouse.thresholds.StepNorms;
import nl.mjpmonitor.warehouse.thresholds.StreamThresholds;
import nl.mjpmonitor.warehouse.thresholds.ThresholdProblem;
import org.jspecify.annotations.Nullable;

/**
 * How the job runs, checked as a whole before anything starts.
 *
 * @param bootstrap Kafka brokers, {@code host:port} with commas between them
 * @param clickHouseUrl {@code jdbc:clickhouse://host:port}
 * @param contracts folder of the contracts; empty for those in the job's jar
 * @param stateDirectory folder of checkpoints, a path or a URI of a file system that Flink knows
 * @param restore what to go on from
 * @param embedded whether Flink runs in this process; otherwise in the cluster the job is submitted to
 * @param restPort port of Flink's pages and REST interface on 127.0.0.1, for embedded
 * @param metricsPort port of Prometheus metrics on 127.0.0.1, for embedded
 * @param parallelism parallel tasks of each operator
 * @param checkpointInterval time between checkpoints
 * @param flushInterval longest time a row waits for its batch to be written
 * @param batchRows most rows of a batch
 * @param maxEventBytes largest event that is accepted
 * @param thresholds those the job judges by unless people change them
 * @param rejectedTopic topic of rejected events
 * @param signalTopic topic of signals
 * @param consumerGroup group under which offsets are committed at each checkpoint, for others to see how far the job is
 */
record WarehouseJobOptions(
        String bootstrap,
        String clickHouseUrl,
        Optional<Path> contracts,
        URI stateDirectory,
        Restore restore,
        boolean embedded,
        int restPort,
        OptionalInt metricsPort,
        int parallelism,
        Duration checkpointInterval,
        Duration flushInterval,
        int batchRows,
        int maxEventBytes,
        StreamThresholds thresholds,
        String rejectedTopic,
        String signalTopic,
        String consumerGroup) {

    /**
     * Where the job starts.
     *
     * @param isNewest from the newest completed checkpoint, or from the beginning of the topics when there is none
     * @param savepoint folder of the savepoint, or of a checkpoint that is not the newest, to start from; empty when it is not the newest
     *     either for the beginning of the topics
     */
    record Restore(boolean isNewest, Optional<URI> savepoint) {

        static final Restore NEWEST = new Restore(true, Optional.empty());

        /** From the beginning of the topics. */
        static final Restore NONE = new Restore(false, Optional.empty());

        static Restore from(URI savepoint) {
            return new Restore(false, Optional.of(savepoint));
        }
    }

    static final String USAGE = """
            Options:
              --bootstrap HOST:PORT[,HOST:PORT...]     Kafka brokers (required)
              --clickhouse-url jdbc:clickhouse://HOST:PORT
                                                       ClickHouse (required); user and password come from the environment
                                                       variables CLICKHOUSE_USER and CLICKHOUSE_PASSWORD
              --state-dir PATH|URI                     folder of checkpoints (required)
              --contracts DIR                          contracts (default: those in the job's jar)
              --restore newest|none|PATH|URI           go on from the newest checkpoint, start over, or go on from the savepoint in
                                                       this folder (default: newest)
              --embedded true|false                    run Flink in this process (default: false)
              --rest-port N                            Flink's pages on 127.0.0.1, embedded only (default: 8081)
              --metrics-port N                         Prometheus metrics on 127.0.0.1, embedded only (default: none)
              --parallelism N                          parallel tasks of each operator (default: 2)
              --checkpoint-interval-ms N               time between checkpoints (default: 5000)
              --flush-interval-ms N                    longest time a row waits to be written (default: 1000)
              --batch-rows N                           most rows of a batch (default: 10000)
              --max-event-bytes N                      largest event that is accepted (default: 524288)
              --rejected-topic NAME                    topic of rejected events (default: mjp.rejected)
              --signal-topic NAME                      topic of signals (default: mjp.signalen)
              --consumer-group NAME                    group of the committed offsets (default: mjp-warehouse)
            Thresholds, unless people changed them in the dashboard:
              --hotspot-reports N                      reports in the window that make a potential hotspot (default: 5)
              --hotspot-days N                         different days that those reports are of (default: 3)
              --hotspot-window-days N                  length of the window (default: 28)
              --hotspot-close-days N                   quiet days after which it closes (default: 56)
              --hotspot-memory-days N                  days after its last report until it is forgotten (default: 1826)
              --case-norm-lwo-days N                   days a case may be in the LWO (default: 60)
              --case-norm-atom-days N                  days a case may be in ATOM (default: 90)
              --case-norm-mot-days N                   days a case may be in the MOT (default: 180)
              --case-norm-riec-days N                  days a case may be in the RIEC-informatieplein (default: 365)
              --signals KEY=N[,KEY=N...]               settings of the rules of signals, as in docs/algoritmeregister.md""";

    private static final Pattern BROKERS = Pattern.compile("[^\\s,:]+:\\d{1,5}(,[^\\s,:]+:\\d{1,5})*");
    private static final Pattern CLICKHOUSE = Pattern.compile("(jdbc:(clickhouse|ch):(https?:)?|https?:)//\\S+");
    private static final Pattern TOPIC = Pattern.compile("[A-Za-z0-9._-]{1,249}");
    private static final Pattern URI_SCHEME = Pattern.compile("[a-z][a-z0-9+.-]+:/.*");
    private static final int HIGHEST_PORT = 65_535;

    /** An embedded job puts its lock and its temporary files beside the checkpoints. */
    Path localStateFolder() {
        return Path.of(stateDirectory);
    }

    /**
     * Reads the options.
     *
     * @throws InvalidOptionsException when one is missing, unknown or of the wrong form
     */
    static WarehouseJobOptions parse(String... arguments) {
        Reader reader = new Reader(arguments);
        WarehouseJobOptions options = new WarehouseJobOptions(
                reader.required("bootstrap", BROKERS, "must be host:port, with commas between several"),
                reader.required("clickhouse-url", CLICKHOUSE, "must look like jdbc:clickhouse://127.0.0.1:8123"),
                reader.folder("contracts"),
                reader.location("state-dir"),
                reader.restore("restore"),
                reader.yesOrNo("embedded"),
                reader.number("rest-port", 8081, 1, HIGHEST_PORT),
                reader.optionalNumber("metrics-port", 1, HIGHEST_PORT),
                reader.number("parallelism", 2, 1, WarehouseWorkflow.MAX_PARALLELISM),
                Duration.ofMillis(reader.number("checkpoint-interval-ms", 5_000, 100, 3_600_000)),
                Duration.ofMillis(reader.number("flush-interval-ms", 1_000, 1, 60_000)),
                reader.number("batch-rows", 10_000, 1, 1_000_000),
                reader.number("max-event-bytes", 524_288, 1_024, 900_000),
                new StreamThresholds(hotspots(reader), norms(reader), reader.signals("signals")),
                reader.optional("rejected-topic", TOPIC, "must be the name of a topic", "mjp.rejected"),
                reader.optional("signal-topic", TOPIC, "must be the name of a topic", "mjp.signalen"),
                reader.optional("consumer-group", TOPIC, "must be the name of a group", "mjp-warehouse"));
        reader.refuseUnknown();
        if (options.embedded() && !"file".equals(options.stateDirectory().getScheme())) {
            reader.refuse("--state-dir must be a local folder when --embedded is true");
        }
        if (!options.embedded() && options.metricsPort().isPresent()) {
            reader.refuse("--metrics-port works with --embedded true only; a cluster has reporters of its own");
        }
        reader.finish();
        return options;
    }

    private static HotspotSettings hotspots(Reader reader) {
        HotspotSettings otherwise = HotspotSettings.DEFAULT;
        int reports = reader.number("hotspot-reports", otherwise.leastReports(), 1, HotspotSettings.LONGEST);
        int days = reader.number("hotspot-days", otherwise.leastDays(), 1, HotspotSettings.LONGEST);
        int window = reader.number("hotspot-window-days", otherwise.windowDays(), 1, HotspotSettings.LONGEST);
        int close = reader.number("hotspot-close-days", otherwise.closeAfterDays(), 1, HotspotSettings.LONGEST);
        int memory = reader.number("hotspot-memory-days", otherwise.memoryDays(), 1, HotspotSettings.LONGEST);
        List<ThresholdProblem> problems = HotspotSettings.problems(reports, days, window, close, memory);
        problems.forEach(problem -> reader.refuse(problem.sentence()));
        return problems.isEmpty() ? new HotspotSettings(reports, days, window, close, memory) : otherwise;
    }

    private static StepNorms norms(Reader reader) {
        StepNorms otherwise = StepNorms.DEFAULT;
        return new StepNorms(
                reader.number("case-norm-lwo-days", otherwise.lwoDays(), 1, StepNorms.LONGEST),
                reader.number("case-norm-atom-days", otherwise.atomDays(), 1, StepNorms.LONGEST),
                reader.number("case-norm-mot-days", otherwise.motDays(), 1, StepNorms.LONGEST),
                reader.number("case-norm-riec-days", otherwise.riecDays(), 1, StepNorms.LONGEST));
    }

    /** Reads options one by one and gathers what is wrong with them, so that all of it is said at once. */
    private static final class Reader {

        private static final String PREFIX = "--";

        private final Map<String, String> given = new HashMap<>();
        private final List<String> problems = new ArrayList<>();
        private final Set<String> refused = new HashSet<>();

        Reader(String[] arguments) {
            for (int index = 0; index < arguments.length; index += 2) {
                String name = arguments[index];
                if (!name.startsWith(PREFIX)) {
                    refuse("'" + name + "' stands where the name of an option, starting with --, must stand");
                } else if (index + 1 == arguments.length) {
                    refuse(name + " must be followed by its value");
                } else if (given.put(name.substring(PREFIX.length()), arguments[index + 1]) != null) {
                    refuse(name + " must be given once");
                }
            }
        }

        void refuse(String problem) {
            problems.add(problem);
        }

        void refuseUnknown() {
            given.keySet().stream().sorted().forEach(name -> refuse(PREFIX + name + " is no option of this job"));
        }

        void finish() {
            if (!problems.isEmpty()) {
                throw new InvalidOptionsException(problems);
            }
        }

        String required(String name, Pattern form, String expectation) {
            return read(name, value -> form.matcher(value).matches() ? value : null, expectation)
                    .orElseGet(() -> missing(name, expectation, ""));
        }

        String optional(String name, Pattern form, String expectation, String otherwise) {
            return read(name, value -> form.matcher(value).matches() ? value : null, expectation)
                    .orElse(otherwise);
        }

        Optional<Path> folder(String name) {
            return read(name, value -> Files.isDirectory(Path.of(value)) ? Path.of(value) : null, "must be a folder");
        }

        URI location(String name) {
            return read(name, Reader::uri, "must be a path or a URI")
                    .orElseGet(() -> missing(name, "must be a path or a URI", URI.create("file:/")));
        }

        int number(String name, int otherwise, int lowest, int highest) {
            return optionalNumber(name, lowest, highest).orElse(otherwise);
        }

        OptionalInt optionalNumber(String name, int lowest, int highest) {
            return read(
                            name,
                            value -> inRange(value, lowest, highest),
                            "must be a whole number from " + lowest + " to " + highest)
                    .map(OptionalInt::of)
                    .orElse(OptionalInt.empty());
        }

        boolean yesOrNo(String name) {
            return read(
                            name,
                            value -> value.matches("true|false") ? value.equals("true") : null,
                            "must be true or false")
                    .orElse(false);
        }

        SignalSettings signals(String name) {
            String value = given.remove(name);
            if (value == null) {
                return SignalSettings.USUAL;
            }
            try {
                return SignalSettings.parse(value);
            } catch (IllegalArgumentException refused) {
                refuse(PREFIX + name + ": " + refused.getMessage());
                return SignalSettings.USUAL;
            }
        }

        Restore restore(String name) {
            return read(name, Reader::place, "must be newest, none, or the folder of a savepoint")
                    .orElse(Restore.NEWEST);
        }

        private <T> Optional<T> read(String name, Function<String, @Nullable T> parser, String expectation) {
            String value = given.remove(name);
            if (value == null) {
                return Optional.empty();
            }
            T parsed = parser.apply(value);
            if (parsed == null) {
                refuse(PREFIX + name + ' ' + expectation);
                refused.add(name);
            }
            return Optional.ofNullable(parsed);
        }

        /** Of an option that was given wrongly it is not said that it is missing, too. */
        private <T> T missing(String name, String expectation, T standIn) {
            if (!refused.contains(name)) {
                refuse(PREFIX + name + " is missing: it " + expectation);
            }
            return standIn;
        }

        private static @Nullable Integer inRange(String value, int lowest, int highest) {
            try {
                int number = Integer.parseInt(value);
                return number >= lowest && number <= highest ? number : null;
            } catch (NumberFormatException noNumber) {
                return null;
            }
        }

        private static @Nullable Restore place(String value) {
            URI location = uri(value);
            return switch (value) {
                case "newest" -> Restore.NEWEST;
                case "none" -> Restore.NONE;
                default -> location == null ? null : Restore.from(location);
            };
        }

        private static @Nullable URI uri(String value) {
            try {
                return URI_SCHEME.matcher(value).matches()
                        ? URI.create(value)
                        : Path.of(value).toAbsolutePath().normalize().toUri();
            } catch (IllegalArgumentException noLocation) {
                return null;
            }
        }
    }
}
