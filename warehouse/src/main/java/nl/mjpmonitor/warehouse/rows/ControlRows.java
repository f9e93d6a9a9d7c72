package nl.mjpmonitor.warehouse.rows;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import nl.mjpmonitor.warehouse.WarehouseConnection;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Rows on their way to a table of {@code control}. */
public final class ControlRows {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final StringBuilder lines = new StringBuilder();

    /** Adds a row; its columns are written by the caller. */
    public void add(Consumer<ObjectNode> columns) {
        ObjectNode row = JSON.createObjectNode();
        columns.accept(row);
        lines.append(JSON.writeValueAsString(row)).append('\n');
    }

    /** Writes the rows that were added. */
    public void insert(WarehouseConnection connection, String table, List<String> columns) {
        byte[] rows = lines.toString().getBytes(StandardCharsets.UTF_8);
        connection.insertJson(table, columns, output -> output.write(rows));
    }

    /** A moment as a column in milliseconds takes it: seconds with three decimals. */
    public static String moment(Instant moment) {
        return "%d.%03d".formatted(moment.getEpochSecond(), moment.getNano() / 1_000_000);
    }

    /** Orders what is written about one thing. */
    public static long version(Clock clock) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
    }
}
