package nl.mjpmonitor.streaming.change;

import static nl.mjpmonitor.streaming.change.Refusal.unless;
import static nl.mjpmonitor.streaming.change.Refusal.unlessPresent;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads Debezium's JSON (without embedded schemas) of a PostgreSQL source and checks each row against its contract. */
final class DebeziumDecoder implements RowDecoder {

    private static final String TRUNCATE = "t";
    private static final String MESSAGE = "m";

    /** Marks of what comes with the stream; an incremental snapshot reads rows between the changes. */
    private static final Set<String> STREAMED = Set.of("false", "incremental");

    private static final Pattern SEQUENCE = Pattern.compile("\\[(?:null|\"(\\d{1,18})\"),(?:null|\"\\d+\")\\]");

    private final RecordJson json;
    private final int maxEventBytes;

    DebeziumDecoder(RecordJson json, int maxEventBytes) {
        this.json = json;
        this.maxEventBytes = maxEventBytes;
    }

    @Override
    public Decoded decode(ConsumedRecord record, byte[] value, Contract contract) {
        return new RowChangeAttempt(record, value, contract).decode();
    }

    /** One record on its way to become a change. What it knows so far tells where a rejected one belongs. */
    private final class RowChangeAttempt {

        private final ConsumedRecord record;
        private final byte[] value;
        private final Contract contract;
        private final @Nullable ObjectNode keyColumns;
        private @Nullable ChangeVersion version;
        private @Nullable ObjectNode refusedRow;

        RowChangeAttempt(ConsumedRecord record, byte[] value, Contract contract) {
            this.record = record;
            this.value = value;
            this.contract = contract;
            this.keyColumns = json.keyColumns(contract, record.key());
        }

        Decoded decode() {
            try {
                return accept();
            } catch (Refusal refusal) {
                RejectedEvent rejected =
                        new RejectedEvent(record, refusal.violation(), contract.system(), contract.table());
                boolean breaksTable = refusedRow != null && contract.isBrokenBy(refusedRow);
                return new Decoded.Rejected(rejected, placeOfRejected(), breaksTable);
            }
        }

        private Decoded accept() throws Refusal {
            unless(
                    value.length <= maxEventBytes,
                    RejectReason.OVERSIZED,
                    "value: must be at most " + maxEventBytes + " bytes");
            ObjectNode envelope = unlessPresent(
                    json.object(value), RejectReason.BROKEN_JSON, "value: must be one JSON object in UTF-8");
            String operationCode = RecordJson.textOf(envelope.get("op"));
            unless(!operationCode.isEmpty(), RejectReason.BROKEN_ENVELOPE, "op: must be there");
            if (operationCode.equals(MESSAGE)) {
                return Decoded.Ignored.MESSAGE;
            }
            ObjectNode source = part(envelope, "source");
            unless(
                    RecordJson.textOf(source.get("schema")).equals(contract.schemaName())
                            && RecordJson.textOf(source.get("table")).equals(contract.table()),
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
                RecordJson.refuse(contract.checkKey(key));
                return change(operation, key, null, ownVersion, source);
            }
            ObjectNode row = part(envelope, "after");
            RecordJson.requireSameKey(contract, key, row);
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
                refusedRow = row;
                RecordJson.refuse(contract.checkRow(row, record.knownAt()));
                refusedRow = null;
            }
            Long sourceAt = RecordJson.wholeNumber(source, "ts_ms");
            ChangeEvent event = new ChangeEvent(
                    contract.system(),
                    contract.table(),
                    json.text(key),
                    operation,
                    row == null ? null : json.contractColumns(contract, row),
                    ownVersion,
                    sourceAt == null ? record.knownAt() : Instant.ofEpochMilli(sourceAt),
                    record.knownAt(),
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    unchanged,
                    unchanged.isEmpty() ? null : record);
            return new Decoded.Change(event, row == null ? List.of() : RecordJson.addedColumns(contract, row));
        }

        private ChangeVersion version(Operation operation, ObjectNode source, @Nullable JsonNode transaction)
                throws Refusal {
            long epoch = RecordJson.epoch(record);
            String expectation = "source.lsn: must be the log sequence number of the change";
            long lsn = unlessPresent(RecordJson.wholeNumber(source, "lsn"), RejectReason.MISSING_VERSION, expectation);
            // one out of bounds would read as newer than all others, for good
            unless(ChangeVersion.isPosition(lsn), RejectReason.MISSING_VERSION, expectation);
            long order = operation == Operation.READ ? 0 : order(transaction);
            return STREAMED.contains(RecordJson.textOf(source.get("snapshot")))
                    ? ChangeVersion.streamed(epoch, committedBefore(source, lsn), order)
                    : ChangeVersion.readBySnapshot(epoch, lsn, order);
        }

        /** Where the transaction before this one was committed; not yet known of the first one after a snapshot. */
        private static long committedBefore(ObjectNode source, long lsn) throws Refusal {
            Matcher sequence = SEQUENCE.matcher(RecordJson.textOf(source.get("sequence")));
            String detail = "source.sequence: must be the log positions of the last commit and of the change";
            unless(sequence.matches(), RejectReason.MISSING_VERSION, detail);
            String lastCommit = sequence.group(1);
            if (lastCommit == null) {
                return lsn;
            }
            long position = Long.parseLong(lastCommit);
            unless(ChangeVersion.isPosition(position), RejectReason.MISSING_VERSION, detail);
            return position;
        }

        private static long order(@Nullable JsonNode transaction) throws Refusal {
            if (transaction == null || transaction.isNull()) {
                return 1;
            }
            String detail = "transaction.total_order: must be a whole number from 1";
            long order = unlessPresent(
                    RecordJson.wholeNumber(transaction, "total_order"), RejectReason.MISSING_VERSION, detail);
            unless(order >= 1 && ChangeVersion.isUnsignedInt(order), RejectReason.MISSING_VERSION, detail);
            return order;
        }

        private @Nullable ChangeEvent placeOfRejected() {
            if (keyColumns == null) {
                return null;
            }
            return new ChangeEvent(
                    contract.system(),
                    contract.table(),
                    json.text(keyColumns),
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

    private static ObjectNode part(ObjectNode envelope, String name) throws Refusal {
        return unlessPresent(
                envelope.get(name) instanceof ObjectNode object ? object : null,
                RejectReason.BROKEN_ENVELOPE,
                name + ": must be a JSON object");
    }
}
