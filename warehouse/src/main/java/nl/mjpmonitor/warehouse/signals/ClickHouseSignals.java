package nl.mjpmonitor.warehouse.signals;

import com.clickhouse.client.api.query.GenericRecord;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.mjpmonitor.warehouse.WarehouseConnection;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.catalogue.LocalizedText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@link Signals} out of {@code mart.signal_current}. Signals of rules that are no more are left out. */
public final class ClickHouseSignals implements Signals {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String COLUMNS = """
            SELECT signal_id, rule_id, subject, area_code, period, toUnixTimestamp64Milli(opened_at) AS opened_millis,
                ifNull(toUnixTimestamp64Milli(over_at), -1) AS over_millis, toJSONString(figures) AS figures_json,
                sentence_nl, sentence_en, toUnixTimestamp64Milli(known_at) AS known_millis
            FROM mart.signal_current
            WHERE rule_id IN {rules:Array(String)}
            """;

    private final WarehouseConnection connection;

    public ClickHouseSignals(WarehouseConnection connection) {
        this.connection = connection;
    }

    @Override
    public List<Signal> newest() {
        return query("ORDER BY state = 'open' DESC, known_at DESC, signal_id LIMIT " + MOST, Map.of()).stream()
                .sorted((one, other) -> other.knownAt().compareTo(one.knownAt()))
                .toList();
    }

    @Override
    public Optional<Signal> find(SignalId id) {
        return query("AND signal_id = {id:String}", Map.of("id", id.value())).stream()
                .findFirst();
    }

    private List<Signal> query(String ending, Map<String, Object> parameters) {
        Map<String, Object> all = new HashMap<>(parameters);
        all.put(
                "rules",
                Arrays.stream(SignalRule.values())
                        .map(rule -> "'" + rule.id() + "'")
                        .collect(Collectors.joining(",", "[", "]")));
        return connection.query("Query of the signals", COLUMNS + ending, all, ClickHouseSignals::signal);
    }

    private static Signal signal(GenericRecord row) {
        long over = row.getLong("over_millis");
        return new Signal(
                new SignalId(row.getString("signal_id")),
                SignalRule.of(row.getString("rule_id")).orElseThrow(),
                row.getString("subject"),
                new AreaCode(row.getString("area_code")),
                row.getString("period"),
                Instant.ofEpochMilli(row.getLong("opened_millis")),
                over < 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(over)),
                figures(row.getString("figures_json")),
                new LocalizedText(row.getString("sentence_nl"), row.getString("sentence_en")),
                Instant.ofEpochMilli(row.getLong("known_millis")));
    }

    private static Map<String, String> figures(String json) {
        Map<String, String> figures = new HashMap<>();
        for (Map.Entry<String, JsonNode> figure : JSON.readTree(json).properties()) {
            figures.put(figure.getKey(), figure.getValue().asString(""));
        }
        return figures;
    }
}
