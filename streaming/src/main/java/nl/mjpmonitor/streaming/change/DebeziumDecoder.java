package nl.mjpmonitor.streaming.change;

import static nl.mjpmonitor.streaming.change.Refusal.unless;
import static nl.mjpmonitor.streaming.change.Refusal.unlessPresent;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads Debezium's JSON (without embedded schemas) of a PostgreSQL source and checks each row against its contract.
 *
 * <p>It decides about one record at a time, from the record alone: the same record meets the same fate however often it is
 * read. It never throws for bad data and keeps no part of a value in what it says about it.
 */
final class DebeziumDecoder {

    /** Header in which the connector writes the epoch of its source. */
    static final String EPOCH_HEADER = "mjp.epoch";

    private static final Logger LOG = LoggerFactory.getLogger(DebeziumDecoder.class);
    private static final int LONGEST_EPOCH = 10;
    private static final String TRUNCATE = "t";
    private static final String MESSAGE = "m";

    private final Contracts contracts;
    private final int maxEventBytes;
    private final JsonMapper mapper = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    DebeziumDecoder(Contracts contracts, int maxEventBytes) {
        this.contracts = contracts;
        this.maxEventBytes = maxEventBytes;
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
        return contract == null ? ofNoContract(record) : new RowChangeAttempt(record, value, contract).decode();
    }

    private Decoded heartbeat(ConsumedRecord record, byte[] value, String system) {
        Long sentAt = wholeNumber(object(value), "ts_ms");
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

    /** One record on its way to become a change. What it knows so far tells where a rejected one belongs. */
    private final class RowChangeAttempt {

        private final ConsumedRecord record;
        private final byte[] value;
        private final Contract contract;
        private final @Nullable ObjectNode keyColumns;
        private @Nullable ChangeVersion version;

        RowChangeAttempt(ConsumedRecord record, byte[] value, Contract contract) {
            this.record = record;
            this.value = value;
            this.contract = contract;
            this.keyColumns = keyColumns(contract, object(record.key()));
        }

        Decoded decode() {
            try {
                return accept();
            } catch (Refusal refusal) {
                RejectedEvent rejected =
                        new RejectedEvent(record, refusal.violation(), contract.system(), contract.table());
                return new Decoded.Rejected(rejected, placeOfRejected());
            }
        }

        private Decoded accept() throws Refusal {
            unless(
                    value.length <= maxEventBytes,
                    RejectReason.OVERSIZED,
                    "value: must be at most " + maxEventBytes + " bytes");
            ObjectNode envelope =
                    unlessPresent(object(value), RejectReason.BROKEN_JSON, "value: must be one JSON object in UTF-8");
            String operationCode = text(envelope.get("op"));
            unless(!operationCode.isEmpty(), RejectReason.BROKEN_ENVELOPE, "op: must be there");
            if (operationCode.equals(MESSAGE)) {
                return Decoded.Ignored.MESSAGE;
            }
            ObjectNode source = part(envelope, "source");
            unless(
                    text(source.get("schema")).equals(contract.schemaName())
                            && text(source.get("table")).equals(contract.table()),
                    RejectReason.UNKNOWN_TABLE,
                    "source: must be table " + contract.schemaName() + '.' + contract.table() + ", as the topic says");
            unless(
                    !operationCode.equals(TRUNCATE),
                    RejectReason.TRUNCATE,
                    "op: the table was truncated, which names no keys; it needs a new snapshot");
            Operation operation = unlessPresent(
                    Operation.ofCode(operationCode).orElse(null),
                    RejectReason.UNKNOWN_OPERATION,
                    "op: must be one of c, u, d, r");
            ChangeVersion ownVersion = version(operation, source, envelope.get("transaction"));
            version = ownVersion;
            ObjectNode key = unlessPresent(
                    keyColumns,
                    RejectReason.MISSING_KEY,
                    "key: must be a JSON object with " + String.join(", ", contract.keyColumns()));
            if (operation == Operation.DELETE) {
                refuse(contract.checkKey(key));
                return change(operation, key, null, ownVersion, source);
            }
            ObjectNode row = part(envelope, "after");
            requireSameKey(key, row);
            return change(operation, key, row, ownVersion, source);
        }

        private Decoded change(
                Operation operation,
                ObjectNode key,
                @Nullable ObjectNode row,
                ChangeVersion ownVersion,
                ObjectNode source)
                throws Refusal {
            List<String> unchanged = row == null ? List.of() : UnchangedValues.columns(contract, row);
            if (row != null && unchanged.isEmpty()) {
                refuse(contract.checkRow(row, record.knownAt()));
            }
            Long sourceAt = wholeNumber(source, "ts_ms");
            ChangeEvent event = new ChangeEvent(
                    contract.system(),
                    contract.table(),
                    mapper.writeValueAsString(key),
                    operation,
                    row == null ? null : mapper.writeValueAsString(contractColumns(row)),
                    ownVersion,
                    sourceAt == null ? record.knownAt() : Instant.ofEpochMilli(sourceAt),
                    record.knownAt(),
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    unchanged,
                    unchanged.isEmpty() ? null : record);
            return new Decoded.Change(event, row == null ? List.of() : addedColumns(row));
        }

        private ChangeVersion version(Operation operation, ObjectNode source, @Nullable JsonNode transaction)
                throws Refusal {
            long epoch = unlessPresent(
                    epoch(),
                    RejectReason.MISSING_VERSION,
                    "header " + EPOCH_HEADER + ": must be a whole number below 2^32");
            String expectation = "source.lsn: must be the log sequence number of the change";
            long lsn = unlessPresent(wholeNumber(source, "lsn"), RejectReason.MISSING_VERSION, expectation);
            // a negative one would read as newer than all others, for good
            unless(lsn >= 0, RejectReason.MISSING_VERSION, expectation);
            return new ChangeVersion(epoch, lsn, operation == Operation.READ ? 0 : order(transaction));
        }

        private @Nullable Long epoch() {
            byte[] header = record.header(EPOCH_HEADER);
            if (header == null || header.length > LONGEST_EPOCH) {
                return null;
            }
            try {
                long epoch = Long.parseLong(new String(header, StandardCharsets.UTF_8));
                return ChangeVersion.isUnsignedInt(epoch) ? epoch : null;
            } catch (NumberFormatException noNumber) {
                return null;
            }
        }

        private static long order(@Nullable JsonNode transaction) throws Refusal {
            if (transaction == null || transaction.isNull()) {
                return 1;
            }
            String detail = "transaction.total_order: must be a whole number from 1";
            long order = unlessPresent(wholeNumber(transaction, "total_order"), RejectReason.MISSING_VERSION, detail);
            unless(order >= 1 && ChangeVersion.isUnsignedInt(order), RejectReason.MISSING_VERSION, detail);
            return order;
        }

        private void requireSameKey(ObjectNode key, ObjectNode row) throws Refusal {
            for (String column : contract.keyColumns()) {
                JsonNode ofRow = row.get(column);
                unless(
                        ofRow == null || ofRow.equals(key.get(column)),
                        RejectReason.MISSING_KEY,
                        "key: " + column + " must be that of the row");
            }
        }

        private ObjectNode contractColumns(ObjectNode row) {
            ObjectNode kept = mapper.createObjectNode();
            for (String column : contract.columns()) {
                JsonNode ofRow = row.get(column);
                if (ofRow != null) {
                    kept.set(column, ofRow);
                }
            }
            return kept;
        }

        private List<String> addedColumns(ObjectNode row) {
            List<String> added = List.of();
            for (String column : row.propertyNames()) {
                if (!contract.hasColumn(column)) {
                    added = added.isEmpty() ? new ArrayList<>() : added;
                    added.add(column);
                }
            }
            return added;
        }

        private @Nullable ChangeEvent placeOfRejected() {
            if (keyColumns == null) {
                return null;
            }
            return new ChangeEvent(
                    contract.system(),
                    contract.table(),
                    mapper.writeValueAsString(keyColumns),
                    Operation.REJECTED,
                    null,
                    version == null ? ChangeVersion.NEWEST : version,
                    record.knownAt(),
                    record.knownAt(),
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    List.of(),
                    null);
        }
    }

    private @Nullable ObjectNode object(byte @Nullable [] json) {
        if (json == null) {
            return null;
        }
        try {
            return mapper.readTree(json) instanceof ObjectNode object ? object : null;
        } catch (JacksonException broken) {
            return null;
        }
    }

    private @Nullable ObjectNode keyColumns(Contract contract, @Nullable ObjectNode key) {
        if (key == null) {
            return null;
        }
        ObjectNode columns = mapper.createObjectNode();
        for (String column : contract.keyColumns()) {
            JsonNode value = key.get(column);
            if (value == null || value.isNull() || !value.isValueNode()) {
                return null;
            }
            columns.set(column, value);
        }
        return columns;
    }

    private static ObjectNode part(ObjectNode envelope, String name) throws Refusal {
        return unlessPresent(
                envelope.get(name) instanceof ObjectNode object ? object : null,
                RejectReason.BROKEN_ENVELOPE,
                name + ": must be a JSON object");
    }

    private static void refuse(Optional<Violation> violation) throws Refusal {
        if (violation.isPresent()) {
            throw new Refusal(violation.get());
        }
    }

    private static String text(@Nullable JsonNode node) {
        return node != null && node.isString() ? node.stringValue() : "";
    }

    private static @Nullable Long wholeNumber(@Nullable JsonNode object, String name) {
        JsonNode number = object == null ? null : object.get(name);
        return number != null && number.isIntegralNumber() && number.canConvertToLong() ? number.longValue() : null;
    }
}
