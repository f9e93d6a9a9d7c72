package nl.mjpmonitor.warehouse.quality;

import com.clickhouse.client.api.query.GenericRecord;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.mjpmonitor.warehouse.WarehouseConnection;

/** {@link RejectedEvents} out of {@code control.rejected_event}. */
public final class ClickHouseRejectedEvents implements RejectedEvents {

    private static final String COLUMNS = """
            SELECT topic, partition, offset, reason, detail, source_system, source_table, key, payload, known_at, state,
                state_note
            FROM control.rejected_event_current
            """;

    private final WarehouseConnection connection;
    private final Clock clock;

    /**
     * Asks and marks over this connection.
     *
     * @param clock orders the changes of state of one event
     */
    public ClickHouseRejectedEvents(WarehouseConnection connection, Clock clock) {
        this.connection = connection;
        this.clock = clock;
    }

    @Override
    public List<RejectedEvent> newest(RejectedEventState state, int limit) {
        return connection.query(
                "Query of rejected events",
                COLUMNS + """
                        WHERE state = {state:String}
                        ORDER BY known_at DESC, topic, partition, offset DESC
                        LIMIT {limit:UInt32}""",
                Map.of("state", state.word(), "limit", limit),
                ClickHouseRejectedEvents::toEvent);
    }

    @Override
    public Optional<RejectedEvent> find(EventPosition position) {
        return connection
                .query(
                        "Query of a rejected event",
                        COLUMNS + """
                                WHERE topic = {topic:String} AND partition = {partition:Int32} AND offset = {offset:Int64}""",
                        Map.of(
                                "topic", position.topic(),
                                "partition", position.partition(),
                                "offset", position.offset()),
                        ClickHouseRejectedEvents::toEvent)
                .stream()
                .findFirst();
    }

    @Override
    public Map<String, Long> countByReason(RejectedEventState state) {
        Map<String, Long> counts = new LinkedHashMap<>();
        connection
                .query(
                        "Query of rejected events per reason",
                        """
                        SELECT reason, count() AS event_count
                        FROM control.rejected_event_current
                        WHERE state = {state:String}
                        GROUP BY reason
                        ORDER BY reason""",
                        Map.of("state", state.word()),
                        row -> Map.entry(row.getString("reason"), row.getLong("event_count")))
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return counts;
    }

    @Override
    public boolean mark(EventPosition position, RejectedEventState state, String note) {
        if (find(position).isEmpty()) {
            return false;
        }
        connection.execute(
                "Change of state of a rejected event",
                """
                INSERT INTO control.rejected_event (topic, partition, offset, reason, detail, source_system, source_table,
                    key, payload, known_at, state, state_note, _state_version)
                SELECT topic, partition, offset, reason, detail, source_system, source_table, key, payload, known_at,
                    {state:String}, {note:String}, {state_version:UInt64}
                FROM control.rejected_event_current
                WHERE topic = {topic:String} AND partition = {partition:Int32} AND offset = {offset:Int64}""",
                Map.of(
                        "topic", position.topic(),
                        "partition", position.partition(),
                        "offset", position.offset(),
                        "state", state.word(),
                        "note", note,
                        "state_version", ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant())));
        return true;
    }

    private static RejectedEvent toEvent(GenericRecord row) {
        return new RejectedEvent(
                new EventPosition(row.getString("topic"), row.getInteger("partition"), row.getLong("offset")),
                row.getString("reason"),
                row.getString("detail"),
                row.getString("source_system"),
                row.getString("source_table"),
                row.getString("key"),
                row.getString("payload"),
                row.getInstant("known_at"),
                RejectedEventState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("state_note"));
    }
}
