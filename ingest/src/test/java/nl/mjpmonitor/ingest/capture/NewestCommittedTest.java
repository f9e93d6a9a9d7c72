package nl.mjpmonitor.ingest.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;

final class NewestCommittedTest {

    private final NewestCommitted position = new NewestCommitted();

    private static SourceRecord record(long lsn) {
        return new SourceRecord(
                Map.of("server", "melddesk"), Map.of("lsn", lsn), "melddesk.melddesk.report", null, null, null, lsn);
    }

    @Test
    void thereIsNoneBeforeATransaction() {
        position.polled(List.of(record(1), record(2)));

        assertThat(position.record()).isEmpty();
    }

    @Test
    void theLastOfAPollIsTheNewestWhicheverIsNamedLast() {
        position.polled(List.of(record(1), record(2)));

        position.committed(record(2));
        position.committed(record(1));

        assertThat(position.record()).contains(record(2));
    }

    @Test
    void whatKafkaDidNotTakeIsNotConfirmed() {
        position.polled(List.of(record(1), record(2)));
        position.committed(record(1));
        position.committed(record(2));

        position.polled(List.of(record(3), record(4)));

        assertThat(position.record()).contains(record(2));
    }

    @Test
    void aTransactionThatHoldsPartOfAPollConfirmsNothingOfIt() {
        position.polled(List.of(record(1)));
        position.committed(record(1));

        position.polled(List.of(record(2), record(3)));
        position.committed(record(2));

        assertThat(position.record()).contains(record(1));
    }

    @Test
    void aPollThatGaveNothingChangesNothing() {
        position.polled(List.of(record(1)));
        position.polled(List.of());

        position.committed(record(1));

        assertThat(position.record()).contains(record(1));
    }
}
