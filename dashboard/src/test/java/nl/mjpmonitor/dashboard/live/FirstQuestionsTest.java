package nl.mjpmonitor.dashboard.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class FirstQuestionsTest {

    private static final Duration FOR_EVER = Duration.ofHours(1);

    private final FirstQuestions questions = FirstQuestions.atOnce(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private final AtomicInteger answers = new AtomicInteger();

    @Test
    void whoLetsThemPassWaitsUntilAllAreAnswered() {
        questions.execute(this::question);
        questions.execute(this::question);
        CompletableFuture<Integer> later = CompletableFuture.supplyAsync(() -> {
            questions.letPass(FOR_EVER);
            return answers.get();
        });
        mayEnd.countDown();
        assertThat(later.join()).isEqualTo(2);
    }

    @Test
    void whoLetsThemPassDoesNotWaitForGood() {
        questions.execute(this::question);
        questions.letPass(Duration.ofMillis(1));
        assertThat(answers).hasValue(0);
        mayEnd.countDown();
    }

    @Test
    void withoutAnyNobodyWaits() {
        questions.letPass(FOR_EVER);
    }

    @Test
    void aQuestionThatFailsIsNotWaitedFor() {
        questions.execute(() -> {
            throw new IllegalStateException("the question fails, says the test");
        });
        questions.letPass(FOR_EVER);
    }

    private void question() {
        try {
            assertThat(mayEnd.await(20, TimeUnit.SECONDS)).isTrue();
            answers.incrementAndGet();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
