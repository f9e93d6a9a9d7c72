package nl.mjpmonitor.ops.sources.ondermijning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.mjpmonitor.ops.sources.generation.MonthRange;
import nl.mjpmonitor.ops.sources.ondermijning.CaseLife.Outcome;
import nl.mjpmonitor.ops.sources.ondermijning.CaseLife.Passage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaseGeneratorTest {
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 10, 31);
    private static final List<CaseLife> DEMO = CaseGenerator.generate(20_240_206, LAST_DAY);

    @ParameterizedTest
    @ValueSource(longs = {20_240_206, 0, 1, 2, 3, 4, 5, 6, 7, 8})
    void makesTheFiguresThatWerePublishedWhateverTheSeed(long seed) {
        List<CaseLife> lives = CaseGenerator.generate(seed, LAST_DAY).stream()
                .filter(life -> !life.isWithdrawn)
                .toList();

        assertThat(entered(lives, Step.LWO, Registers.POLICY_PERIOD)).isEqualTo(478);
        assertThat(entered(lives, Step.MOT, Registers.POLICY_PERIOD)).isEqualTo(50);
        assertThat(entered(lives, Step.RIEC, Registers.POLICY_PERIOD)).isEqualTo(31);
        assertThat(entered(lives, Step.LWO, Registers.YEAR_2023)).isEqualTo(77);
        assertThat(entered(lives, Step.ATOM, Registers.YEAR_2023)).isEqualTo(16);
        assertThat(entered(lives, Step.MOT, Registers.YEAR_2023)).isEqualTo(13);
        assertThat(Stream.of("police", "wabo", "public_space_enforcement", "chain_partner", "atom", "mot")
                        .map(outcome -> outcomes(lives, Step.LWO, outcome)))
                .containsExactly(14L, 5L, 7L, 9L, 16L, 13L);
        assertThat(Stream.of("penalty_order", "wabo", "social_investigation")
                        .map(outcome -> outcomes(lives, Step.ATOM, outcome)))
                .containsExactly(3L, 1L, 6L);
        assertThat(Stream.of("administrative", "criminal", "fiscal", "civil")
                        .map(kind -> lives.stream()
                                .flatMap(life -> life.interventions.stream())
                                .filter(intervention -> intervention.kind().equals(kind)
                                        && Registers.YEAR_2023.contains(intervention.startedOn()))
                                .count()))
                .containsExactly(18L, 4L, 25L, 0L);
        assertThat(lives.stream()
                        .filter(life -> life.checks.stream()
                                .anyMatch(check -> Registers.TWO_YEARS.contains(check.checkedOn()))))
                .hasSize(54);
        assertThat(lives.stream()
                        .flatMap(life -> life.checks.stream())
                        .filter(check -> Registers.YEAR_2023.contains(check.checkedOn()))
                        .map(check -> check.location().number())
                        .distinct())
                .hasSize(12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2019-03-05", "2022-12-31", "2024-02-29", "2024-09-30", "2026-09-30"})
    void tellsNoOtherPastLater(LocalDate earlier) {
        List<CaseLife> then = CaseGenerator.generate(20_240_206, earlier);

        assertThat(then.stream().map(CaseGeneratorTest::story))
                .containsExactlyElementsOf(DEMO.stream()
                        .filter(life -> !life.openedOn.isAfter(earlier))
                        .map(CaseGeneratorTest::story)
                        .toList());
        assertThat(SignalGenerator.generate(20_240_206, earlier))
                .containsExactlyElementsOf(SignalGenerator.generate(20_240_206, LAST_DAY).stream()
                        .filter(signal -> !signal.receivedOn().isAfter(earlier))
                        .toList());
    }

    @Test
    void goesThroughTheStepsInOrder() {
        assertThat(DEMO).allSatisfy(life -> {
            assertThat(life.openedOn).isBeforeOrEqualTo(life.lwoOn);
            assertThat(life.passages.get(0).step).isEqualTo(Step.LWO);
            assertThat(life.passages.stream()
                            .filter(passage -> passage.pass == 1)
                            .map(passage -> passage.step))
                    .isSorted()
                    .doesNotHaveDuplicates();
            assertThat(life.passages.stream().map(passage -> passage.enteredOn)).isSorted();
            assertThat(life.passages)
                    .allSatisfy(
                            passage -> assertThat(passage.leftOn).isNotNull().isAfterOrEqualTo(passage.enteredOn));
            assertThat(!life.wasIn(Step.RIEC) || life.wasIn(Step.MOT)).isTrue();
        });
    }

    @Test
    void checksCasesOfAtomOnlyAndIntervenesInCasesOfTheMotOnly() {
        assertThat(DEMO.stream().filter(life -> !life.checks.isEmpty()))
                .isNotEmpty()
                .allMatch(life -> life.wasIn(Step.ATOM) && life.location != null);
        assertThat(DEMO.stream().filter(life -> !life.interventions.isEmpty()))
                .isNotEmpty()
                .allMatch(life -> life.wasIn(Step.MOT));
        assertThat(DEMO.stream().filter(life -> life.wasIn(Step.ATOM)))
                .allMatch(life -> life.outcomes.stream()
                        .anyMatch(outcome ->
                                outcome.step() == Step.LWO && outcome.outcome().equals("atom")));
    }

    @Test
    void givesEveryMotCaseOf2023SeveralInterventions() {
        assertThat(DEMO.stream()
                        .filter(life -> life.wasIn(Step.MOT) && Registers.YEAR_2023.contains(life.entered(Step.MOT))))
                .hasSize(13)
                .allMatch(life -> life.interventions.size() >= 2);
    }

    @Test
    void givesSignalsTheNumbersOfTheSystemThatPassedThemOn() {
        List<Signal> signals = SignalGenerator.generate(20_240_206, LAST_DAY);
        Set<String> cases = DEMO.stream().map(life -> life.number).collect(Collectors.toSet());

        assertThat(signals).extracting(Signal::number).doesNotHaveDuplicates();
        assertThat(signals)
                .filteredOn(signal ->
                        signal.caseNumber() != null && !signal.assessedOn().isAfter(LAST_DAY))
                .extracting(Signal::caseNumber)
                .isSubsetOf(cases);
        assertThat(signals).allSatisfy(signal -> {
            assertThat(signal.enrichedOn()).isAfterOrEqualTo(signal.receivedOn());
            assertThat(signal.assessedOn()).isAfterOrEqualTo(signal.enrichedOn());
            assertThat(signal.number()).startsWith(signal.channel().equals("onderschat") ? "OSS-" : "SIG-");
        });
        assertThat(cases)
                .allSatisfy(number -> assertThat(signals).anyMatch(signal -> number.equals(signal.caseNumber())));
    }

    private static long entered(List<CaseLife> lives, Step step, MonthRange period) {
        return lives.stream()
                .flatMap(life -> life.passages.stream())
                .filter(passage -> passage.step == step && passage.pass == 1 && period.contains(passage.enteredOn))
                .count();
    }

    private static long outcomes(List<CaseLife> lives, Step step, String name) {
        return lives.stream()
                .flatMap(life -> life.outcomes.stream())
                .filter(outcome -> outcome.step() == step
                        && outcome.pass() == 1
                        && outcome.outcome().equals(name))
                .map(Outcome::decidedOn)
                .filter(Registers.YEAR_2023::contains)
                .count();
    }

    private static String story(CaseLife life) {
        return String.join(
                " ",
                life.number,
                life.phenomenon,
                life.areaCode,
                String.valueOf(life.location),
                life.passages.stream().map(CaseGeneratorTest::story).collect(Collectors.joining(",")),
                life.outcomes.toString(),
                life.checks.toString(),
                life.interventions.toString(),
                String.valueOf(life.closedOn),
                String.valueOf(life.reopenedOn));
    }

    private static String story(Passage passage) {
        return passage.step + " " + passage.pass + " " + passage.enteredOn + " " + passage.leftOn;
    }
}
