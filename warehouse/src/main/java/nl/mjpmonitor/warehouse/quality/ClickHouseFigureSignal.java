package nl.mjpmonitor.warehouse.quality;

import java.util.Map;
import java.util.stream.Collectors;
import nl.mjpmonitor.warehouse.WarehouseConnection;

/** {@link FigureSignal} out of the tables that figures are made of. */
public final class ClickHouseFigureSignal implements FigureSignal {

    /**
     * The sum of the digests of rows tells which rows there are, not only how many: what is written at the same time as others are
     * merged away cannot make up for them.
     */
    private static final String TOKENS = """
        SELECT
            '%1$s' AS store,
            toString(measure) AS name,
            concat(toString(count()), '-', toString(sum(cityHash64(area_code, month, known_at, change_count)))) AS token
        FROM %1$s
        GROUP BY measure
        UNION ALL
        SELECT
            '%2$s' AS store,
            concat(source_system, '.', source_table) AS name,
            concat(toString(count()), '-', toString(sum(cityHash64(key, _version, _known_at)))) AS token
        FROM %2$s
        GROUP BY source_system, source_table
        """.formatted(FigureSource.COUNTS, FigureSource.CASEWORK);

    private record Row(FigureSource source, String token) {}

    private final WarehouseConnection connection;
    private final ChangeSignal whole;

    /** Asks over this connection. */
    public ClickHouseFigureSignal(WarehouseConnection connection) {
        this.connection = connection;
        this.whole = ClickHouseChangeSignal.ofFigures(connection);
    }

    @Override
    public String current() {
        return whole.current();
    }

    @Override
    public FigureTokens tokens() {
        return new FigureTokens(connection
                .query(
                        "Query of the change signals of sources",
                        TOKENS,
                        Map.of(),
                        row -> new Row(
                                new FigureSource(row.getString("store"), row.getString("name")),
                                row.getString("token")))
                .stream()
                .collect(Collectors.toMap(Row::source, Row::token)));
    }
}
