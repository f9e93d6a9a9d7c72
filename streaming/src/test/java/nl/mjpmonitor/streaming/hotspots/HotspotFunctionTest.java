package nl.mjpmonitor.streaming.hotspots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import nl.mjpmonitor.streaming.detection.JudgingOperator;
import nl.mjpmonitor.streaming.signals.SignalCandidate;
import nl.mjpmonitor.warehouse.rows.ChangeEventRow;
import nl.mjpmonitor.warehouse.rows.HotspotLifeRow;
import nl.mjpmonitor.warehouse.thresholds.HotspotSettings;
import nl.mjpmonitor.warehouse.thresholds.Timeline;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HotspotFunctionTest {

    private static final HotspotSettings SETTINGS = new HotspotSettings(5, 3, 28, 56, 730);
    private static final Instant MORNING = Instant.parse("2026-11-21T08:00:00Z");
    private static final Instant CHANGED = MORNING.plusSeconds(60);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final String LOCATION = "1.location";

    private KeyedOneInputStreamOperatorTestHarness<String, ReportChange, HotspotLifeRow> harness;

    @BeforeEach
    void open() throws Exception {
        harness = harness();
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void aHotspotOpensWithTheFifthReportAndSaysWhenItCoolsAndCloses() throws Exception {
        openOne();

        assertThat(harness.extractOutputValues()).hasSize(1);
        HotspotLifeRow row = harness.extractOutputValues().get(0);
        assertThat(row.transitions())
                .isEqualTo("[[\"2026-11-20\",\"opened\",5,5,\"persons\"],"
                        + "[\"2026-12-14\",\"cooled\",4,4,\"persons\"],"
                        + "[\"2027-02-08\",\"closed\",0,0,\"persons\"]]");
        assertThat(row.hotspotId()).matches("hs-[0-9a-f]{16}");
        assertThat(row.changeCount()).isEqualTo(5);
        assertThat(candidates())
                .containsExactly(new SignalCandidate(
                        "hotspot-geopend",
                        row.hotspotId(),
                        "BU09350000",
                        MORNING.plusSeconds(4),
                        Map.of("meldingen", "5", "dagen", "5", "venster", "28", "categorie", "persons"),
                        false));
        assertThat(facts()).singleElement().satisfies(fact -> {
            assertThat(fact.sourceSystem()).isEqualTo("detectie");
            assertThat(fact.key()).contains(row.hotspotId()).contains("2026-11");
            assertThat(fact.row()).contains("\"opened_on\":\"2026-11-20\"").contains("\"closes_on\":\"2027-02-08\"");
        });
    }

    @Test
    void aWithdrawnReportUndoesTheOpeningAndSaysThatItIsOver() throws Exception {
        openOne();
        change("r1", 5, -1, 10);

        HotspotLifeRow newest = harness.extractOutputValues().get(1);
        assertThat(newest.transitions()).isEqualTo("[]");
        assertThat(newest.areaCode()).isEqualTo("BU09350000");
        assertThat(candidates()).extracting(SignalCandidate::isOver).containsExactly(false, true);
        assertThat(facts().get(1).row()).contains("\"opened_on\":null");
    }

    @Test
    void itIsSaidOnceThatItOpensAndOnceThatItClosed() throws Exception {
        openOne();
        change("r6", 0, 1, 20);
        LocalDate closes = TODAY.minusDays(7).plusDays(84);
        passTo(closes.minusDays(1));
        assertThat(candidates()).hasSize(1);

        passTo(closes.plusDays(3));

        assertThat(candidates()).extracting(SignalCandidate::isOver).containsExactly(false, true);
    }

    @Test
    void aHotspotOfLongAgoIsWrittenAndNotSaid() throws Exception {
        for (int report = 1; report <= 5; report++) {
            change("r" + report, 500 + report, 1, report);
        }

        assertThat(harness.extractOutputValues()).hasSize(1);
        assertThat(candidates()).isEmpty();
    }

    @Test
    void noStateIsLeftWhenEveryReportWasWithdrawn() throws Exception {
        openOne();
        for (int report = 1; report <= 5; report++) {
            change("r" + report, 6 - report, -1, 10 + report);
        }
        assertThat(harness.numKeyedStateEntries()).isPositive();

        passTo(TODAY.plusDays(2));

        assertThat(harness.numKeyedStateEntries()).isZero();
        assertThat(harness.numEventTimeTimers()).isZero();
    }

    @Test
    void noStateIsLeftWhenItsMemoryHasPassed() throws Exception {
        openOne();
        passTo(TODAY.plusDays(700));
        assertThat(harness.numKeyedStateEntries()).isPositive();

        passTo(TODAY.plusDays(740));

        assertThat(harness.numKeyedStateEntries()).isZero();
        assertThat(harness.numEventTimeTimers()).isZero();
    }

    @Test
    void aSingleOldReportLeavesNoStateEither() throws Exception {
        change("r1", 1_000, 1, 0);

        passTo(TODAY.plusDays(2));

        assertThat(harness.numKeyedStateEntries()).isZero();
        assertThat(harness.numEventTimeTimers()).isZero();
    }

    @Test
    void locationsDoNotTouchEachOther() throws Exception {
        openOne();
        harness.processElement(
                new ReportChange("1.other", "r6", TODAY.toEpochDay(), "persons", "BU09350000", 1, MORNING), 0);

        assertThat(harness.extractOutputValues()).hasSize(1);
    }

    @Test
    void stateSurvivesARestart() throws Exception {
        for (int report = 1; report <= 4; report++) {
            change("r" + report, 6 - report, 1, report);
        }
        OperatorSubtaskState snapshot = harness.snapshot(1, 1);
        harness.close();
        harness = harness();
        harness.initializeState(snapshot);
        harness.open();
        change("r5", 1, 1, 5);

        assertThat(harness.extractOutputValues()).hasSize(1);
    }

    @Test
    void aHigherThresholdEndsAHotspotFromThatMomentOn() throws Exception {
        openOne();
        String id = harness.extractOutputValues().get(0).hotspotId();

        goOnWith(Timeline.always(SETTINGS).from(CHANGED, new HotspotSettings(8, 3, 28, 56, 730)));
        assertThat(harness.extractOutputValues()).isEmpty();
        harness.processWatermark(CHANGED.toEpochMilli());

        assertThat(harness.extractOutputValues()).singleElement().satisfies(row -> {
            assertThat(row.hotspotId()).isEqualTo(id);
            assertThat(row.knownAtMillis()).isEqualTo(CHANGED.toEpochMilli());
            assertThat(row.transitions()).isEqualTo("[]");
            assertThat(row.changeCount()).isEqualTo(6);
            assertThat(row.leastReports()).isEqualTo(8);
        });
        assertThat(facts())
                .singleElement()
                .satisfies(fact -> assertThat(fact.row()).contains("\"opened_on\":null"));
        assertThat(candidates()).extracting(SignalCandidate::isOver).containsExactly(true);
    }

    @Test
    void aLowerThresholdOpensAHotspotOfReportsThatWereThere() throws Exception {
        for (int report = 1; report <= 4; report++) {
            change("r" + report, 6 - report, 1, report);
        }

        goOnWith(Timeline.always(SETTINGS).from(CHANGED, new HotspotSettings(4, 3, 28, 56, 730)));
        harness.processWatermark(CHANGED.toEpochMilli());

        assertThat(harness.extractOutputValues())
                .singleElement()
                .satisfies(
                        row -> assertThat(row.transitions()).contains("[\"2026-11-19\",\"opened\",4,4,\"persons\"]"));
        assertThat(candidates()).extracting(SignalCandidate::isOver).containsExactly(false);
    }

    @Test
    void oneThatGoesOnIsNotSaidToBeOver() throws Exception {
        openOne();

        goOnWith(Timeline.always(SETTINGS).from(CHANGED, new HotspotSettings(4, 3, 28, 56, 730)));
        harness.processWatermark(CHANGED.toEpochMilli());

        assertThat(candidates())
                .extracting(
                        SignalCandidate::isOver,
                        candidate -> candidate.figures().get("meldingen"))
                .containsExactly(tuple(false, "4"));
    }

    @Test
    void aLocationIsJudgedAnewOnceAndLeavesNoState() throws Exception {
        openOne();
        Timeline<HotspotSettings> settings =
                Timeline.always(SETTINGS).from(CHANGED, new HotspotSettings(4, 3, 28, 56, 730));
        goOnWith(settings);
        harness.processWatermark(CHANGED.toEpochMilli());
        goOnWith(settings);
        harness.processWatermark(CHANGED.plusSeconds(1).toEpochMilli());
        assertThat(harness.extractOutputValues()).isEmpty();

        passTo(TODAY.plusDays(740));

        assertThat(harness.numKeyedStateEntries()).isZero();
        assertThat(harness.numEventTimeTimers()).isZero();
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    /** Whatever order the changes come in and wherever it crashes, the tables end the same, and as a start from nothing gives them. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noInterleavingChangesTheFinalTables(long seed) throws Exception {
        Random random = new Random(seed);
        List<ReportChange> log = history(random);
        List<HotspotLifeRow> lives = new ArrayList<>();
        List<ChangeEventRow> facts = new ArrayList<>();
        process(log, lives, facts);
        Map<List<Object>, HotspotLifeRow> expectedLives = newest(lives);
        Map<List<Object>, ChangeEventRow> expectedFacts = known(facts);

        List<ReportChange> shuffled = new ArrayList<>(log);
        Collections.shuffle(shuffled, random);
        int checkpoint = random.nextInt(shuffled.size());
        int crash = checkpoint + random.nextInt(shuffled.size() - checkpoint);
        List<HotspotLifeRow> livesAnyhow = new ArrayList<>();
        List<ChangeEventRow> factsAnyhow = new ArrayList<>();
        reset();
        feed(shuffled.subList(0, checkpoint));
        OperatorSubtaskState state = harness.snapshot(1, 1);
        feed(shuffled.subList(checkpoint, crash));
        collect(livesAnyhow, factsAnyhow);
        harness.close();
        harness = harness();
        harness.initializeState(state);
        harness.open();
        List<ReportChange> rest = new ArrayList<>(shuffled.subList(checkpoint, shuffled.size()));
        Collections.shuffle(rest, random);
        feed(rest);
        collect(livesAnyhow, factsAnyhow);
        Collections.shuffle(livesAnyhow, random);
        Collections.shuffle(factsAnyhow, random);

        assertThat(newest(livesAnyhow)).isEqualTo(expectedLives);
        assertThat(known(factsAnyhow)).isEqualTo(expectedFacts);
    }

    /** Settings that change while changes come in, two crashes and a start from nothing: every moment is judged by what held then. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void settingsThatChangeEndAsAStartFromNothingGivesThem(long seed) throws Exception {
        Random random = new Random(seed);
        List<ReportChange> log = history(random);
        int first = random.nextInt(log.size());
        int second = first + random.nextInt(log.size() - first);
        Timeline<HotspotSettings> once =
                Timeline.always(SETTINGS).from(log.get(first).knownAt().minusMillis(500), settings(random));
        Timeline<HotspotSettings> twice = once.from(log.get(second).knownAt().plusMillis(500), settings(random));
        Instant end = log.get(log.size() - 1).knownAt().plusSeconds(1);
        List<HotspotLifeRow> lives = new ArrayList<>();
        List<ChangeEventRow> facts = new ArrayList<>();
        harness.close();
        harness = harness(twice);
        harness.open();
        pass(log, end);
        collect(lives, facts);

        List<HotspotLifeRow> livesMeanwhile = new ArrayList<>();
        List<ChangeEventRow> factsMeanwhile = new ArrayList<>();
        // those of the job hear of other settings only after more changes came in
        int heard = first + random.nextInt(log.size() - first);
        int heardAgain = Math.max(heard, second + random.nextInt(log.size() - second));
        reset();
        pass(log.subList(0, heard), Instant.EPOCH);
        collect(livesMeanwhile, factsMeanwhile);
        goOnWith(once);
        pass(log.subList(heard, heardAgain), Instant.EPOCH);
        collect(livesMeanwhile, factsMeanwhile);
        goOnWith(twice);
        pass(log.subList(heardAgain, log.size()), end);
        collect(livesMeanwhile, factsMeanwhile);

        assertThat(newest(livesMeanwhile)).isEqualTo(newest(lives));
        assertThat(known(factsMeanwhile)).isEqualTo(known(facts));
    }

    private static HotspotSettings settings(Random random) {
        return new HotspotSettings(
                3 + random.nextInt(5), 1 + random.nextInt(3), 14 + random.nextInt(30), 31 + random.nextInt(40), 730);
    }

    /** Changes in the order in which they became known, with the watermarks between them and up to an end. */
    private void pass(List<ReportChange> changes, Instant end) throws Exception {
        for (ReportChange change : changes) {
            harness.processWatermark(change.knownAt().toEpochMilli() - 1);
            harness.processElement(change, 0);
        }
        if (end.isAfter(Instant.EPOCH)) {
            harness.processWatermark(end.toEpochMilli());
        }
    }

    @Test
    void theHistoriesOpenUndoAndReopenHotspots() throws Exception {
        List<HotspotLifeRow> lives = new ArrayList<>();
        List<ChangeEventRow> facts = new ArrayList<>();
        for (long seed = 0; seed < 50; seed++) {
            process(history(new Random(seed)), lives, facts);
        }

        for (String kind : List.of("opened", "grew", "cooled", "revived", "closed", "reopened")) {
            assertThat(lives).as(kind).anyMatch(row -> row.transitions().contains(kind));
        }
        assertThat(lives).anyMatch(row -> row.transitions().equals("[]"));
        assertThat(facts).anyMatch(row -> row.row().contains("\"opened_on\":null"));
    }

    /** Reports of a year and a half at one location that come in, some late, many are withdrawn or put right afterwards. */
    private static List<ReportChange> history(Random random) {
        List<ReportChange> log = new ArrayList<>();
        int reports = 10 + random.nextInt(40);
        for (int report = 0; report < reports; report++) {
            long happened = TODAY.minusDays(random.nextInt(4) * 120L + random.nextInt(30))
                    .toEpochDay();
            String category = random.nextBoolean() ? "persons" : "drugs";
            Instant knownAt = Instant.ofEpochSecond(
                            (happened + random.nextInt(random.nextInt(10) == 0 ? 200 : 2)) * 86_400)
                    .plusSeconds(random.nextInt(1_000));
            ReportChange change =
                    new ReportChange(LOCATION, "r" + report, happened, category, "BU09350000", 1, knownAt);
            log.add(change);
            if (random.nextInt(3) == 0) {
                Instant goneAt = knownAt.plus(random.nextInt(200), ChronoUnit.HOURS);
                log.add(changed(change, happened, -1, goneAt));
                if (random.nextBoolean()) {
                    log.add(changed(change, happened - random.nextInt(40), 1, goneAt));
                }
            }
        }
        log.sort((one, other) -> one.knownAt().compareTo(other.knownAt()));
        return log;
    }

    private static ReportChange changed(ReportChange report, long happened, int change, Instant knownAt) {
        return new ReportChange(
                LOCATION, report.report(), happened, report.category(), report.areaCode(), change, knownAt);
    }

    private void process(List<ReportChange> log, List<HotspotLifeRow> lives, List<ChangeEventRow> facts)
            throws Exception {
        reset();
        feed(log);
        collect(lives, facts);
    }

    private void reset() throws Exception {
        harness.close();
        harness = harness();
        harness.open();
    }

    private void feed(Collection<ReportChange> changes) throws Exception {
        for (ReportChange change : changes) {
            harness.processElement(change, 0);
        }
    }

    private void collect(List<HotspotLifeRow> lives, List<ChangeEventRow> facts) {
        lives.addAll(harness.extractOutputValues());
        facts.addAll(facts());
    }

    /** What mart.hotspot_life holds in the end. */
    private static Map<List<Object>, HotspotLifeRow> newest(List<HotspotLifeRow> rows) {
        Map<List<Object>, HotspotLifeRow> newest = new HashMap<>();
        rows.forEach(row -> newest.merge(
                List.of(row.hotspotId(), row.knownAtMillis()),
                row,
                (one, other) -> other.changeCount() >= one.changeCount() ? other : one));
        return newest;
    }

    /** What the catalogue counts: for each row, from each moment on, the stand with the highest version. */
    private static Map<List<Object>, ChangeEventRow> known(List<ChangeEventRow> rows) {
        Map<List<Object>, ChangeEventRow> known =
                new TreeMap<>((one, other) -> one.toString().compareTo(other.toString()));
        rows.forEach(row -> known.merge(
                List.of(row.key(), row.knownAtMillis()),
                row,
                (one, other) -> other.order() >= one.order() ? other : one));
        return known;
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, ReportChange, HotspotLifeRow> harness()
            throws Exception {
        return harness(Timeline.always(SETTINGS));
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, ReportChange, HotspotLifeRow> harness(
            Timeline<HotspotSettings> settings) throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new JudgingOperator<>(new HotspotFunction(settings), settings, List.of(HotspotFunction.HELD)),
                ReportChange::location,
                Types.STRING);
    }

    /** The job goes on from its state with these settings. */
    private void goOnWith(Timeline<HotspotSettings> settings) throws Exception {
        OperatorSubtaskState state = harness.snapshot(1, 1);
        harness.close();
        harness = harness(settings);
        harness.initializeState(state);
        harness.open();
    }

    /** Five reports, of 5, 4, 3, 2 and 1 days ago, known one after the other. */
    private void openOne() throws Exception {
        for (int report = 1; report <= 5; report++) {
            change("r" + report, 6 - report, 1, report - 1);
        }
    }

    private void change(String report, int daysAgo, int change, int seconds) throws Exception {
        harness.processElement(
                new ReportChange(
                        LOCATION,
                        report,
                        TODAY.minusDays(daysAgo).toEpochDay(),
                        "persons",
                        "BU09350000",
                        change,
                        MORNING.plusSeconds(seconds)),
                0);
    }

    private void passTo(LocalDate day) throws Exception {
        harness.processWatermark(Instant.parse(day + "T12:00:00Z").toEpochMilli());
    }

    private List<SignalCandidate> candidates() {
        return side(HotspotFunction.CANDIDATES);
    }

    private List<ChangeEventRow> facts() {
        return side(HotspotFunction.FACTS);
    }

    private <T> List<T> side(OutputTag<T> tag) {
        var output = harness.getSideOutput(tag);
        return output == null
                ? List.of()
                : output.stream().map(element -> element.getValue()).toList();
    }
}
