package nl.mjpmonitor.ops.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.clients.admin.TransactionDescription;
import org.apache.kafka.clients.admin.TransactionState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OpenTransactionsTest {

    private static final Instant STARTED_AGAIN = Instant.parse("2026-11-22T03:00:00Z");

    @Test
    void whatBeganBeforeTheWorkerWasStartedAgainIsLeftOpen() {
        assertThat(OpenTransactions.isLeftOpen(
                        described(TransactionState.ONGOING, STARTED_AGAIN.minusMillis(1)), STARTED_AGAIN))
                .isTrue();
    }

    @Test
    void whatTheNewWorkerBeganGoesOn() {
        assertThat(OpenTransactions.isLeftOpen(described(TransactionState.ONGOING, STARTED_AGAIN), STARTED_AGAIN))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = "ONGOING", mode = EnumSource.Mode.EXCLUDE)
    void whatHasEndedIsNotOpen(TransactionState state) {
        assertThat(OpenTransactions.isLeftOpen(described(state, STARTED_AGAIN.minusSeconds(9)), STARTED_AGAIN))
                .isFalse();
    }

    private static TransactionDescription described(TransactionState state, Instant began) {
        return new TransactionDescription(1, state, 3, 5, 10_000, OptionalLong.of(began.toEpochMilli()), Set.of());
    }
}
