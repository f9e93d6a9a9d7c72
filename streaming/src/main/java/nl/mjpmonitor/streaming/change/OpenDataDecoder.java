package nl.mjpmonitor.streaming.change;

import static nl.mjpmonitor.streaming.change.Refusal.unless;
import static nl.mjpmonitor.streaming.change.Refusal.unlessPresent;

import java.time.Instant;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the records of the open data connector: rows without an envelope, each as it stands from now on.
 *
 * <p>The version of a cell is the revision of the reading that found it: a revised edition replaces the earlier one whatever the
 * order in which the two are read. The version of a reading is the moment it speaks of and, within one, how far it had come; not
 * its revision, because a reading may be reported as failed after it was complete, and a file that was refused has no revision of
 * its own. Both come after the epoch, which is raised when the connector forgets what it published.
 *
 * <p>Rows and files that the connector itself refused become rejected events, with its reason. That reason may quote what was read:
 * the data are public.
 */
final class OpenDataDecoder implements RowDecoder {

    private static final String REJECTED_ROWS = "rejected_row";
    private static final String READINGS = "reading";
    private static final String REJECTED = "rejected";

    /** States of a reading in the order in which they follow at one moment. */
    private static final List<String> STATES = List.of("started", "failed", "abandoned", "complete");

    private final RecordJson json;
    private final int maxEventBytes;

    OpenDataDecoder(RecordJson json, int maxEventBytes) {
        this.json = json;
        this.maxEventBytes = maxEventBytes;
    }

    @Override
    public Decoded decode(ConsumedRecord record, byte[] value, Contract contract) {
        try {
            return accept(record, value, contract);
        } catch (Refusal refusal) {
            return new Decoded.Rejected(
                    new RejectedEvent(record, refusal.violation(), contract.system(), contract.table()), null);
        }
    }

    private Decoded accept(ConsumedRecord record, byte[] value, Contract contract) throws Refusal {
        unless(
                value.length <= maxEventBytes,
                RejectReason.OVERSIZED,
                "value: must be at most " + maxEventBytes + " bytes");
        ObjectNode row =
                unlessPresent(json.object(value), RejectReason.BROKEN_JSON, "value: must be one JSON object in UTF-8");
        long epoch = RecordJson.epoch(record);
        ObjectNode key = unlessPresent(
                json.keyColumns(contract, record.key()),
                RejectReason.MISSING_KEY,
                "key: must be a JSON object with " + String.join(", ", contract.keyColumns()));
        RecordJson.requireSameKey(contract, key, row);
        RecordJson.refuse(contract.checkRow(row, record.knownAt()));
        unless(!isRefusedAtSource(contract, row), RejectReason.REFUSED_AT_SOURCE, refusalAtSource(row));
        ChangeEvent event = new ChangeEvent(
                contract.system(),
                contract.table(),
                json.text(key),
                Operation.READ,
                json.contractColumns(contract, row),
                version(contract, epoch, row),
                sourceAt(contract, row),
                record.knownAt(),
                record.topic(),
                record.partition(),
                record.offset(),
                List.of(),
                null);
        return new Decoded.Change(event, RecordJson.addedColumns(contract, row));
    }

    private static boolean isRefusedAtSource(Contract contract, ObjectNode row) {
        return contract.table().equals(REJECTED_ROWS)
                || (contract.table().equals(READINGS)
                        && RecordJson.textOf(row.get("state")).equals(REJECTED));
    }

    private static String refusalAtSource(ObjectNode row) {
        return RecordJson.textOf(row.get("source")) + " (" + RecordJson.textOf(row.get("table")) + "): "
                + RecordJson.textOf(row.get("reason"));
    }

    private static ChangeVersion version(Contract contract, long epoch, ObjectNode row) {
        return contract.table().equals(READINGS)
                ? new ChangeVersion(
                        epoch, moment(row, "at").toEpochMilli(), STATES.indexOf(RecordJson.textOf(row.get("state"))))
                : new ChangeVersion(epoch, row.get("revision").longValue(), 0);
    }

    /** When the source changed the figure, as far as it says so; otherwise when it was read. */
    private static Instant sourceAt(Contract contract, ObjectNode row) {
        if (row.get("source_modified_at").isString()) {
            return moment(row, "source_modified_at");
        }
        return moment(row, contract.table().equals(READINGS) ? "at" : "retrieved_at");
    }

    private static Instant moment(ObjectNode row, String column) {
        return Instant.parse(row.get(column).stringValue());
    }
}
