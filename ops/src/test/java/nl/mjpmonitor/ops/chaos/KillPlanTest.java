package nl.mjpmonitor.ops.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import nl.mjpmonitor.ops.chaos.KillPlan.Strike;
import org.junit.jupiter.api.Test;

class KillPlanTest {

    private static final List<String> CLUSTER = List.of(
            "postgres",
            "kafka-1",
            "kafka-2",
            "kafka-3",
            "clickhouse",
            "connect-1",
            "connect-2",
            "flink-jobmanager",
            "flink-taskmanager-1",
            "flink-taskmanager-2",
            "dashboard");

    @Test
    void ofAsManyKillsAsThereAreComponentsEachGetsOne() {
        List<String> killed = killed(7, 33);

        for (int round = 0; round < 3; round++) {
            assertThat(killed.subList(round * CLUSTER.size(), (round + 1) * CLUSTER.size()))
                    .containsExactlyInAnyOrderElementsOf(CLUSTER);
        }
    }

    @Test
    void theSeedDecides() {
        assertThat(killed(7, 33)).isEqualTo(killed(7, 33)).isNotEqualTo(killed(8, 33));
    }

    @Test
    void nowAndThenTwoDieAtOnceAndOneAfterTheOther() {
        List<Strike> strikes = strikes(7, 200);

        assertThat(strikes).anyMatch(strike -> strike.second().isPresent());
        assertThat(strikes).anyMatch(strike -> strike.second().isEmpty());
        assertThat(strikes).allSatisfy(strike -> {
            assertThat(strike.calm()).isLessThan(KillPlan.LONGEST_CALM);
            assertThat(strike.headStart()).isLessThan(KillPlan.LONGEST_HEAD_START);
        });
    }

    @Test
    void theLastKillIsNoPair() {
        for (int seed = 0; seed < 50; seed++) {
            assertThat(new KillPlan(CLUSTER, new Random(seed)).next(1).second()).isEmpty();
        }
    }

    @Test
    void nothingToKillIsRefused() {
        assertThatThrownBy(() -> new KillPlan(List.of(), new Random(1))).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> killed(long seed, int kills) {
        return strikes(seed, kills).stream()
                .flatMap(strike -> Stream.concat(Stream.of(strike.first()), strike.second().stream()))
                .toList();
    }

    /** As many strikes as make so many kills. */
    private static List<Strike> strikes(long seed, int kills) {
        KillPlan plan = new KillPlan(CLUSTER, new Random(seed));
        List<Strike> strikes = new ArrayList<>();
        int left = kills;
        while (left > 0) {
            Strike strike = plan.next(left);
            strikes.add(strike);
            left -= strike.second().isPresent() ? 2 : 1;
        }
        return strikes;
    }
}
