package nl.mjpmonitor.streaming.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import nl.mjpmonitor.streaming.change.ChangeVersion;
import nl.mjpmonitor.streaming.detection.JudgingOperator;
import nl.mjpmonitor.streaming.signals.SignalCandidate;
import nl.mjpmonitor.warehouse.rows.CaseStepStateRow;
import nl.mjpmonitor.warehouse.rows.ChangeEventRow;
import nl.mjpmonitor.warehouse.thresholds.StepNorms;
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

class CaseLifecycleFunctionTest {

    private static final StepNorms NORMS = new StepNorms(60, 90, 180, 365);
    private static final Instant MORNING = Instant.parse("2026-11-21T08:00:00Z");
    private static final Instant CHANGED = MORNING.plusSeconds(60);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final String CASE = "1.case";

    private KeyedOneInputStreamOperatorTestHarness<String, CaseChange, CaseStepStateRow> harness;
    private long lsn;

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
    void aStepThatGoesOnSaysWhenItWillStagnate() throws Exception {
        process(step(1, "lwo", 1, 10, null, 1));

        CaseStepStateRow row = newest(1);
        assertThat(row.leftOnEpochDay()).isNull();
        assertThat(row.stagnatesOnEpochDay()).isEqualTo(TODAY.plusDays(51).toEpochDay());
        assertThat(row.normDays()).isEqualTo(60);
        assertThat(candidates()).isEmpty();
    }

    @Test
    void aStepThatWasLeftInTimeNeverStagnates() throws Exception {
        process(step(1, "atom", 1, 100, 10L, 1));

        assertThat(newest(1).stagnatesOnEpochDay()).isNull();
        assertThat(newest(1).leftOnEpochDay()).isEqualTo(TODAY.minusDays(10).toEpochDay());
    }

    @Test
    void aStepThatWasLeftTooLateStagnatedFromTheDayAfterItsNorm() throws Exception {
        process(step(1, "lwo", 1, 100, 10L, 1));

        assertThat(newest(1).stagnatesOnEpochDay())
                .isEqualTo(TODAY.minusDays(100).plusDays(61).toEpochDay());
        assertThat(candidates()).isEmpty();
    }

    @Test
    void theTimerSaysOnceThatACaseStagnatesAndTheRowsSayOnceThatItGoesOn() throws Exception {
        process(step(1, "lwo", 1, 10, null, 1));
        passTo(TODAY.plusDays(50));
        assertThat(candidates()).isEmpty();

        passTo(TODAY.plusDays(51));
        passTo(TODAY.plusDays(70));
        process(step(1, "lwo", 1, 10, -71L, 2));

        assertThat(candidates())
                .extracting(SignalCandidate::ruleId, SignalCandidate::subject, SignalCandidate::isOver)
                .containsExactly(tuple("casus-stagneert", CASE, false), tuple("casus-stagneert", CASE, true));
        assertThat(candidates().get(0).figures()).isEqualTo(Map.of("stap", "lwo", "dagen", "61", "norm", "60"));
    }

    @Test
    void aCaseThatCloseIsInNoStepAndMayBeReopened() throws Exception {
        process(file(null, false, 1));
        process(step(1, "lwo", 1, 100, null, 2));
        process(file(20L, false, 3));
        assertThat(newest(1).leftOnEpochDay()).isEqualTo(TODAY.minusDays(20).toEpochDay());

        process(step(1, "lwo", 1, 100, 20L, 4));
        process(file(null, false, 5));
        process(step(2, "lwo", 2, 5, null, 6));

        assertThat(newest(1).leftOnEpochDay()).isEqualTo(TODAY.minusDays(20).toEpochDay());
        assertThat(newest(2).passNumber()).isEqualTo(2);
        assertThat(newest(2).leftOnEpochDay()).isNull();
    }

    @Test
    void everyOutcomeOfAPassStandsWithItsStep() throws Exception {
        process(step(1, "lwo", 1, 30, null, 1));
        process(outcome(7, "lwo", 1, "police", false, 2));
        process(outcome(8, "lwo", 1, "atom", false, 3));
        process(outcome(9, "lwo", 2, "wabo", false, 4));

        assertThat(newest(1).outcomes()).isEqualTo("atom,police");

        process(outcome(7, "lwo", 1, "police", true, 5));

        assertThat(newest(1).outcomes()).isEqualTo("atom");
    }

    @Test
    void aWithdrawnCaseWithdrawsItsStepsAndLeavesNoState() throws Exception {
        process(step(1, "lwo", 1, 30, null, 1));
        process(file(null, true, 2));

        assertThat(newest(1).isWithdrawn()).isTrue();
        passTo(TODAY.plusDays(2));
        assertThat(harness.numKeyedStateEntries()).isZero();
        assertThat(harness.numEventTimeTimers()).isZero();
    }

    @Test
    void aCaseThatIsLongDoneLeavesNoState() throws Exception {
        process(step(1, "lwo", 1, 100, null, 1));
        process(step(1, "lwo", 1, 100, 10L, 2));
        passTo(TODAY.plusDays(700));
        assertThat(harness.numKeyedStateEntries()).isPositive();

        passTo(TODAY.plusDays(730));

        assertThat(harness.numKeyedStateEntries()).isZero();
        assertThat(harness.numEventTimeTimers()).isZero();
    }

    @Test
    void aStepThatMovesToAnotherCaseIsGoneFromTheFirst() throws Exception {
        CaseChange step = step(1, "lwo", 1, 30, null, 1);
        process(step);
        process(step.gone(new ChangeVersion(1, 99, 1), MORNING.plusSeconds(9)));

        assertThat(newest(1).isWithdrawn()).isTrue();
    }

    @Test
    void otherNormsMakeACaseStagnateFromThatMomentOnAndNoMore() throws Exception {
        process(step(1, "lwo", 1, 40, null, 1));
        Timeline<StepNorms> shorter = Timeline.always(NORMS).from(CHANGED, new StepNorms(30, 90, 180, 365));

        goOnWith(shorter);
        harness.processWatermark(CHANGED.toEpochMilli());

        CaseStepStateRow row = newest(1);
        assertThat(row.knownAtMillis()).isEqualTo(CHANGED.toEpochMilli());
        assertThat(row.changeCount()).isEqualTo(2);
        assertThat(row.normDays()).isEqualTo(30);
        assertThat(row.stagnatesOnEpochDay()).isEqualTo(TODAY.minusDays(9).toEpochDay());
        assertThat(candidates()).extracting(SignalCandidate::isOver).containsExactly(false);

        goOnWith(shorter.from(CHANGED.plusSeconds(60), NORMS));
        harness.processWatermark(CHANGED.plusSeconds(60).toEpochMilli());

        assertThat(newest(1).stagnatesOnEpochDay()).isEqualTo(TODAY.plusDays(21).toEpochDay());
        assertThat(newest(1).changeCount()).isEqualTo(3);
        assertThat(candidates()).extracting(SignalCandidate::isOver).containsExactly(true);
    }

    /** Norms that change while changes come in end as a start from nothing gives them. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void normsThatChangeEndAsAStartFromNothingGivesThem(long seed) throws Exception {
        Random random = new Random(seed);
        List<CaseChange> log = history(random);
        int changed = random.nextInt(log.size());
        Timeline<StepNorms> norms = Timeline.always(NORMS)
                .from(log.get(changed).knownAt().minusMillis(500), new StepNorms(random.nextInt(100) + 1, 30, 200, 1));
        long end = MORNING.plusSeconds(1_000).toEpochMilli();
        harness.close();
        harness = harness(norms);
        harness.open();
        for (CaseChange change : log) {
            process(change);
        }
        harness.processWatermark(end);
        Map<List<Object>, CaseStepStateRow> expected = tables(harness.extractOutputValues());
        Map<List<Object>, ChangeEventRow> expectedFacts = facts(side(CaseLifecycleFunction.FACTS));

        harness.close();
        harness = harness();
        harness.open();
        int heard = changed + random.nextInt(log.size() - changed);
        for (CaseChange change : log.subList(0, heard)) {
            process(change);
        }
        List<CaseStepStateRow> rows = new ArrayList<>(harness.extractOutputValues());
        List<ChangeEventRow> facts = new ArrayList<>(side(CaseLifecycleFunction.FACTS));
        goOnWith(norms);
        for (CaseChange change : log.subList(heard, log.size())) {
            process(change);
        }
        harness.processWatermark(end);
        rows.addAll(harness.extractOutputValues());
        facts.addAll(side(CaseLifecycleFunction.FACTS));

        assertThat(tables(rows)).isEqualTo(expected);
        assertThat(facts(facts)).isEqualTo(expectedFacts);
    }

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    /** Rows of a case come from several topics: in whatever order, and wherever it crashes, the tables end the same. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noInterleavingChangesTheFinalTables(long seed) throws Exception {
        Random random = new Random(seed);
        List<CaseChange> log = history(random);
        for (CaseChange change : log) {
            process(change);
        }
        Map<List<Object>, CaseStepStateRow> expected = tables(harness.extractOutputValues());
        Map<List<Object>, ChangeEventRow> expectedFacts = facts(side(CaseLifecycleFunction.FACTS));

        Collections.shuffle(log, random);
        int checkpoint = random.nextInt(log.size());
        int crash = checkpoint + random.nextInt(log.size() - checkpoint);
        harness.close();
        harness = harness();
        harness.open();
        for (CaseChange change : log.subList(0, checkpoint)) {
            process(change);
        }
        OperatorSubtaskState state = harness.snapshot(1, 1);
        for (CaseChange change : log.subList(checkpoint, crash)) {
            process(change);
        }
        List<CaseStepStateRow> rows = new ArrayList<>(harness.extractOutputValues());
        List<ChangeEventRow> facts = new ArrayList<>(side(CaseLifecycleFunction.FACTS));
        harness.close();
        harness = harness();
        harness.initializeState(state);
        harness.open();
        List<CaseChange> rest = new ArrayList<>(log.subList(checkpoint, log.size()));
        Collections.shuffle(rest, random);
        for (CaseChange change : rest) {
            process(change);
        }
        rows.addAll(harness.extractOutputValues());
        facts.addAll(side(CaseLifecycleFunction.FACTS));
        Collections.shuffle(rows, random);
        Collections.shuffle(facts, random);

        assertThat(tables(rows)).isEqualTo(expected);
        assertThat(facts(facts)).isEqualTo(expectedFacts);
    }

    private List<CaseChange> history(Random random) {
        List<CaseChange> log = new ArrayList<>();
        List<String> names = List.of("lwo", "atom", "mot", "riec");
        int second = 0;
        for (int change = 0; change < 30; change++) {
            second += random.nextInt(3);
            int id = 1 + random.nextInt(4);
            Long left = random.nextBoolean() ? Long.valueOf(random.nextInt(90)) : null;
            log.add(
                    switch (random.nextInt(4)) {
                        case 0 -> file(left, random.nextInt(10) == 0, second);
                        case 1 ->
                            outcome(
                                    id,
                                    names.get(id - 1),
                                    1,
                                    random.nextBoolean() ? "atom" : "mot",
                                    random.nextInt(4) == 0,
                                    second);
                        default -> step(id, names.get(id - 1), 1, 100 * id, left, second);
                    });
        }
        return log;
    }

    private static Map<List<Object>, CaseStepStateRow> tables(List<CaseStepStateRow> rows) {
        Map<List<Object>, CaseStepStateRow> newest = new HashMap<>();
        rows.forEach(row -> newest.merge(
                List.of(row.stepKey(), row.knownAtMillis()),
                row,
                (one, other) -> other.changeCount() >= one.changeCount() ? other : one));
        return newest;
    }

    private static Map<List<Object>, ChangeEventRow> facts(List<ChangeEventRow> rows) {
        Map<List<Object>, ChangeEventRow> newest = new HashMap<>();
        rows.forEach(row -> newest.merge(
                List.of(row.key(), row.knownAtMillis()),
                row,
                (one, other) -> other.order() >= one.order() ? other : one));
        return newest;
    }

    private CaseChange file(Long closedDaysAgo, boolean isWithdrawn, int second) {
        return change(
                CaseRowKind.FILE, "{\"case_number\":\"1.case\"}", isWithdrawn, "", 0, 120, closedDaysAgo, "", second);
    }

    private CaseChange step(int id, String step, int pass, int enteredDaysAgo, Long leftDaysAgo, int second) {
        return change(CaseRowKind.STEP, key(id), false, step, pass, enteredDaysAgo, leftDaysAgo, "", second);
    }

    private CaseChange outcome(int id, String step, int pass, String outcome, boolean isWithdrawn, int second) {
        return change(CaseRowKind.OUTCOME, "{\"o\":" + id + "}", isWithdrawn, step, pass, 5, null, outcome, second);
    }

    private CaseChange change(
            CaseRowKind kind,
            String key,
            boolean isGone,
            String step,
            int pass,
            int fromDaysAgo,
            Long toDaysAgo,
            String outcome,
            int second) {
        lsn++;
        return new CaseChange(
                CASE,
                kind,
                key,
                new ChangeVersion(1, lsn, 1),
                MORNING.plusSeconds(second),
                isGone,
                step,
                pass,
                "BU09350000",
                TODAY.minusDays(fromDaysAgo).toEpochDay(),
                toDaysAgo == null ? null : TODAY.minusDays(toDaysAgo).toEpochDay(),
                outcome);
    }

    private static String key(int id) {
        return "{\"case_step_id\":" + id + "}";
    }

    private void process(CaseChange change) throws Exception {
        harness.processElement(change, 0);
    }

    private CaseStepStateRow newest(int id) {
        return harness.extractOutputValues().stream()
                .filter(row -> row.stepKey().equals(key(id)))
                .reduce((one, other) -> other)
                .orElseThrow();
    }

    private void passTo(LocalDate day) throws Exception {
        harness.processWatermark(Instant.parse(day + "T12:00:00Z").toEpochMilli());
    }

    private List<SignalCandidate> candidates() {
        return side(CaseLifecycleFunction.CANDIDATES);
    }

    private <T> List<T> side(OutputTag<T> tag) {
        var output = harness.getSideOutput(tag);
        return output == null
                ? List.of()
                : output.stream().map(element -> element.getValue()).toList();
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, CaseChange, CaseStepStateRow> harness()
            throws Exception {
        return harness(Timeline.always(NORMS));
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, CaseChange, CaseStepStateRow> harness(
            Timeline<StepNorms> norms) throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new JudgingOperator<>(new CaseLifecycleFunction(norms), norms, List.of(CaseLifecycleFunction.HELD)),
                CaseChange::caseKey,
                Types.STRING);
    }

    /** The job goes on from its state with these norms. */
    private void goOnWith(Timeline<StepNorms> norms) throws Exception {
        OperatorSubtaskState state = harness.snapshot(1, 1);
        harness.close();
        harness = harness(norms);
        harness.initializeState(state);
        harness.open();
    }
}
