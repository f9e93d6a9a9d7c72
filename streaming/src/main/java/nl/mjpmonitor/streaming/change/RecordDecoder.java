package nl.mjpmonitor.streaming.change;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells what a record is: a change of a captured table, a heartbeat, a tombstone, or something to reject.
 *
 * <p>It decides about one record at a time, from the record alone: the same record meets the same fate however often it is
 * read. It never throws for bad data and, but for open data, keeps no part of a value in what it says about it.
 */
final class RecordDecoder {

    private static final Logger LOG = LoggerFactory.getLogger(RecordDecoder.class);

    private final Contracts contracts;
    private final RecordJson json = new RecordJson();
    private final DebeziumDecoder debezium;
    private final OpenDataDecoder openData;

    RecordDecoder(Contracts contracts, int maxEventBytes) {
        this.contracts = contracts;
        this.debezium = new DebeziumDecoder(json, maxEventBytes);
        this.openData = new OpenDataDecoder(json, maxEventBytes);
    }

    /** The contract of a topic; null when it has none. */
    @Nullable Contract contractOf(String topic) {
        return contracts.contractOfTopic(topic);
    }

    Decoded decode(ConsumedRecord record) {
        try {
            return decodeForeseen(record);
        } catch (RuntimeException unforeseen) {
            LOG.error(
                    "Record {} of {}, partition {}, cannot be decoded",
                    record.offset(),
                    record.topic(),
                    record.partition(),
                    unforeseen);
            Violation violation = new Violation(
                    RejectReason.INTERNAL_ERROR,
                    "decoding ended with " + unforeseen.getClass().getSimpleName());
            return new Decoded.Rejected(new RejectedEvent(record, violation, "", ""), null);
        }
    }

    private Decoded decodeForeseen(ConsumedRecord record) {
        byte[] value = record.value();
        if (value == null) {
            return Decoded.Ignored.TOMBSTONE;
        }
        String heartbeatOf = contracts.systemOfHeartbeatTopic(record.topic());
        if (heartbeatOf != null) {
            return heartbeat(record, value, heartbeatOf);
        }
        Contract contract = contracts.contractOfTopic(record.topic());
        return contract == null
                ? ofNoContract(record)
                : decoder(contract.envelope()).decode(record, value, contract);
    }

    private RowDecoder decoder(Envelope envelope) {
        return switch (envelope) {
            case DEBEZIUM -> debezium;
            case FLAT -> openData;
        };
    }

    private Decoded heartbeat(ConsumedRecord record, byte[] value, String system) {
        Long sentAt = RecordJson.wholeNumber(json.object(value), "ts_ms");
        if (sentAt == null) {
            Violation violation = new Violation(
                    RejectReason.BROKEN_ENVELOPE, "ts_ms: must be the moment of the heartbeat in milliseconds");
            return new Decoded.Rejected(new RejectedEvent(record, violation, system, ""), null);
        }
        return new Decoded.Heartbeat(new SourceProgress(system, Instant.ofEpochMilli(sentAt), record.knownAt()));
    }

    private static Decoded ofNoContract(ConsumedRecord record) {
        Violation violation = new Violation(
                RejectReason.UNKNOWN_TABLE,
                "topic: must be <system>.<schema>.<table> of a contract in ingest/contracts");
        return new Decoded.Rejected(new RejectedEvent(record, violation, "", ""), null);
    }
}
