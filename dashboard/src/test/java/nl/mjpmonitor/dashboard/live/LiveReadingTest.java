package nl.mjpmonitor.dashboard.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.mjpmonitor.warehouse.WarehouseException;
import org.junit.jupiter.api.Test;

class LiveReadingTest {

    private int changes;
    private int looks;
    private int questions;
    private boolean isAway;

    private final LiveReadings readings = new LiveReadings(() -> {
        looks++;
        answer();
        return Integer.toString(changes);
    });
    private final LiveReading<String> reading = readings.of(() -> {
        questions++;
        return answer();
    });
    private final List<LiveReading.State<String>> shown = new ArrayList<>();

    @Test
    void twoPagesAreOneQuestionAndAnotherOnlyWhenSomethingChanged() {
        List<LiveReading.State<String>> second = new ArrayList<>();
        reading.watch(shown::add);
        reading.watch(second::add);
        readings.poll();
        assertThat(questions).isOne();
        changes++;
        readings.poll();

        assertThat(questions).isEqualTo(2);
        assertThat(shown).isEqualTo(second).containsExactly(known("answer 0"), known("answer 1"));
    }

    @Test
    void oneLookIsForAllReadings() {
        LiveReading<String> other = readings.of(() -> "other");
        reading.watch(shown::add);
        other.watch(state -> {});
        int before = looks;
        readings.poll();

        assertThat(looks).isEqualTo(before + 1);
    }

    @Test
    void whatWasKnownStaysWhileTheWarehouseIsAway() {
        reading.watch(shown::add);
        isAway = true;
        readings.poll();
        readings.poll();
        isAway = false;
        readings.poll();

        assertThat(shown)
                .containsExactly(
                        known("answer 0"), new LiveReading.State<>(Optional.of("answer 0"), false), known("answer 0"));
    }

    @Test
    void aPageThatOpensWithoutTheWarehouseKnowsNothingUntilItIsBack() {
        isAway = true;
        reading.watch(shown::add);
        isAway = false;
        readings.poll();

        assertThat(shown).containsExactly(new LiveReading.State<>(Optional.empty(), false), known("answer 0"));
    }

    @Test
    void nobodyWatchingMeansNoQuestionsAndNothingOldAfterwards() {
        reading.watch(state -> {}).end();
        int before = looks;
        changes++;
        readings.poll();
        assertThat(looks).isEqualTo(before);
        reading.watch(shown::add);

        assertThat(shown).containsExactly(known("answer 1"));
    }

    @Test
    void whoAsksOnceGetsTheNewestWithOrWithoutOpenPages() {
        assertThat(reading.now()).isEqualTo(known("answer 0"));
        changes++;
        assertThat(reading.now()).isEqualTo(known("answer 1"));
        assertThat(reading.now()).isEqualTo(known("answer 1"));
        assertThat(questions).isEqualTo(2);
        reading.watch(shown::add);
        int before = looks;
        assertThat(reading.now()).isEqualTo(known("answer 1"));
        assertThat(looks).isEqualTo(before);
    }

    private String answer() {
        if (isAway) {
            throw new WarehouseException("The warehouse is away, says the test");
        }
        return "answer " + changes;
    }

    private static LiveReading.State<String> known(String answer) {
        return new LiveReading.State<>(Optional.of(answer), true);
    }
}
