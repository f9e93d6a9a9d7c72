package nl.mjpmonitor.streaming;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.mjpmonitor.streaming.ChangeLog.Event;
import nl.mjpmonitor.streaming.change.ConsumedRecord;
import nl.mjpmonitor.streaming.change.EventBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A random history of one captured table, as its connector would send it, and the rows that the source holds at the end. Made from the
 * table's contract alone, so that it is there for every table. The same seed gives the same history.
 *
 * <p>Half-way the connector loses its slot: rows are changed, added and deleted that it never hears of; then comes a snapshot under a
 * higher epoch, and a deletion of each row that the snapshot did not deliver.
 */
final class TableLog {

    private static final Path CONTRACTS = Path.of("..", "ingest", "contracts");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PLACEHOLDER = "\"__debezium_unavailable_value\"";
    private static final int KEYS = 6;
    private static final int MOST_KEYS = 10;
    private static final Instant BEGIN = Instant.parse("2026-01-05T09:00:00Z");

    /** Texts that patterns of the contracts ask for; the first that matches is taken. */
    private static final List<String> TEXTS = List.of(
            "20%1$02d-01-01Z",
            "20%1$02d-01-01T10:00:00.000000Z",
            "1.%1$022d",
            "A4%1$d",
            "1.2.%1$d",
            "2019-20%1$02d",
            "%1$d",
            "word_%1$d",
            "a/b/%1$d");

    private final JsonNode contract;
    private final Random random;
    private final List<Event> events = new ArrayList<>();
    private final Map<String, ObjectNode> rows = new TreeMap<>();
    private Instant now = BEGIN;
    private long position = 10_000;
    private long epoch = 1;

    private TableLog(JsonNode contract, long seed) {
        this.contract = contract;
        this.random = new Random(seed);
    }

    /** The contracts of the tables that are captured from a log. */
    static List<Path> contracts() throws Exception {
        try (Stream<Path> files = Files.list(CONTRACTS)) {
            return files.filter(file -> file.toString().endsWith(".schema.json"))
                    .filter(file ->
                            !JSON.readTree(file).path("x-envelope").asString("").equals("flat"))
                    .sorted()
                    .toList();
        }
    }

    static TableLog random(Path contract, long seed, int steps) {
        TableLog log = new TableLog(JSON.readTree(contract), seed);
        log.addUnheard();
        log.snapshot();
        for (int step = 0; step < steps; step++) {
            log.step();
        }
        log.loseTheSlot();
        for (int step = 0; step < steps; step++) {
            log.step();
        }
        return log;
    }

    List<Event> events() {
        return Collections.unmodifiableList(events);
    }

    /** System and table. */
    String table() {
        return contract.path("x-system").asString()
                + '.'
                + contract.path("x-table").asString();
    }

    /** The rows of the source at the end, as JSON, by table and key. */
    Map<String, String> rows() {
        Map<String, String> all = new TreeMap<>();
        rows.forEach((key, row) -> all.put(table() + ' ' + key, row.toString()));
        return all;
    }

    private void step() {
        position += 10L * random.nextLong(1, 4);
        now = now.plusMillis(random.nextInt(1_000));
        ObjectNode fresh = row(random.nextInt(1, MOST_KEYS));
        String key = key(fresh).toString();
        if (!rows.containsKey(key)) {
            rows.put(key, fresh);
            add(key, "c", 1, position);
            return;
        }
        switch (random.nextInt(7)) {
            case 0 -> delete(key, 1);
            case 1 -> changeKey(key);
            case 2 -> add(key, "r", 0, position);
            case 3 -> updateFromALongTransaction(key, fresh);
            case 4 -> updateWithUnchangedValues(key, fresh);
            default -> {
                rows.put(key, fresh);
                add(key, "u", random.nextInt(1, 5), position);
            }
        }
    }

    private void delete(String key, int order) {
        add(key, "d", order, position);
        Event deletion = events.get(events.size() - 1);
        ConsumedRecord message = deletion.record();
        events.add(new Event(
                deletion.key(),
                new ConsumedRecord(message.topic(), 0, events.size(), now, message.key(), null, message.headers())));
        rows.remove(key);
    }

    private void changeKey(String key) {
        ObjectNode moved = rows.get(key).deepCopy();
        int number = random.nextInt(1, MOST_KEYS);
        contract.path("x-key").forEach(column -> moved.set(column.asString(), value(column.asString(), number)));
        String successor = key(moved).toString();
        if (rows.containsKey(successor)) {
            return;
        }
        delete(key, 1);
        rows.put(successor, moved);
        add(successor, "c", 2, position);
    }

    /** The row is read again while a transaction has it changed that commits later, though the change stands before the reading. */
    private void updateFromALongTransaction(String key, ObjectNode changed) {
        add(key, "r", 0, position);
        rows.put(key, changed);
        add(key, "u", 1, position - 500);
    }

    /** A change of other columns leaves out a large value. */
    private void updateWithUnchangedValues(String key, ObjectNode changed) {
        List<String> large = contract.path("properties")
                .propertyStream()
                .filter(property -> property.getValue().path("type").toString().contains("string"))
                .map(Map.Entry::getKey)
                .filter(column -> !isKey(column) && !rows.get(key).get(column).isNull())
                .toList();
        EventBuilder event = builder(changed, "u", 1, position);
        if (!large.isEmpty()) {
            String left = large.get(random.nextInt(large.size()));
            changed.set(left, rows.get(key).get(left));
            event.column(left, PLACEHOLDER);
        }
        rows.put(key, changed);
        add(key, event);
    }

    private void addUnheard() {
        for (int i = 0; i < KEYS; i++) {
            ObjectNode row = row(random.nextInt(1, MOST_KEYS));
            rows.put(key(row).toString(), row);
        }
    }

    private void loseTheSlot() {
        Map<String, ObjectNode> known = new LinkedHashMap<>(rows);
        known.keySet().forEach(key -> {
            if (random.nextBoolean()) {
                rows.remove(key);
            }
        });
        addUnheard();
        epoch++;
        // the log of a restored source may begin anew
        position = 5_000;
        snapshot();
        commitWhatWasOpenDuringTheSnapshot();
        known.forEach((key, row) -> {
            if (!rows.containsKey(key)) {
                add(key, builder(row, "d", 1, 0).snapshot("true").version(0, 1));
                // an application may use the key again
                if (random.nextBoolean()) {
                    position += 10;
                    rows.put(key, row);
                    add(key, "c", 1, position);
                }
            }
        });
    }

    private void snapshot() {
        rows.forEach((key, row) -> add(key, builder(row, "r", 1, position).readBySnapshot(position)));
        position += 10;
    }

    private void commitWhatWasOpenDuringTheSnapshot() {
        String key = rows.keySet().iterator().next();
        ObjectNode changed = row(1);
        key(rows.get(key)).propertyStream().forEach(column -> changed.set(column.getKey(), column.getValue()));
        rows.put(key, changed);
        add(key, builder(changed, "u", 1, 900).version(900, 1).firstInStream());
    }

    private void add(String key, String operation, int order, long place) {
        add(key, builder(rows.get(key), operation, order, place));
    }

    private void add(String key, EventBuilder event) {
        events.add(new Event(
                table() + ' ' + key, event.knownAt(now).offset(events.size()).record()));
    }

    private EventBuilder builder(ObjectNode row, String operation, int order, long place) {
        EventBuilder event = EventBuilder.of(
                        contract.path("x-system").asString(),
                        contract.path("x-schema").asString(),
                        contract.path("x-table").asString())
                .epoch(Long.toString(epoch))
                .operation(operation)
                .version(position, order)
                .lsn(place);
        row.propertyStream()
                .forEach(column ->
                        event.column(column.getKey(), column.getValue().toString()));
        key(row).propertyStream()
                .forEach(column ->
                        event.keyColumn(column.getKey(), column.getValue().toString()));
        return event;
    }

    private ObjectNode key(ObjectNode row) {
        ObjectNode key = JSON.createObjectNode();
        contract.path("x-key").forEach(column -> key.set(column.asString(), row.get(column.asString())));
        return key;
    }

    private boolean isKey(String column) {
        return contract.path("x-key")
                .valueStream()
                .anyMatch(name -> name.asString().equals(column));
    }

    /** A row that keeps the contract; its key follows from the number. */
    private ObjectNode row(int key) {
        ObjectNode row = JSON.createObjectNode();
        contract.path("properties").propertyNames().forEach(column -> {
            row.set(column, value(column, isKey(column) ? key : random.nextInt(1, 9)));
        });
        return row;
    }

    private JsonNode value(String column, int number) {
        JsonNode schema = contract.path("properties").path(column);
        String type = schema.path("type").toString();
        if (type.contains("null") && !isKey(column) && random.nextInt(4) == 0) {
            return JSON.nullNode();
        }
        if (schema.has("enum")) {
            return chosen(schema.path("enum"), number);
        }
        if (schema.has("$ref")) {
            return chosen(
                    JSON.readTree(CONTRACTS.resolve(schema.path("$ref").asString()))
                            .path("enum"),
                    number);
        }
        if (type.contains("array")) {
            return JSON.createArrayNode().add(text(schema.path("items"), number));
        }
        if (type.contains("boolean")) {
            return JSON.readTree(Boolean.toString(number % 2 == 0));
        }
        if (type.contains("integer")) {
            int highest = schema.path("maximum").asInt(Integer.MAX_VALUE);
            return JSON.readTree(Integer.toString(number > highest ? 1 + number % highest : number));
        }
        return JSON.readTree('"' + text(schema, number) + '"');
    }

    private static JsonNode chosen(JsonNode codes, int number) {
        List<JsonNode> known =
                codes.valueStream().filter(code -> !code.isNull()).toList();
        return known.get(number % known.size());
    }

    private static String text(JsonNode schema, int number) {
        if (schema.has("$ref")) {
            return chosen(
                            JSON.readTree(CONTRACTS.resolve(schema.path("$ref").asString()))
                                    .path("enum"),
                            number)
                    .asString();
        }
        String pattern = schema.path("pattern").asString("");
        return TEXTS.stream()
                .map(text -> text.formatted(number))
                .filter(text -> pattern.isEmpty() ? !text.startsWith("20") : text.matches(pattern))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No text for " + pattern));
    }
}
