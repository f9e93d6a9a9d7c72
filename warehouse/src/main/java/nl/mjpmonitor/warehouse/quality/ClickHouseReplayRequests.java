package nl.mjpmonitor.warehouse.quality;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.mjpmonitor.warehouse.WarehouseConnection;
import nl.mjpmonitor.warehouse.rows.ControlRows;

/** {@link ReplayRequests} in {@code control.replay_request}. */
public final class ClickHouseReplayRequests implements ReplayRequests {

    private static final List<String> COLUMNS = List.of(
            "topic", "partition", "offset", "requested_by", "requested_at", "state", "outcome", "_state_version");

    private final WarehouseConnection connection;
    private final Clock clock;

    /**
     * Asks and records over this connection.
     *
     * @param clock orders what is recorded of one request
     */
    public ClickHouseReplayRequests(WarehouseConnection connection, Clock clock) {
        this.connection = connection;
        this.clock = clock;
    }

    @Override
    public void ask(EventPosition position, String requestedBy) {
        write(new ReplayRequest(position, requestedBy, clock.instant(), ReplayRequest.State.WAITING, ""));
    }

    @Override
    public List<ReplayRequest> newest(ReplayRequest.State state, int limit) {
        return connection.query(
                "Query of requested replays",
                """
                SELECT topic, partition, offset, requested_by, requested_at, state, outcome
                FROM control.replay_request_current
                WHERE state = {state:String}
                ORDER BY requested_at DESC, topic, partition, offset DESC
                LIMIT {limit:UInt32}""",
                Map.of("state", state.word(), "limit", limit),
                row -> new ReplayRequest(
                        new EventPosition(row.getString("topic"), row.getInteger("partition"), row.getLong("offset")),
                        row.getString("requested_by"),
                        row.getInstant("requested_at"),
                        ReplayRequest.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                        row.getString("outcome")));
    }

    @Override
    public void finish(ReplayRequest request, ReplayRequest.State state, String outcome) {
        write(new ReplayRequest(request.position(), request.requestedBy(), request.requestedAt(), state, outcome));
    }

    private void write(ReplayRequest request) {
        ControlRows rows = new ControlRows();
        rows.add(row -> row.put("topic", request.position().topic())
                .put("partition", request.position().partition())
                .put("offset", request.position().offset())
                .put("requested_by", request.requestedBy())
                .put("requested_at", ControlRows.moment(request.requestedAt()))
                .put("state", request.state().word())
                .put("outcome", request.outcome())
                .put("_state_version", ControlRows.version(clock)));
        rows.insert(connection, "control.replay_request", COLUMNS);
    }
}
