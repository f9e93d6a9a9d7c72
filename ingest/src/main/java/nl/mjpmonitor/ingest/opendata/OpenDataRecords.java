package nl.mjpmonitor.ingest.opendata;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/**
 * Makes the records: cells on {@code <prefix>.cell.<kind>}, readings on {@code <prefix>.control.reading} and rows that cannot be
 * true on {@code <prefix>.control.rejected_row}; signs of life where those of all sources are.
 *
 * <p>Figures and moments are text (plain decimals; ISO-8601 in UTC), so that no converter rounds them.
 */
final class OpenDataRecords {
    private static final int LONGEST_ROW = 2000;

    /** Key of a cell. */
    static final Schema CELL_KEY = SchemaBuilder.struct()
            .name("nl.mjpmonitor.opendata.CellKey")
            .version(2)
            .field("table", Schema.STRING_SCHEMA)
            .field("measure", Schema.STRING_SCHEMA)
            .field("area_code", Schema.STRING_SCHEMA)
            .field("period", Schema.STRING_SCHEMA)
            .field("category", Schema.STRING_SCHEMA)
            .build();

    /** A cell as it stands from this reading on. */
    static final Schema CELL = SchemaBuilder.struct()
            .name("nl.mjpmonitor.opendata.Cell")
            .version(2)
            .field("table", Schema.STRING_SCHEMA)
            .field("measure", Schema.STRING_SCHEMA)
            .field("area_code", Schema.STRING_SCHEMA)
            .field("period", Schema.STRING_SCHEMA)
            .field("category", Schema.STRING_SCHEMA)
            .field("period_grain", Schema.STRING_SCHEMA)
            .field("period_start", Schema.STRING_SCHEMA)
            .field("period_end", Schema.STRING_SCHEMA)
            .field("is_total", Schema.BOOLEAN_SCHEMA)
            .field("value", Schema.OPTIONAL_STRING_SCHEMA)
            .field("qualifier", Schema.STRING_SCHEMA)
            .field("lower_bound", Schema.OPTIONAL_STRING_SCHEMA)
            .field("upper_bound", Schema.OPTIONAL_STRING_SCHEMA)
            .field("status", Schema.STRING_SCHEMA)
            .field("provenance", Schema.STRING_SCHEMA)
            .field("is_withdrawn", Schema.BOOLEAN_SCHEMA)
            .field("revision", Schema.INT64_SCHEMA)
            .field("source", Schema.STRING_SCHEMA)
            .field("source_modified_at", Schema.OPTIONAL_STRING_SCHEMA)
            .field("retrieved_at", Schema.STRING_SCHEMA)
            .build();

    /** Key of a reading: its table. */
    static final Schema READING_KEY = SchemaBuilder.struct()
            .name("nl.mjpmonitor.opendata.ReadingKey")
            .version(1)
            .field("table", Schema.STRING_SCHEMA)
            .build();

    /** How a reading of a table stands. */
    static final Schema READING = SchemaBuilder.struct()
            .name("nl.mjpmonitor.opendata.Reading")
            .version(1)
            .field("table", Schema.STRING_SCHEMA)
            .field("kind", Schema.STRING_SCHEMA)
            .field("title", Schema.STRING_SCHEMA)
            .field("revision", Schema.INT64_SCHEMA)
            .field("state", Schema.STRING_SCHEMA)
            .field("reason", Schema.OPTIONAL_STRING_SCHEMA)
            .field("missing_means", Schema.STRING_SCHEMA)
            .field("cell_count", Schema.OPTIONAL_INT64_SCHEMA)
            .field("source", Schema.STRING_SCHEMA)
            .field("source_sha256", Schema.OPTIONAL_STRING_SCHEMA)
            .field("source_modified_at", Schema.OPTIONAL_STRING_SCHEMA)
            .field("at", Schema.STRING_SCHEMA)
            .build();

    /** A row that cannot be what it says. */
    static final Schema REJECTED_ROW = SchemaBuilder.struct()
            .name("nl.mjpmonitor.opendata.RejectedRow")
            .version(1)
            .field("table", Schema.STRING_SCHEMA)
            .field("revision", Schema.INT64_SCHEMA)
            .field("reason", Schema.STRING_SCHEMA)
            .field("row", Schema.STRING_SCHEMA)
            .field("source", Schema.STRING_SCHEMA)
            .field("at", Schema.STRING_SCHEMA)
            .build();

    /** A sign that the connector looks at its sources. */
    static final Schema HEARTBEAT = SchemaBuilder.struct()
            .name("nl.mjpmonitor.opendata.Heartbeat")
            .version(1)
            .field("ts_ms", Schema.INT64_SCHEMA)
            .build();

    /** Key of a heartbeat: who gives it. */
    static final Schema HEARTBEAT_KEY = SchemaBuilder.struct()
            .name("nl.mjpmonitor.opendata.HeartbeatKey")
            .version(1)
            .field("serverName", Schema.STRING_SCHEMA)
            .build();

    private static final String HEARTBEAT_TOPICS = "__debezium-heartbeat.";

    private final String topicPrefix;

    OpenDataRecords(String topicPrefix) {
        this.topicPrefix = topicPrefix;
    }

    /** A record that still lacks where in the source it comes from. */
    record Draft(String topic, Schema keySchema, Struct key, Schema valueSchema, Struct value) {
        SourceRecord at(Map<String, ?> partition, Map<String, ?> offset) {
            return new SourceRecord(partition, offset, topic, null, keySchema, key, valueSchema, value);
        }
    }

    /** A cell with a new value. */
    Draft cell(Reading reading, Cell cell, Instant retrievedAt) {
        return cell(reading, cell.key(), cell.value(), false, retrievedAt);
    }

    /**
     * A cell that the source no longer has. It is said outright and not by a null value: the change log must know since which
     * edition the cell is gone, and a null value could not say so.
     */
    Draft withdrawn(Reading reading, CellKey key, Instant retrievedAt) {
        return cell(reading, key, CellValue.UNKNOWN, true, retrievedAt);
    }

    private Draft cell(Reading reading, CellKey key, CellValue value, boolean isWithdrawn, Instant retrievedAt) {
        TableDefinition table = reading.table();
        Struct recordKey = identify(new Struct(CELL_KEY), table, key);
        Struct recordValue = identify(new Struct(CELL), table, key)
                .put("period_grain", key.period().grain().text())
                .put("period_start", key.period().startsOn().toString())
                .put("period_end", key.period().endsOn().toString())
                .put("is_total", table.isTotal(key))
                .put("value", value.figure())
                .put("qualifier", value.qualifier().text())
                .put("lower_bound", value.margin().lower())
                .put("upper_bound", value.margin().upper())
                .put("status", value.status().text())
                .put("provenance", value.provenance().text())
                .put("is_withdrawn", isWithdrawn)
                .put("revision", reading.revision())
                .put("source", reading.source())
                .put("source_modified_at", text(reading.sourceModifiedAt()))
                .put("retrieved_at", moment(retrievedAt));
        return new Draft(topicPrefix + ".cell." + table.kind().text(), CELL_KEY, recordKey, CELL, recordValue);
    }

    private static Struct identify(Struct struct, TableDefinition table, CellKey key) {
        return struct.put("table", table.id())
                .put("measure", key.measure())
                .put("area_code", key.area())
                .put("period", key.period().code())
                .put("category", key.category());
    }

    /** How a reading stands now. */
    Draft reading(
            Reading reading, Reading.State state, @Nullable String reason, @Nullable Long cellCount, Instant now) {
        TableDefinition table = reading.table();
        Struct value = new Struct(READING)
                .put("table", table.id())
                .put("kind", table.kind().text())
                .put("title", table.title())
                .put("revision", reading.revision())
                .put("state", state.text())
                .put("reason", reason)
                .put("missing_means", table.missingMeans().text())
                .put("cell_count", cellCount)
                .put("source", reading.source())
                .put("source_sha256", reading.digest())
                .put("source_modified_at", text(reading.sourceModifiedAt()))
                .put("at", moment(now));
        return new Draft(
                topicPrefix + ".control.reading",
                READING_KEY,
                new Struct(READING_KEY).put("table", table.id()),
                READING,
                value);
    }

    /** A row that cannot be what it says. */
    Draft rejected(Reading reading, RejectedRow row, Instant now) {
        Struct value = new Struct(REJECTED_ROW)
                .put("table", reading.table().id())
                .put("revision", reading.revision())
                .put("reason", row.reason())
                .put(
                        "row",
                        row.row().length() <= LONGEST_ROW
                                ? row.row()
                                : row.row().substring(0, LONGEST_ROW))
                .put("source", reading.source())
                .put("at", moment(now));
        return new Draft(
                topicPrefix + ".control.rejected_row",
                READING_KEY,
                new Struct(READING_KEY).put("table", reading.table().id()),
                REJECTED_ROW,
                value);
    }

    /** The connector looked at its sources at this moment. It looks like those of the captured databases. */
    Draft heartbeat(Instant now) {
        return new Draft(
                HEARTBEAT_TOPICS + topicPrefix,
                HEARTBEAT_KEY,
                new Struct(HEARTBEAT_KEY).put("serverName", topicPrefix),
                HEARTBEAT,
                new Struct(HEARTBEAT).put("ts_ms", now.toEpochMilli()));
    }

    private static @Nullable String text(@Nullable Instant moment) {
        return moment == null ? null : moment(moment);
    }

    private static String moment(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
