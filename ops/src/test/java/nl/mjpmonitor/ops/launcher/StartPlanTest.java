package nl.mjpmonitor.ops.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class StartPlanTest {

    private final List<String> done = Collections.synchronizedList(new ArrayList<>());

    @Test
    void aStepRunsAfterWhatItDependsOn() throws Exception {
        StartPlan plan = new StartPlan()
                .step("database", Set.of(), () -> {
                    // gives the others the chance to be too early
                    Thread.sleep(50);
                    done.add("database");
                })
                .step("tables", Set.of("database"), () -> done.add("tables"))
                .step("rows", Set.of("tables", "database"), () -> done.add("rows"));

        assertThat(plan.run().keySet()).containsExactly("database", "tables", "rows");
        assertThat(done).containsExactly("database", "tables", "rows");
    }

    @Test
    void independentStepsRunSideBySide() throws Exception {
        CountDownLatch both = new CountDownLatch(2);
        StartPlan.Work meeting = () -> {
            both.countDown();
            assertThat(both.await(20, TimeUnit.SECONDS)).isTrue();
        };

        assertThat(new StartPlan()
                        .step("one", Set.of(), meeting)
                        .step("other", Set.of(), meeting)
                        .run())
                .containsOnlyKeys("one", "other");
    }

    @Test
    void whatFollowsAFailureNeverBegins() {
        StartPlan plan = new StartPlan()
                .step("database", Set.of(), () -> {
                    throw new LauncherException("no room");
                })
                .step("tables", Set.of("database"), () -> done.add("tables"));

        assertThatThrownBy(plan::run).isInstanceOf(LauncherException.class).hasMessage("no room");
        assertThat(done).isEmpty();
    }

    @Test
    void aFailureEndsWhatRunsBesideIt() {
        CountDownLatch begun = new CountDownLatch(1);
        StartPlan plan = new StartPlan()
                .step("patient", Set.of(), () -> {
                    begun.countDown();
                    new CountDownLatch(1).await();
                })
                .step("failing", Set.of(), () -> {
                    begun.await();
                    throw new LauncherException("no room");
                });

        assertThatThrownBy(plan::run).isInstanceOf(LauncherException.class).hasMessage("no room");
    }

    @Test
    void aStepMustBeAddedAfterWhatItDependsOn() {
        assertThatThrownBy(() -> new StartPlan().step("tables", Set.of("database"), () -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("database");
    }
}
