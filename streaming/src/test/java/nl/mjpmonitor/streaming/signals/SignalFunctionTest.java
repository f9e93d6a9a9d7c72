package nl.mjpmonitor.streaming.signals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nl.mjpmonitor.warehouse.rows.SignalRow;
import nl.mjpmonitor.warehouse.signals.SignalSettings;
import nl.mjpmonitor.warehouse.thresholds.Timeline;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignalFunctionTest {

    private static final Instant MORNING = Instant.parse("2026-11-20T08:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    private KeyedOneInputStreamOperatorTestHarness<String, SignalCandidate, SignalRow> harness;

    @BeforeEach
    void open() throws Exception {
        harness = harness(SignalSettings.USUAL);
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void aCandidateOpensASignalWithASentence() throws Exception {
        process(hotspot("h1", 6, MORNING));
        until(MORNING);

        assertThat(rows()).singleElement().satisfies(row -> {
            assertThat(row.state()).isEqualTo("open");
            assertThat(row.signalId()).matches("[0-9a-f-]{36}");
            assertThat(row.openedAtMillis()).isEqualTo(MORNING.toEpochMilli());
            assertThat(row.overAtMillis()).isZero();
            assertThat(row.sentenceNl())
                    .isEqualTo(
                            "In Binnenstad kwamen in 28 dagen 6 meldingen van overlast door drugs over één plek, op 3"
                                    + " verschillende dagen. Dat kan een hotspot zijn. Een medewerker beoordeelt of dat zo is.");
            assertThat(row.sentenceEn()).startsWith("In Binnenstad, 6 reports of nuisance by drugs about one place");
        });
    }

    @Test
    void theSameFigureAgainChangesNothingAndAnotherFigureGivesANewStand() throws Exception {
        process(hotspot("h1", 6, MORNING));
        process(hotspot("h1", 6, MORNING.plusSeconds(60)));
        process(hotspot("h1", 7, MORNING.plusSeconds(120)));
        until(MORNING.plusSeconds(300));

        assertThat(rows()).extracting(row -> row.figures().get("meldingen")).containsExactly("6", "7");
        assertThat(rows())
                .extracting(SignalRow::signalId)
                .containsOnly(rows().get(0).signalId());
        assertThat(rows()).extracting(SignalRow::openedAtMillis).containsOnly(MORNING.toEpochMilli());
        assertThat(rows()).extracting(SignalRow::version).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aSignalIsOverWithItsCandidateAndOpensAgain() throws Exception {
        process(hotspot("h1", 6, MORNING));
        process(over(hotspot("h1", 4, MORNING.plusSeconds(60))));
        process(hotspot("h1", 8, MORNING.plusSeconds(120)));
        until(MORNING.plusSeconds(300));

        assertThat(rows()).extracting(SignalRow::state).containsExactly("open", "over", "open");
        assertThat(rows().get(1).overAtMillis())
                .isEqualTo(MORNING.plusSeconds(60).toEpochMilli());
        assertThat(rows().get(1).figures()).as("what it said").containsEntry("meldingen", "6");
        assertThat(rows().get(2).openedAtMillis())
                .isEqualTo(MORNING.plusSeconds(120).toEpochMilli());
        assertThat(rows()).extracting(SignalRow::version).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void whatWasNeverOpenIsNotOver() throws Exception {
        process(over(hotspot("h1", 4, MORNING)));
        until(MORNING);

        assertThat(rows()).isEmpty();
    }

    @Test
    void historyThatIsReadForTheFirstTimeOpensNothing() throws Exception {
        Map<String, String> old = new HashMap<>(hotspot("h1", 6, MORNING).figures());
        old.put("moment", "2023-05-01");
        process(new SignalCandidate("hotspot-geopend", "h1", "BU09350000", MORNING, old, false));
        old.put("moment", "2026-11-01");
        process(new SignalCandidate("hotspot-geopend", "h2", "BU09350000", MORNING, old, false));
        until(MORNING);

        assertThat(rows()).extracting(SignalRow::subject).containsExactly("h2");
    }

    @Test
    void overTheMaximumOfADayTheOthersAreCountedAndFollowLater() throws Exception {
        for (int hotspot = 1; hotspot <= 13; hotspot++) {
            process(hotspot("h%02d".formatted(hotspot), 6, MORNING.plusSeconds(hotspot)));
        }
        until(MORNING.plusSeconds(60));

        Map<String, SignalRow> today = newest();
        assertThat(today.values())
                .filteredOn(row -> row.ruleId().equals("hotspot-geopend"))
                .hasSize(10);
        assertThat(today.values())
                .filteredOn(row -> row.ruleId().equals("meer-signalen"))
                .singleElement()
                .satisfies(more -> {
                    assertThat(more.figures()).containsEntry("aantal", "3");
                    assertThat(more.sentenceNl()).startsWith("Er zijn nog 3 signalen");
                });

        until(MORNING.plus(DAY));
        Map<String, SignalRow> tomorrow = newest();
        assertThat(tomorrow.values())
                .filteredOn(row -> row.ruleId().equals("hotspot-geopend"))
                .hasSize(13);
        assertThat(tomorrow.values())
                .filteredOn(row -> row.ruleId().equals("meer-signalen"))
                .extracting(SignalRow::state)
                .containsExactly("over");
    }

    @Test
    void whatIsOverWhileItWaitsIsNeverOpened() throws Exception {
        for (int hotspot = 1; hotspot <= 11; hotspot++) {
            process(hotspot("h%02d".formatted(hotspot), 6, MORNING.plusSeconds(hotspot)));
        }
        process(over(hotspot("h11", 6, MORNING.plusSeconds(60))));
        until(MORNING.plus(DAY));

        assertThat(rows()).extracting(SignalRow::subject).doesNotContain("h11");
        assertThat(newest().values())
                .filteredOn(row -> row.ruleId().equals("meer-signalen"))
                .extracting(SignalRow::state)
                .containsExactly("over");
    }

    @Test
    void theMaximumOfAllRulesTogetherHoldsToo() throws Exception {
        harness.close();
        harness = harness(SignalSettings.parse("per-dag=4,per-dag-regel=3"));
        harness.open();
        for (int number = 1; number <= 3; number++) {
            process(hotspot("h" + number, 6, MORNING.plusSeconds(number)));
            process(stagnation("c" + number, MORNING.plusSeconds(number)));
        }
        until(MORNING.plusSeconds(60));

        assertThat(newest().values())
                .filteredOn(row -> !row.ruleId().equals("meer-signalen"))
                .hasSize(4);
        assertThat(newest().values())
                .filteredOn(row -> row.ruleId().equals("meer-signalen"))
                .extracting(row -> row.figures().get("aantal"))
                .containsExactly("2");
    }

    @Test
    void theMaximumIsThatOfTheMoment() throws Exception {
        harness.close();
        harness = harness(Timeline.always(SignalSettings.parse("per-dag-regel=1"))
                .from(MORNING.plusSeconds(10), SignalSettings.parse("per-dag-regel=3")));
        harness.open();
        for (int second = 1; second <= 15; second += 2) {
            process(hotspot("h%02d".formatted(second), 6, MORNING.plusSeconds(second)));
        }
        until(MORNING.plusSeconds(60));

        assertThat(newest().values())
                .filteredOn(row -> !row.ruleId().equals("meer-signalen"))
                .extracting(SignalRow::subject)
                .containsExactlyInAnyOrder("h01", "h11", "h13");
    }

    @Test
    void theOrderOfArrivalDoesNotDecideWhatIsHeldNorDoesReadingTwice() throws Exception {
        List<SignalCandidate> all = new ArrayList<>();
        for (int hotspot = 0; hotspot < 40; hotspot++) {
            Instant moment = MORNING.plusSeconds(hotspot % 7);
            all.add(hotspot("h%02d".formatted(hotspot), 6, moment));
            all.add(hotspot("h%02d".formatted(hotspot), 6, moment));
        }
        List<SignalRow> first = inAnyOrder(all, 1);

        for (int seed = 2; seed < 12; seed++) {
            harness.close();
            open();
            assertThat(inAnyOrder(all, seed)).isEqualTo(first);
        }
    }

    private List<SignalRow> inAnyOrder(List<SignalCandidate> all, int seed) throws Exception {
        List<SignalCandidate> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, new Random(seed));
        for (SignalCandidate candidate : shuffled) {
            process(candidate);
        }
        until(MORNING.plus(DAY.multipliedBy(6)));
        return rows();
    }

    @Test
    void aRestartInBetweenForgetsNothing() throws Exception {
        for (int hotspot = 1; hotspot <= 12; hotspot++) {
            process(hotspot("h%02d".formatted(hotspot), 6, MORNING.plusSeconds(hotspot)));
        }
        until(MORNING.plusSeconds(60));
        List<SignalRow> before = rows();
        OperatorSubtaskState state = harness.snapshot(1, 1);
        harness.close();
        harness = harness(SignalSettings.USUAL);
        harness.initializeState(state);
        harness.open();
        process(hotspot("h01", 6, MORNING.plusSeconds(70)));
        until(MORNING.plus(DAY));

        assertThat(before).as("ten that are open, and twice that others wait").hasSize(12);
        assertThat(rows())
                .extracting(SignalRow::subject, SignalRow::state)
                .contains(tuple("h11", "open"), tuple("h12", "open"), tuple("alle", "over"))
                .doesNotContain(tuple("h01", "open"));
    }

    @Test
    void aSilentFeedIsToldAlsoWhileNothingComesIn() throws Exception {
        process(new SignalCandidate(
                "bron-stil",
                "melddesk",
                "GM0935",
                MORNING,
                Map.of("minuten", "16", "grens", "15", "laatst", "2026-11-20T07:44:00Z"),
                false));

        assertThat(rows())
                .singleElement()
                .satisfies(row -> assertThat(row.sentenceNl())
                        .startsWith(
                                "Van het bronsysteem melddesk kwam 16 minuten niets meer binnen. Het laatste teken kwam op 20"
                                        + " november 2026 08:44."));
    }

    @Test
    void aCandidateWithoutItsFiguresStopsNothingButItself() throws Exception {
        process(new SignalCandidate("hotspot-geopend", "h1", "BU09350000", MORNING, Map.of(), false));
        process(new SignalCandidate("no-such-rule", "h1", "BU09350000", MORNING, Map.of(), false));
        process(hotspot("h2", 6, MORNING));
        until(MORNING);

        assertThat(rows()).extracting(SignalRow::subject).containsExactly("h2");
    }

    private List<SignalRow> rows() {
        return harness.extractOutputValues();
    }

    private Map<String, SignalRow> newest() {
        Map<String, SignalRow> newest = new HashMap<>();
        rows().forEach(row -> newest.merge(
                row.signalId(), row, (old, written) -> written.version() >= old.version() ? written : old));
        return newest;
    }

    private void process(SignalCandidate candidate) throws Exception {
        harness.processElement(candidate, candidate.knownAt().toEpochMilli());
    }

    private void until(Instant moment) throws Exception {
        harness.processWatermark(moment.toEpochMilli());
    }

    private static SignalCandidate hotspot(String id, int reports, Instant knownAt) {
        return new SignalCandidate(
                "hotspot-geopend",
                id,
                "BU09350000",
                knownAt,
                Map.of("meldingen", Integer.toString(reports), "dagen", "3", "venster", "28", "categorie", "drugs"),
                false);
    }

    private static SignalCandidate stagnation(String id, Instant knownAt) {
        return new SignalCandidate(
                "casus-stagneert", id, "GM0935", knownAt, Map.of("stap", "LWO", "dagen", "61", "norm", "60"), false);
    }

    private static SignalCandidate over(SignalCandidate candidate) {
        return new SignalCandidate(
                candidate.ruleId(),
                candidate.subject(),
                candidate.areaCode(),
                candidate.knownAt(),
                candidate.figures(),
                true);
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, SignalCandidate, SignalRow> harness(
            SignalSettings settings) throws Exception {
        return harness(Timeline.always(settings));
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, SignalCandidate, SignalRow> harness(
            Timeline<SignalSettings> settings) throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new SignalFunction(settings)),
                candidate -> SignalFunction.KEY,
                Types.STRING);
    }
}
