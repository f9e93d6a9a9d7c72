package nl.mjpmonitor.ops.launcher;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TransactionDescription;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends what a Connect worker that was killed left open. One that is started again reads the offsets of all connectors before it starts
 * any, and an open transaction hides their end until its coordinator gives it up.
 *
 * <p>Their producers are fenced: each has its transaction aborted and can never finish it, so that nothing can come of it twice.
 *
 * @see <a href="../../../../../../../../docs/decisions/0047-a-start-waits-for-nothing-that-is-over.md">decision 0047</a>
 */
final class OpenTransactions {

    private static final Logger LOG = LoggerFactory.getLogger(OpenTransactions.class);

    /** After that Kafka has given them up by itself, or none was ever begun. */
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaCluster kafka;
    private final Instant before;

    private OpenTransactions(KafkaCluster kafka, Instant before) {
        this.kafka = kafka;
        this.before = before;
    }

    /**
     * Ends those that began before a moment, as soon as Kafka is there. Returns at once.
     *
     * @param before when no worker was alive: one that was would be fenced, too
     */
    static void endThoseOf(KafkaCluster kafka, Instant before) {
        Thread.ofVirtual().name("open-transactions").start(new OpenTransactions(kafka, before)::end);
    }

    private void end() {
        try (Admin admin = kafka.admin()) {
            Instant deadline = before.plus(LIMIT);
            while (!tryEnd(admin) && Instant.now().isBefore(deadline)) {
                Thread.sleep(POLL);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether none is open any more. A coordinator that has just been started knows of none until it has read them. */
    private boolean tryEnd(Admin admin) throws InterruptedException {
        if (!kafka.listens()) {
            return false;
        }
        try {
            List<String> known = known(admin);
            List<String> open = open(admin, known);
            if (!open.isEmpty()) {
                KafkaCluster.answer(admin.fenceProducers(open).all());
                LOG.debug("Ended what was left open by {}", open);
            }
            return open.isEmpty() && !known.isEmpty();
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            LOG.debug("Transactions that a worker left open are not ended yet", e);
            return false;
        }
    }

    private static List<String> known(Admin admin) throws InterruptedException, ExecutionException, TimeoutException {
        return KafkaCluster.answer(admin.listTransactions().all()).stream()
                .map(TransactionListing::transactionalId)
                .filter(ConnectGroup::isOfGroup)
                .toList();
    }

    private List<String> open(Admin admin, List<String> known)
            throws InterruptedException, ExecutionException, TimeoutException {
        return KafkaCluster.answer(admin.describeTransactions(known).all()).entrySet().stream()
                .filter(described -> isLeftOpen(described.getValue(), before))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whether a transaction goes on that began before a moment. */
    static boolean isLeftOpen(TransactionDescription described, Instant before) {
        return described.state() == TransactionState.ONGOING
                && described.transactionStartTimeMs().orElse(Long.MAX_VALUE) < before.toEpochMilli();
    }
}
