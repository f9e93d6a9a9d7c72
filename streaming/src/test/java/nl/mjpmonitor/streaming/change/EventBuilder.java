package nl.mjpmonitor.streaming.change;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Builds records as the connector sends them. Columns hold JSON texts, so that a test can put anything there. */
public final class EventBuilder {

    private static final String POLICE = "politiecijfers";
    private static final String MELDDESK = "melddesk";

    private final String system;
    private final String schema;
    private final String table;
    private final Map<String, String> row = new LinkedHashMap<>();
    private final Map<String, String> key = new LinkedHashMap<>();
    private String operation = "u";
    private String epoch = "1";
    private long lsn = 1_000;
    private long order = 1;
    private Long committedBefore = 1_000L;
    private String snapshot = "";
    private Instant knownAt = Instant.parse("2026-11-21T08:00:00Z");
    private Instant sourceAt = Instant.parse("2026-11-21T07:59:59Z");
    private long offset;

    /** An event of any table; its columns are still to be given. */
    public static EventBuilder of(String system, String schema, String table) {
        return new EventBuilder(system, schema, table);
    }

    private EventBuilder(String system, String schema, String table) {
        this.system = system;
        this.schema = schema;
        this.table = table;
    }

    public static EventBuilder registration(long id) {
        EventBuilder builder = new EventBuilder(POLICE, "politie", "registration");
        builder.key.put("registration_id", Long.toString(id));
        return builder.column("registration_id", Long.toString(id))
                .column("delivery_id", "1")
                .column("police_class", "\"A40\"")
                .column("area_code", "\"BU09350000\"")
                .column("month", "\"2023-01-01Z\"")
                .column("registration_count", "5")
                .column("is_withdrawn", "false")
                .column("updated_at", "\"2026-11-21T07:17:20.564398Z\"");
    }

    public static EventBuilder report(long id) {
        EventBuilder builder = new EventBuilder(MELDDESK, MELDDESK, "report");
        String number = "\"1.%022d\"".formatted(id);
        builder.key.put("report_number", number);
        return builder.column("report_number", number)
                .column("received_at", "\"2023-01-09T10:00:00.000000Z\"")
                .column("happened_on", "\"2023-01-08Z\"")
                .column("channel", "\"app\"")
                .column("category", "\"persons\"")
                .column("location_number", "null")
                .column("buurt_code", "\"BU09350000\"")
                .column("status", "\"received\"")
                .column("closed_on", "null")
                .column("is_merged", "false")
                .column("merged_into_number", "null")
                .column("is_withdrawn", "false")
                .column("provenance", "\"demonstration\"")
                .column("updated_at", "\"2026-11-21T07:17:20.564398Z\"");
    }

    public static EventBuilder nuisanceKind(String code) {
        EventBuilder builder = new EventBuilder(POLICE, "politie", "nuisance_kind");
        builder.key.put("code", '"' + code + '"');
        return builder.column("code", '"' + code + '"')
                .column("name", "\"Overlast\"")
                .column("description", "\"Een lange omschrijving\"");
    }

    public EventBuilder column(String name, String json) {
        row.put(name, json);
        return this;
    }

    public EventBuilder withoutColumn(String name) {
        row.remove(name);
        return this;
    }

    public EventBuilder keyColumn(String name, String json) {
        key.put(name, json);
        return this;
    }

    public EventBuilder cell(String policeClass, String areaCode, String month) {
        return column("police_class", '"' + policeClass + '"')
                .column("area_code", '"' + areaCode + '"')
                .column("month", '"' + month + '"');
    }

    public EventBuilder operation(String code) {
        this.operation = code;
        return this;
    }

    public EventBuilder epoch(String header) {
        this.epoch = header;
        return this;
    }

    public EventBuilder version(long newLsn, long newOrder) {
        this.lsn = newLsn;
        this.committedBefore = newLsn;
        this.order = newOrder;
        return this;
    }

    /** Where the change itself stands in the log; before the last commit when its transaction began before that. */
    public EventBuilder lsn(long place) {
        this.lsn = place;
        return this;
    }

    /** The first transaction after a snapshot does not know where the one before it was committed. */
    public EventBuilder firstInStream() {
        this.committedBefore = null;
        return this;
    }

    /** How the connector marks what a snapshot read. */
    public EventBuilder snapshot(String mark) {
        this.snapshot = mark;
        return this;
    }

    /** A row that the snapshot at the beginning of the epoch read, at a log position. */
    public EventBuilder readBySnapshot(long position) {
        this.snapshot = "first_in_data_collection";
        return operation("r").version(position, 1).firstInStream();
    }

    public EventBuilder knownAt(Instant moment) {
        this.knownAt = moment;
        return this;
    }

    public EventBuilder sourceAt(Instant moment) {
        this.sourceAt = moment;
        return this;
    }

    public EventBuilder offset(long newOffset) {
        this.offset = newOffset;
        return this;
    }

    public ConsumedRecord record() {
        return record(object(key), envelope());
    }

    public ConsumedRecord record(String keyJson, String valueJson) {
        List<ConsumedRecord.Header> headers = new ArrayList<>();
        if (!epoch.isEmpty()) {
            headers.add(new ConsumedRecord.Header("mjp.epoch", bytes(epoch)));
        }
        return new ConsumedRecord(
                system + "." + schema + "." + table, 0, offset, knownAt, bytes(keyJson), bytes(valueJson), headers);
    }

    public String envelope() {
        String after = operation.equals("d") ? "null" : object(row);
        String before = operation.equals("d") ? object(inventedDefaults()) : "null";
        String transaction = operation.equals("r")
                ? "null"
                : "{\"id\":\"806:1\",\"total_order\":" + order + ",\"data_collection_order\":1}";
        String mark = !snapshot.isEmpty() ? snapshot : operation.equals("r") ? "incremental" : "false";
        String sequence =
                "[%s,\\\"%d\\\"]".formatted(committedBefore == null ? "null" : "\\\"" + committedBefore + "\\\"", lsn);
        return "{\"before\":" + before + ",\"after\":" + after
                + ",\"source\":{\"version\":\"3.7.0.Final\",\"connector\":\"postgresql\",\"name\":\"" + system
                + "\",\"ts_ms\":" + sourceAt.toEpochMilli()
                + ",\"snapshot\":\"" + mark + "\",\"sequence\":\"" + sequence + "\",\"schema\":\"" + schema
                + "\",\"table\":\""
                + table + "\",\"txId\":806,\"lsn\":" + lsn + "},\"transaction\":" + transaction + ",\"op\":\""
                + operation
                + "\",\"ts_ms\":" + sourceAt.toEpochMilli() + '}';
    }

    /** Replica identity DEFAULT: a delete carries the key, and invented values in all other columns. */
    private Map<String, String> inventedDefaults() {
        Map<String, String> before = new LinkedHashMap<>();
        row.forEach((name, value) -> before.put(name, key.getOrDefault(name, value.startsWith("\"") ? "\"\"" : "0")));
        return before;
    }

    public static ConsumedRecord heartbeat(Instant sentAt, Instant knownAt, long offset) {
        return new ConsumedRecord(
                "__debezium-heartbeat." + POLICE,
                0,
                offset,
                knownAt,
                bytes("{\"serverName\":\"politiecijfers\"}"),
                bytes("{\"ts_ms\":" + sentAt.toEpochMilli() + '}'),
                List.of());
    }

    static ConsumedRecord withValue(ConsumedRecord record, String value) {
        return new ConsumedRecord(
                record.topic(),
                record.partition(),
                record.offset(),
                record.knownAt(),
                record.key(),
                bytes(value),
                record.headers());
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String object(Map<String, String> members) {
        return members.entrySet().stream()
                .map(member -> '"' + member.getKey() + "\":" + member.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }
}
