package nl.mjpmonitor.ops.launcher;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.mjpmonitor.ops.launcher.Connectors.Restart;
import org.apache.kafka.clients.admin.AbortTransactionSpec;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.clients.admin.TransactionDescription;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends transactions that stay open in a partition although their producer has gone on without them. A broker that is started again
 * after a crash leaves such ones: while its former self is still registered it finds no leader for the partitions of a transaction
 * that it gives up, takes them for deleted and closes the transaction without a word in them. Who reads what is committed waits there
 * for good, Connect for the offsets of all its connectors included.
 *
 * <p>Such a transaction is aborted; a connector whose producer believes it committed is started again and reads from what is
 * committed.
 *
 * @see <a href="../../../../../../../../docs/decisions/0039-forgotten-transactions-are-ended.md">decision 0039</a>
 */
final class TransactionKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(TransactionKeeper.class);
    private static final Duration POLL = Duration.ofSeconds(2);

    /** States in which the coordinator is still to tell the partitions how a transaction ended. */
    private static final Set<TransactionState> TO_BE_TOLD = Set.of(
            TransactionState.PREPARE_COMMIT, TransactionState.PREPARE_ABORT, TransactionState.PREPARE_EPOCH_FENCE);

    /** States of a producer that did not go on since its transaction was given up, so that it missed nothing. */
    private static final Set<TransactionState> GIVEN_UP =
            Set.of(TransactionState.EMPTY, TransactionState.COMPLETE_ABORT);

    /** The coordinator's word about one producer. */
    private record Word(String transactionalId, TransactionDescription description) {}

    private final KafkaCluster kafka;
    private final Connectors connectors;
    private final SnapshotLedger ledger;
    private final Progress progress;

    TransactionKeeper(Parts parts, SnapshotLedger ledger, Progress progress) {
        this.kafka = parts.kafka();
        this.connectors = parts.connect().connectors();
        this.ledger = ledger;
        this.progress = progress;
    }

    /**
     * Whether nobody will end the transaction that a producer has open in a partition.
     *
     * @param described what the coordinator knows under the producer's transactional id
     */
    static boolean isForgotten(ProducerState open, TransactionDescription described) {
        boolean hasGoneOn =
                described.producerId() != open.producerId() || described.producerEpoch() > open.producerEpoch();
        return hasGoneOn && !TO_BE_TOLD.contains(described.state());
    }

    /** Kafka need not be there yet. */
    void keep() throws InterruptedException {
        Map<TopicPartition, Long> stuckBefore = Map.of();
        while (true) {
            Thread.sleep(POLL);
            try (Admin admin = kafka.admin()) {
                while (true) {
                    Map<TopicPartition, Long> stuck = stuck(admin);
                    endForgotten(admin, stillThere(stuckBefore, stuck));
                    stuckBefore = stuck;
                    Thread.sleep(POLL);
                }
            } catch (ExecutionException | TimeoutException | KafkaException e) {
                LOG.debug("Kafka is away; asked again later", e);
            }
        }
    }

    /** Partitions with records that are not committed, by where those begin. */
    private static Map<TopicPartition, Long> stuck(Admin admin)
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<TopicPartition, OffsetSpec> ends = KafkaCluster.answer(admin.describeTopics(
                                KafkaCluster.answer(admin.listTopics().names()))
                        .allTopicNames())
                .values()
                .stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
        Map<TopicPartition, Long> stuck = new HashMap<>();
        ends(admin, ends, IsolationLevel.READ_COMMITTED)
                .forEach((partition, committed) -> stuck.put(partition, committed.offset()));
        ends(admin, ends, IsolationLevel.READ_UNCOMMITTED)
                .forEach((partition, written) -> stuck.remove(partition, written.offset()));
        return stuck;
    }

    private static Map<TopicPartition, ListOffsetsResultInfo> ends(
            Admin admin, Map<TopicPartition, OffsetSpec> asked, IsolationLevel isolation)
            throws InterruptedException, ExecutionException, TimeoutException {
        return KafkaCluster.answer(
                admin.listOffsets(asked, new ListOffsetsOptions(isolation)).all());
    }

    private static Set<TopicPartition> stillThere(Map<TopicPartition, Long> before, Map<TopicPartition, Long> now) {
        return now.entrySet().stream()
                .filter(stuck -> stuck.getValue().equals(before.get(stuck.getKey())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private void endForgotten(Admin admin, Set<TopicPartition> partitions)
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<String, TransactionDescription> ended = new HashMap<>();
        Map<String, Set<String>> topics = new HashMap<>();
        for (TopicPartition partition : partitions) {
            for (ProducerState open : open(admin, partition)) {
                Optional<Word> word = word(admin, open).filter(told -> isForgotten(open, told.description()));
                // asked again: between the two answers it may have been ended as it should
                if (word.isPresent() && open(admin, partition).contains(open)) {
                    abort(admin, partition, open);
                    ended.put(word.get().transactionalId(), word.get().description());
                    topics.computeIfAbsent(word.get().transactionalId(), ignored -> new TreeSet<>())
                            .add(partition.topic());
                }
            }
        }
        for (Map.Entry<String, TransactionDescription> transaction : ended.entrySet()) {
            progress.line(
                    KafkaCluster.NAME,
                    "mended",
                    "the transaction that %s left open in %s is aborted"
                            .formatted(
                                    transaction.getKey(),
                                    String.join(", ", topics.getOrDefault(transaction.getKey(), Set.of()))));
            if (!GIVEN_UP.contains(transaction.getValue().state())) {
                startAgain(transaction.getKey());
            }
        }
    }

    /** The producers with a transaction open in a partition. */
    private static List<ProducerState> open(Admin admin, TopicPartition partition)
            throws InterruptedException, ExecutionException, TimeoutException {
        return KafkaCluster.answer(admin.describeProducers(Set.of(partition)).partitionResult(partition))
                .activeProducers()
                .stream()
                .filter(producer -> producer.currentTransactionStartOffset().isPresent())
                .toList();
    }

    private static Optional<Word> word(Admin admin, ProducerState open)
            throws InterruptedException, ExecutionException, TimeoutException {
        Optional<String> id = KafkaCluster.answer(admin.listTransactions(
                                new ListTransactionsOptions().filterProducerIds(Set.of(open.producerId())))
                        .all())
                .stream()
                .map(TransactionListing::transactionalId)
                .findFirst();
        if (id.isEmpty()) {
            return Optional.empty();
        }
        TransactionDescription description =
                KafkaCluster.answer(admin.describeTransactions(Set.of(id.get())).description(id.get()));
        return Optional.of(new Word(id.get(), description));
    }

    private static void abort(Admin admin, TopicPartition partition, ProducerState open)
            throws InterruptedException, ExecutionException, TimeoutException {
        KafkaCluster.answer(admin.abortTransaction(new AbortTransactionSpec(
                        partition,
                        open.producerId(),
                        (short) open.producerEpoch(),
                        open.coordinatorEpoch().orElse(0)))
                .all());
    }

    private void startAgain(String transactionalId) throws InterruptedException {
        Optional<String> connector = ConnectGroup.connectorOf(transactionalId);
        if (connector.isPresent()) {
            try {
                ledger.breakOff(connector.get());
                connectors.restart(connector.get(), Restart.ALL);
            } catch (IOException e) {
                // Connect is away: it starts all connectors when it is back
                LOG.debug("{} is not started again", connector.get(), e);
            }
        }
    }
}
