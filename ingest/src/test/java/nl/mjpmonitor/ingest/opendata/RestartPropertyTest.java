package nl.mjpmonitor.ingest.opendata;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import nl.mjpmonitor.ingest.opendata.FakeODataServer.Fault;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever fails, and whenever the worker is killed: who keeps the newest record of each cell has exactly the table. The seed of a
 * run is its name, so that a failure can be repeated.
 */
class RestartPropertyTest {
    private static final int EDITIONS = 4;
    private static final List<String> PERIODS = List.of("2022MM11", "2022MM12", "2022JJ00", "2023MM01");
    private static final List<String> AREAS = List.of("GM0935    ", "WK093500  ", "BU09350000", "BU09350001");
    private static final List<String> KINDS = List.of("0.0.0 ", "1.1.1 ", "1.2.4 ", "2.6.10");
    private static final List<Fault> FAULTS = List.of(
            Fault.THROTTLED, Fault.BUSY, Fault.BROKEN, Fault.CUT_OFF, Fault.CUT_OFF_JSON, Fault.MAINTENANCE_PAGE);

    @TempDir
    Path folder;

    private final TestClock clock = new TestClock();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void withTransactionsEveryChangeIsPublishedExactlyOnce(long seed) {
        Random random = new Random(seed);
        try (FakeODataServer server = server(random);
                FakeWorker worker = worker(server)) {
            Map<String, String> published = new HashMap<>();
            for (int edition = 1; edition <= EDITIONS; edition++) {
                worker.forget();
                Map<String, String> truth = truth(server);
                runWithCrashes(worker, random, true);
                Map<String, List<String>> changes = changes(worker.cells());
                assertThat(changes)
                        .as("edition %d: cells with a record", edition)
                        .containsOnlyKeys(different(published, truth));
                assertThat(changes.values())
                        .as("edition %d: records a cell", edition)
                        .allMatch(list -> list.size() == 1);
                published.clear();
                published.putAll(truth);
                nextEdition(server, random, edition);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void withoutTransactionsRecordsMayComeTwiceButTheTableIsTheSame(long seed) {
        Random random = new Random(seed);
        try (FakeODataServer server = server(random);
                FakeWorker worker = worker(server)) {
            for (int edition = 1; edition <= EDITIONS; edition++) {
                runWithCrashes(worker, random, false);
                assertThat(worker.table()).as("edition %d", edition).isEqualTo(truth(server));
                nextEdition(server, random, edition);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void aTableThatChangesInTheMiddleOfAReadingEndsUpAsItIs(long seed) {
        Random random = new Random(seed);
        try (FakeODataServer server = server(random);
                FakeWorker worker = worker(server)) {
            int[] changesLeft = {3};
            server.beforePage(() -> {
                if (changesLeft[0] > 0 && random.nextInt(4) == 0) {
                    changesLeft[0]--;
                    revise(server, random);
                    server.publish("2026-02-%02dT02:00:00".formatted(10 + changesLeft[0]));
                }
            });
            runWithCrashes(worker, random, true);
            while (changesLeft[0] > 0) {
                changesLeft[0] = 0;
                server.publish("2026-03-01T02:00:00");
                clock.putForward(Duration.ofHours(2));
                runWithCrashes(worker, random, true);
            }
            assertThat(worker.table()).isEqualTo(truth(server));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5})
    void filesAreReadOnceWhateverIsKilled(long seed) {
        Random random = new Random(seed);
        Map<String, String> settings = Fixtures.settings(folder, Fixtures.SURVEY);
        Map<String, String> truth = new TreeMap<>();
        try (FakeWorker worker = new FakeWorker(settings, clock)) {
            for (int file = 1; file <= 5; file++) {
                String content = survey(random, truth, 2010 + file % 3);
                Fixtures.drop(
                        folder, "veiligheidsmonitor", "file" + file + ".csv", content.getBytes(StandardCharsets.UTF_8));
                runWithCrashes(worker, random, true);
            }
            worker.runIdle();
            assertThat(new TreeMap<>(worker.table())).isEqualTo(truth);
            assertThat(worker.values("opendata.control.reading"))
                    .filteredOn(reading -> reading.getString("state").equals("complete"))
                    .extracting(reading -> reading.getString("source"))
                    .containsExactly("file1.csv", "file2.csv", "file3.csv", "file4.csv", "file5.csv");
            assertThat(folder.resolve("drop/veiligheidsmonitor/accepted")
                            .toFile()
                            .list())
                    .hasSize(5);
        }
    }

    /** Runs until a reading is complete; kills the worker now and then, before or after a batch is committed. */
    private static void runWithCrashes(FakeWorker worker, Random random, boolean hasTransactions) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (System.nanoTime() < deadline) {
            List<SourceRecord> batch = worker.poll();
            boolean dies = random.nextInt(5) == 0;
            if (!dies) {
                worker.commit(batch);
                if (batch.stream().anyMatch(record -> FakeWorker.isReading(record, "complete"))) {
                    return;
                }
                continue;
            }
            if (!hasTransactions && !batch.isEmpty()) {
                worker.commit(batch.subList(0, random.nextInt(batch.size())));
            }
            worker.crash();
        }
        throw new AssertionError("The reading did not come to its end");
    }

    private FakeODataServer server(Random random) {
        FakeODataServer server = new FakeODataServer(3).pageSize(1 + random.nextInt(7));
        if (random.nextBoolean()) {
            server.announcingRows();
        }
        PERIODS.forEach(period -> server.code("Perioden", period));
        for (String period : PERIODS) {
            for (String area : AREAS) {
                for (String kind : KINDS) {
                    if (random.nextInt(3) > 0) {
                        server.offences(kind, area, period, figure(random));
                    }
                }
            }
        }
        Random faults = new Random(random.nextLong());
        server.misfortune(() -> faults.nextInt(8) == 0 ? FAULTS.get(faults.nextInt(FAULTS.size())) : Fault.NONE);
        return server;
    }

    private FakeWorker worker(FakeODataServer server) {
        Map<String, String> settings = Fixtures.settings(folder, Fixtures.MONTHLY_OFFENCES);
        settings.put("servers", "dataderden=" + server.address());
        return new FakeWorker(settings, clock);
    }

    private static Integer figure(Random random) {
        return random.nextInt(10) == 0 ? null : Integer.valueOf(random.nextInt(100));
    }

    private void nextEdition(FakeODataServer server, Random random, int edition) {
        for (int change = 0; change < 5; change++) {
            revise(server, random);
        }
        server.publish("2026-%02d-15T02:00:00".formatted(edition + 1));
        clock.putForward(Duration.ofHours(2));
    }

    private static void revise(FakeODataServer server, Random random) {
        String kind = KINDS.get(random.nextInt(KINDS.size()));
        String area = AREAS.get(random.nextInt(AREAS.size()));
        String period = PERIODS.get(random.nextInt(PERIODS.size()));
        switch (random.nextInt(3)) {
            case 0 -> server.removeRow(kind, area, period);
            case 1 -> server.revise(kind, area, period, figure(random));
            default -> {
                server.removeRow(kind, area, period);
                server.offences(kind, area, period, figure(random));
            }
        }
    }

    private static Map<String, String> truth(FakeODataServer server) {
        Map<String, String> truth = new HashMap<>();
        for (Map<String, Object> row : server.rows()) {
            String period = String.valueOf(row.get("Perioden"));
            String key = "registered_offences "
                    + String.valueOf(row.get("WijkenEnBuurten")).strip() + " " + period + " "
                    + String.valueOf(row.get("SoortMisdrijf")).strip();
            Object figure = row.get("GeregistreerdeMisdrijven_1");
            // the three newest months are November, December and January, and the year ends among them
            truth.put(key, figure == null ? "null unknown" : figure + " provisional");
        }
        return truth;
    }

    private static Map<String, List<String>> changes(List<Struct> cells) {
        Map<String, List<String>> changes = new HashMap<>();
        cells.forEach(cell -> changes.computeIfAbsent(FakeWorker.key(cell), key -> new ArrayList<>())
                .add(cell.getString("value")));
        return changes;
    }

    private static String[] different(Map<String, String> before, Map<String, String> after) {
        Map<String, String> all = new HashMap<>(before);
        all.putAll(after);
        return all.keySet().stream()
                .filter(key -> !String.valueOf(before.get(key)).equals(String.valueOf(after.get(key))))
                .toArray(String[]::new);
    }

    private static String survey(Random random, Map<String, String> truth, int year) {
        truth.keySet().removeIf(key -> key.contains(year + "JJ00"));
        StringBuilder text = new StringBuilder(
                "\"Marges\";\"RegioS\";\"Perioden\";\"VoeltZichWeleensOnveilig_41\";\"RapportcijferVeiligheidInBuurt_64\"\n");
        for (String margin : List.of("MW00000", "MOG0095", "MBG0095")) {
            for (String area : List.of("NL01", "GM0935")) {
                if (random.nextInt(4) > 0) {
                    int share = random.nextInt(100);
                    int mark = 1 + random.nextInt(9);
                    text.append("\"%s\";\"%s  \";\"%dJJ00\";\"  %d.5\";\"  %d.1\"%n"
                            .formatted(margin, area, year, share, mark));
                    String cell = area + " " + year + "JJ00 " + margin;
                    truth.put("unsafe_share " + cell, share + ".5 definitive");
                    truth.put("safety_mark " + cell, mark + ".1 definitive");
                }
            }
        }
        text.append("\"MW00000\";\"NL02  \";\"%dJJ00\";\"  1.5\";\"  7.1\"%n".formatted(year));
        truth.put("unsafe_share NL02 " + year + "JJ00 MW00000", "1.5 definitive");
        truth.put("safety_mark NL02 " + year + "JJ00 MW00000", "7.1 definitive");
        return text.toString();
    }
}
