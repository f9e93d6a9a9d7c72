package nl.mjpmonitor.dashboard.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import nl.mjpmonitor.dashboard.LoggedIn;
import nl.mjpmonitor.dashboard.access.Reader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@Timeout(60)
class TurnsTest {

    private static final int LONGEST = 4;

    private final Turns turns = new Turns(1, LONGEST);
    private final ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch isLetGo = new CountDownLatch(1);

    @AfterEach
    void close() {
        isLetGo.countDown();
        turns.close();
        readers.shutdownNow();
    }

    @Test
    void nothingElseIsMadeMeanwhileAndWhoComesFirstIsServedFirst() {
        AtomicInteger busy = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<Integer> order = Collections.synchronizedList(new ArrayList<>());
        Turn<Integer> first = occupied();
        List<Turn<Integer>> waiting = IntStream.range(1, LONGEST)
                .mapToObj(number -> turns.enter(number, () -> {
                    most.accumulateAndGet(busy.incrementAndGet(), Math::max);
                    order.add(number);
                    busy.decrementAndGet();
                    return number;
                }))
                .toList();
        isLetGo.countDown();

        assertThat(first.await()).isZero();
        assertThat(waiting.stream().map(Turn::await)).containsExactly(1, 2, 3);
        assertThat(order).containsExactly(1, 2, 3);
        assertThat(most).hasValue(1);
        assertThat(turns.length()).isZero();
    }

    @Test
    void asManyAreMadeAtOnceAsIsSet() throws Exception {
        try (Turns two = new Turns(2, LONGEST)) {
            CountDownLatch both = new CountDownLatch(2);
            List<Turn<Boolean>> met = IntStream.range(0, 2)
                    .mapToObj(number -> two.enter(number, () -> {
                        both.countDown();
                        return both.await(30, TimeUnit.SECONDS);
                    }))
                    .toList();

            assertThat(met.stream().map(Turn::await)).containsExactly(true, true);
        }
    }

    @Test
    void whoWaitsHearsHowManyComeFirst() throws Exception {
        Turn<Integer> first = occupied();
        Turn<Integer> second = turns.enter("second", () -> 2);
        Turn<Integer> third = turns.enter("third", () -> 3);
        BlockingQueue<Integer> places = new LinkedBlockingQueue<>();
        Future<Integer> outcome = readers.submit(() -> third.await(places::add));

        assertThat(places.take()).isEqualTo(2);
        second.cancel();
        assertThat(places.take()).isEqualTo(1);
        isLetGo.countDown();
        assertThat(outcome.get()).isEqualTo(3);
        assertThat(first.await()).isZero();
    }

    @Test
    void aTurnThatIsGivenUpIsNeverTaken() {
        AtomicInteger made = new AtomicInteger();
        Turn<Integer> first = occupied();
        Turn<Integer> second = turns.enter("second", made::incrementAndGet);
        second.cancel();

        assertThatThrownBy(second::await).isInstanceOf(CancelledException.class);
        assertThat(turns.length()).isEqualTo(1);
        isLetGo.countDown();
        first.await();
        turns.enter("third", () -> 3).await();
        assertThat(made).hasValue(0);
    }

    @Test
    void whatIsStoppedWhileItIsMadeComesToNothing() {
        Turn<Integer> first = occupied();
        first.cancel();

        assertThatThrownBy(first::await).isInstanceOf(CancelledException.class);
    }

    @Test
    void whoWaitsMayStopByWhatItHears() {
        occupied();
        AtomicInteger made = new AtomicInteger();
        Turn<Integer> second = turns.enter("second", made::incrementAndGet);

        assertThatThrownBy(() -> second.await(_ -> {
                    throw new CancelledException();
                }))
                .isInstanceOf(CancelledException.class);
        assertThat(turns.length()).isEqualTo(1);
    }

    @Test
    void theSameWorkIsDoneOnceForWhoeverAsksForItMeanwhile() {
        AtomicInteger made = new AtomicInteger();
        occupied();
        Turn<Integer> second = turns.enter("same", made::incrementAndGet);
        Turn<Integer> again = turns.enter("same", made::incrementAndGet);
        isLetGo.countDown();

        assertThat(again).isSameAs(second);
        assertThat(again.await()).isEqualTo(1);
        assertThat(turns.enter("same", made::incrementAndGet).await())
                .as("afterwards it is done anew")
                .isEqualTo(2);
    }

    @Test
    void whenTheLineIsTooLongNobodyIsLetIn() {
        occupied();
        IntStream.range(1, LONGEST).forEach(number -> turns.enter(number, () -> number));

        assertThatThrownBy(() -> turns.enter("late", () -> 0)).isInstanceOf(LineFullException.class);
        assertThat(turns.enter(1, () -> 1)).as("who waits already").isNotNull();
        isLetGo.countDown();
        turns.enter(LONGEST - 1, () -> 0).await();
        assertThat(turns.enter("late", () -> 5).await()).isEqualTo(5);
    }

    @Test
    void aFailureIsToldAndHoldsNothingUp() {
        Turn<Integer> failing = turns.enter("failing", () -> {
            throw new IllegalArgumentException("no figures");
        });

        assertThatThrownBy(failing::await)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no figures");
        assertThat(turns.enter("next", () -> 1).await()).isEqualTo(1);
    }

    @Test
    void workInATurnNeedsNoOther() {
        assertThat(turns.enter("outer", () -> turns.enter("inner", () -> 1).await())
                        .await())
                .isEqualTo(1);
    }

    @Test
    void workIsDoneInTheNameOfWhoAsked() {
        try (LoggedIn _ = LoggedIn.as("maker", "ROLE_ANALIST")) {
            assertThat(turns.enter("name", () -> Reader.current().name()).await())
                    .isEqualTo("maker");
        }
        assertThat(turns.enter("name", () -> Reader.current().name()).await()).isEmpty();
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "Elsewhere threads have no standing of their own")
    void filesGiveWayToTheScreen() throws Exception {
        assertThat(turns.enter("nice", TurnsTest::nice).await()).isEqualTo(LowStanding.NICE);
        assertThat(nice()).as("this thread").isLessThan(LowStanding.NICE);
    }

    /** The niceness of this thread, as Linux tells it. */
    private static int nice() throws Exception {
        String stat = Files.readString(Path.of("/proc/thread-self/stat"));
        return Integer.parseInt(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[16]);
    }

    @Test
    void whoWaitsWhenTheDashboardStopsIsToldSo() {
        occupied();
        Turn<Integer> second = turns.enter("second", () -> 2);
        turns.close();

        assertThatThrownBy(second::await).isInstanceOf(CancelledException.class);
    }

    @Test
    void aSettingThatServesNobodyIsRefused() {
        assertThatThrownBy(() -> new Turns(0, 10)).hasMessageContaining("mjp.files.at-once");
        assertThatThrownBy(() -> new Turns(3, 2)).hasMessageContaining("mjp.files.longest-line");
    }

    /** A turn that is taken and lasts until it is let go. */
    private Turn<Integer> occupied() {
        CountDownLatch isTaken = new CountDownLatch(1);
        Turn<Integer> turn = turns.enter("occupied", () -> {
            isTaken.countDown();
            isLetGo.await();
            return 0;
        });
        try {
            assertThat(isTaken.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
        return turn;
    }
}
