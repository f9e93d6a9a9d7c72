package nl.mjpmonitor.ingest.opendata;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** A service with one table, in version 3 or 4, that pages, and that misbehaves when told to. */
final class FakeODataServer implements AutoCloseable {
    static final String TABLE = "47022NED";

    /** What can go wrong with a request. */
    enum Fault {
        NONE,
        THROTTLED,
        BUSY,
        BROKEN,
        CUT_OFF,
        CUT_OFF_JSON,
        MAINTENANCE_PAGE,
        HANGING,
        GONE
    }

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern EQUALS = Pattern.compile("(\\w+) eq '((?:[^']|'')*)'");
    private static final Pattern STARTS = Pattern.compile("startswith\\((\\w+),'([^']*)'\\)");

    private final HttpServer http;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final int version;
    private final List<Map<String, Object>> rows = new ArrayList<>();
    private final Map<String, List<Map<String, Object>>> codes = new LinkedHashMap<>();
    private final Queue<Fault> faults = new ArrayDeque<>();
    private final List<URI> requests = Collections.synchronizedList(new ArrayList<>());
    private Supplier<Fault> misfortune = () -> Fault.NONE;
    private String modified = "2026-01-15T02:00:00";
    private String missingDefault = "Missing";
    private String measure = "GeregistreerdeMisdrijven_1";
    private int pageSize = 3;
    private boolean announcesRows;
    private boolean linksPages = true;
    private String retryAfter = "0";
    private Runnable beforePage = () -> {};
    private String foreignLink = "";

    FakeODataServer(int version) {
        this.version = version;
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        http.setExecutor(threads);
        http.createContext("/", this::handle);
        http.start();
    }

    String address() {
        return "http://127.0.0.1:" + http.getAddress().getPort() + (version == 4 ? "/odata/v1" : "");
    }

    List<URI> requests() {
        return List.copyOf(requests);
    }

    List<URI> dataRequests() {
        return requests().stream().filter(FakeODataServer::isData).toList();
    }

    void forgetRequests() {
        requests.clear();
    }

    synchronized FakeODataServer pageSize(int size) {
        pageSize = size;
        return this;
    }

    synchronized FakeODataServer announcingRows() {
        announcesRows = true;
        return this;
    }

    synchronized FakeODataServer withoutLinks() {
        linksPages = false;
        return this;
    }

    synchronized void linkTo(String elsewhere) {
        foreignLink = elsewhere;
    }

    synchronized void missingDefault(String text) {
        missingDefault = text;
    }

    synchronized void renameMeasure(String name) {
        measure = name;
    }

    synchronized void retryAfter(String text) {
        retryAfter = text;
    }

    synchronized void fail(Fault... next) {
        faults.addAll(Arrays.asList(next));
    }

    synchronized void misfortune(Supplier<Fault> supplier) {
        misfortune = supplier;
    }

    /** Something that happens before a page is answered. */
    synchronized void beforePage(Runnable action) {
        beforePage = action;
    }

    /** A code with the padding of the source; the source says nothing special of it. */
    synchronized FakeODataServer code(String column, String key) {
        return code(column, key, "", "Definitief");
    }

    synchronized FakeODataServer code(String column, String key, String title, String status) {
        codes.computeIfAbsent(column, name -> new ArrayList<>())
                .add(new LinkedHashMap<>(Map.of("Key", key, "Identifier", key, "Title", title, "Status", status)));
        return this;
    }

    synchronized void removeCode(String column, String key) {
        codes.get(column).removeIf(code -> code.get("Key").equals(key));
    }

    /** A row of registered offences; codes with padding. */
    synchronized FakeODataServer offences(String kind, String area, String period, Object count) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("ID", rows.size());
        row.put("SoortMisdrijf", kind);
        row.put("WijkenEnBuurten", area);
        row.put("Perioden", period);
        row.put(measure, count);
        return row(row);
    }

    synchronized FakeODataServer row(Map<String, Object> row) {
        rows.add(new LinkedHashMap<>(row));
        return this;
    }

    synchronized void removeRows(String column, String code) {
        rows.removeIf(row -> code.equals(row.get(column)));
    }

    synchronized void removeRow(String kind, String area, String period) {
        rows.removeIf(row -> matches(row, kind, area, period));
    }

    synchronized void revise(String kind, String area, String period, Object count) {
        rows.stream().filter(row -> matches(row, kind, area, period)).forEach(row -> row.put(measure, count));
    }

    synchronized List<Map<String, Object>> rows() {
        return rows.stream().map(LinkedHashMap::new).collect(Collectors.toCollection(ArrayList::new));
    }

    synchronized void replaceRows(List<Map<String, Object>> replacement) {
        rows.clear();
        replacement.forEach(row -> rows.add(new LinkedHashMap<>(row)));
    }

    private static boolean matches(Map<String, Object> row, String kind, String area, String period) {
        return row.get("SoortMisdrijf").equals(kind)
                && row.get("WijkenEnBuurten").equals(area)
                && row.get("Perioden").equals(period);
    }

    /** Publishes a new edition. */
    synchronized void publish(String moment) {
        modified = moment;
    }

    private static boolean isData(URI request) {
        return (request.getPath().endsWith("/TypedDataSet") || request.getPath().endsWith("/Observations"));
    }

    private void handle(HttpExchange exchange) throws IOException {
        URI request = exchange.getRequestURI();
        requests.add(request);
        Fault fault;
        synchronized (this) {
            Fault scripted = faults.poll();
            fault = scripted == null ? misfortune.get() : scripted;
        }
        switch (fault) {
            case NONE -> answer(exchange, 200, body(request));
            case THROTTLED -> {
                exchange.getResponseHeaders().add("Retry-After", retryAfter);
                answer(exchange, 429, "slow down");
            }
            case BUSY -> answer(exchange, 503, "back soon");
            case BROKEN -> answer(exchange, 500, "oops");
            case GONE -> answer(exchange, 404, "never heard of it");
            case MAINTENANCE_PAGE -> answer(exchange, 200, "<html><body>Onderhoud</body></html>");
            case CUT_OFF_JSON -> {
                String whole = body(request);
                answer(exchange, 200, whole.substring(0, whole.length() / 2));
            }
            case CUT_OFF -> {
                byte[] whole = body(request).getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, whole.length + 10L);
                exchange.getResponseBody().write(whole);
                exchange.close();
            }
            case HANGING -> {
                try {
                    closing.await();
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
                exchange.close();
            }
        }
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private String body(URI request) {
        if (isData(request)) {
            Runnable action;
            synchronized (this) {
                action = beforePage;
            }
            action.run();
        }
        synchronized (this) {
            String path = request.getPath();
            String last = path.substring(path.lastIndexOf('/') + 1);
            return switch (last) {
                case "TableInfos" -> value(List.of(Map.of("Identifier", TABLE, "Modified", modified)));
                case "Properties" ->
                    JSON.writeValueAsString(Map.of(
                            "Identifier",
                            TABLE,
                            "ObservationsModified",
                            modified + "Z",
                            "ObservationCount",
                            rows.size()));
                case "$count" -> "\ufeff" + rows.size();
                case "DataProperties" -> value(structure());
                case "MeasureCodes" -> value(List.of(Map.of("Identifier", measure, "Unit", "aantal")));
                case "TypedDataSet", "Observations" -> page(request);
                default -> value(codes.getOrDefault(last.replaceAll("Codes$", ""), List.of()));
            };
        }
    }

    private List<Map<String, Object>> structure() {
        Set<String> columns = new LinkedHashSet<>();
        rows.forEach(row -> columns.addAll(row.keySet()));
        columns.remove("ID");
        columns.remove("GeregistreerdeMisdrijven_1");
        columns.add(measure);
        return columns.stream()
                .map(column -> {
                    Map<String, Object> property = new LinkedHashMap<>();
                    property.put("Key", column);
                    if (column.equals(measure)) {
                        property.put("Type", "Topic");
                        property.put("Default", missingDefault);
                    }
                    return property;
                })
                .toList();
    }

    private String value(List<?> values) {
        return JSON.writeValueAsString(Map.of(prefix("metadata"), "…", "value", values));
    }

    private String prefix(String name) {
        return (version == 4 ? "@odata." : "odata.") + name;
    }

    private String page(URI request) {
        Map<String, String> query = query(request);
        List<Map<String, Object>> selected = rows.stream()
                .filter(row -> isSelected(row, query.get("$filter")))
                .toList();
        int skip = Integer.parseInt(query.getOrDefault("$skip", "0"));
        int top = Math.min(pageSize, Integer.parseInt(query.getOrDefault("$top", "1000000")));
        int end = Math.min(selected.size(), skip + top);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put(prefix("metadata"), "…");
        if (announcesRows) {
            answer.put(prefix("count"), version == 4 ? selected.size() : String.valueOf(selected.size()));
        }
        answer.put("value", selected.subList(Math.min(skip, selected.size()), end));
        if (linksPages && end < selected.size()) {
            answer.put(prefix("nextLink"), foreignLink.isEmpty() ? link(request, end) : foreignLink);
        }
        return JSON.writeValueAsString(answer);
    }

    /** The real service repeats the query and leaves its spaces unescaped. */
    private String link(URI request, int skip) {
        String query = request.getQuery().replaceAll("&?\\$skip=\\d+", "");
        return "http://127.0.0.1:" + http.getAddress().getPort() + request.getPath() + "?" + query + "&$skip=" + skip;
    }

    private static Map<String, String> query(URI request) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String part : request.getQuery().split("&", -1)) {
            int equals = part.indexOf('=');
            query.put(part.substring(0, equals), part.substring(equals + 1));
        }
        return query;
    }

    private static boolean isSelected(Map<String, Object> row, String filter) {
        return filter == null
                || Arrays.stream(filter.split(" and ", -1))
                        .allMatch(all -> Arrays.stream(all.split(" or ", -1)).anyMatch(any -> isTrue(row, any)));
    }

    private static boolean isTrue(Map<String, Object> row, String term) {
        Matcher equals = EQUALS.matcher(term);
        if (equals.find()) {
            return equals.group(2).replace("''", "'").equals(row.get(equals.group(1)));
        }
        Matcher starts = STARTS.matcher(term);
        if (starts.find()) {
            return String.valueOf(row.get(starts.group(1))).startsWith(starts.group(2));
        }
        throw new IllegalArgumentException("The fake does not understand " + term);
    }

    @Override
    public void close() {
        closing.countDown();
        http.stop(0);
        threads.shutdownNow();
    }
}
