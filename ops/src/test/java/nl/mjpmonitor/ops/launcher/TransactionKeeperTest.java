package nl.mjpmonitor.ops.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.clients.admin.TransactionDescription;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TransactionKeeperTest {

    private static final ProducerState OPEN =
            new ProducerState(3, 95, 0, 1_795_282_387_119L, OptionalInt.of(0), OptionalLong.of(1649));

    @Test
    void aTransactionOfAProducerThatHasGoneOnIsForgotten() {
        assertThat(TransactionKeeper.isForgotten(OPEN, described(TransactionState.EMPTY, 3, 97)))
                .isTrue();
        assertThat(TransactionKeeper.isForgotten(OPEN, described(TransactionState.ONGOING, 3, 96)))
                .isTrue();
        assertThat(TransactionKeeper.isForgotten(OPEN, described(TransactionState.EMPTY, 12, 0)))
                .as("the coordinator gave it another producer id")
                .isTrue();
    }

    @Test
    void oneThatIsGoingOnIsNot() {
        assertThat(TransactionKeeper.isForgotten(OPEN, described(TransactionState.ONGOING, 3, 95)))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"PREPARE_COMMIT", "PREPARE_ABORT", "PREPARE_EPOCH_FENCE"})
    void oneWhoseEndIsStillToBeToldIsNot(TransactionState state) {
        assertThat(TransactionKeeper.isForgotten(OPEN, described(state, 3, 96))).isFalse();
    }

    @Test
    void aTransactionIsNamedAfterItsConnector() {
        assertThat(ConnectGroup.connectorOf("mjp-connect-ondermijning-0")).hasValue("ondermijning");
        assertThat(ConnectGroup.connectorOf("connect-cluster-mjp-connect")).isEmpty();
        assertThat(List.of("mjp-connect-ondermijning-0", "connect-cluster-mjp-connect", "another-oov-0"))
                .filteredOn(ConnectGroup::isOfGroup)
                .containsExactly("mjp-connect-ondermijning-0", "connect-cluster-mjp-connect");
    }

    private static TransactionDescription described(TransactionState state, long producer, int epoch) {
        return new TransactionDescription(
                1, state, producer, epoch, 10_000, OptionalLong.empty(), Set.of(new TopicPartition("a", 0)));
    }
}
