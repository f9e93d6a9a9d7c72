package nl.mjpmonitor.ops.launcher;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends what a Connect worker that was killed left open. One that is started again reads the offsets of all connectors before it starts
 * any, and an open transaction hides their end until its coordinator gives it up, ten seconds after it began.
 *
 * <p>Their producers are fenced: each has its transaction aborted and can never finish it, so that nothing can come of it twice.
 *
 * @see <a href="../../../../../../../../docs/decisions/0047-a-start-waits-for-nothing-that-is-over.md">decision 0047</a>
 */
final class OpenTransactions {

    private static final Logger LOG = LoggerFactory.getLogger(OpenTransactions.class);

    /** Ending them is quicker than waiting for them, or it is left. */
    private static final Duration LIMIT = Duration.ofSeconds(4);

    private final KafkaCluster kafka;

    OpenTransactions(KafkaCluster kafka) {
        this.kafka = kafka;
    }

    /** Ends those of all connectors. No worker may be alive: it would be fenced, too. Does nothing when Kafka is away. */
    void end() throws InterruptedException {
        if (!kafka.listens()) {
            return;
        }
        try (Admin admin = kafka.admin()) {
            List<String> open = admin
                    .listTransactions(new ListTransactionsOptions().filterStates(Set.of(TransactionState.ONGOING)))
                    .all()
                    .get(LIMIT.toSeconds(), TimeUnit.SECONDS)
                    .stream()
                    .map(TransactionListing::transactionalId)
                    .filter(ConnectGroup::isOfGroup)
                    .toList();
            if (!open.isEmpty()) {
                admin.fenceProducers(open).all().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
                LOG.info("Ended what was left open by {}", open);
            }
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            LOG.warn("Transactions that a worker left open are waited for: {}", e.toString());
        }
    }
}
