package nl.mjpmonitor.warehouse;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.DataStreamWriter;
import com.clickhouse.client.api.ServerException;
import com.clickhouse.client.api.command.CommandSettings;
import com.clickhouse.client.api.insert.InsertSettings;
import com.clickhouse.client.api.query.GenericRecord;
import com.clickhouse.client.api.query.QuerySettings;
import com.clickhouse.data.ClickHouseFormat;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A connection to the ClickHouse engine, safe for use by many threads.
 *
 * <p>Opening one does not contact the engine. Statements take their values as bound parameters ({@code {name:Type}}),
 * never as text in the statement. Every failure is a {@link WarehouseException} that names the operation and ClickHouse's
 * error code, never a value: ClickHouse quotes values in its messages, so those are left out.
 */
public final class WarehouseConnection implements AutoCloseable {

    private static final Pattern JDBC_URL =
            Pattern.compile("jdbc:(?:clickhouse|ch):(?:(https?):)?//([^/?#]+)(?:[/?#].*)?");
    private static final Pattern HTTP_URL = Pattern.compile("(https?)://([^/?#]+)/?");
    private static final Pattern ERROR_NAME = Pattern.compile("\\(([A-Z][A-Z0-9_]+)\\)\\s*\\(version ");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Below the number of connections that the client opens to one engine. */
    private static final int ASKED_AT_ONCE = 8;

    private static final long IDLE_SECONDS = 30;

    private final Client client;
    private final ExecutorService asking;

    private WarehouseConnection(Client client) {
        this.client = client;
        this.asking = askingThreads();
    }

    /**
     * Opens a connection.
     *
     * @param url {@code jdbc:clickhouse://host:port} or {@code http://host:port}
     * @throws IllegalArgumentException when the URL has another form
     */
    public static WarehouseConnection open(String url, String user, String password) {
        return open(url, user, password, PATIENCE);
    }

    /**
     * Opens a connection for statements that take long.
     *
     * @param patience how long a statement may keep silent before it fails
     * @throws IllegalArgumentException when the URL has another form
     */
    public static WarehouseConnection open(String url, String user, String password, Duration patience) {
        Client client = new Client.Builder()
                .addEndpoint(endpoint(url))
                .setUsername(user)
                .setPassword(password)
                .setDefaultDatabase("default")
                .setClientName("mjp-monitor")
                .useTimeZone("UTC")
                .setConnectTimeout(5, ChronoUnit.SECONDS)
                .setSocketTimeout(patience.toMillis(), ChronoUnit.MILLIS)
                .build();
        return new WarehouseConnection(client);
    }

    /** Whether the engine answers within two seconds. */
    public boolean isReachable() {
        return client.ping(2_000);
    }

    /**
     * Runs a statement that returns no rows.
     *
     * @param operation what is being done, for the exception's message
     */
    public void execute(String operation, String sql, Map<String, Object> parameters) {
        await(operation, () -> client.execute(sql, parameters, new CommandSettings()));
    }

    /**
     * Runs a query and maps each row.
     *
     * @param operation what is being asked, for the exception's message
     */
    public <T> List<T> query(
            String operation, String sql, Map<String, Object> parameters, Function<GenericRecord, T> mapper) {
        return attempt(operation, () -> client.queryAll(sql, parameters, new QuerySettings())).stream()
                .map(mapper)
                .toList();
    }

    /**
     * Begins a query and does not wait for it, so that several are answered at once; beyond {@value #ASKED_AT_ONCE} of all callers
     * together they wait for each other. Otherwise as {@link #query}; its failure is told by the answer.
     *
     * @param operation what is being asked, for the exception's message
     */
    public <T> WarehouseAnswer<T> ask(
            String operation, String sql, Map<String, Object> parameters, Function<GenericRecord, T> mapper) {
        return new WarehouseAnswer<>(operation, asking.submit(() -> query(operation, sql, parameters, mapper)));
    }

    /**
     * Inserts rows in RowBinary; they are all there when this returns, or it throws and some may be.
     *
     * <p>Inserts are synchronous, whatever the engine's default. The tables keep no deduplication window, so a block that
     * was written before is written again and not dropped unseen.
     *
     * @param table qualified name, from this module and never from a user
     */
    public void insertRowBinary(String table, List<String> columns, DataStreamWriter rows) {
        InsertSettings settings = new InsertSettings().serverSetting("async_insert", "0");
        await("Insert into " + table, () -> client.insert(table, columns, rows, ClickHouseFormat.RowBinary, settings));
    }

    /**
     * Inserts rows that are written as JSON objects, one a line; otherwise as {@link #insertRowBinary}.
     *
     * @param table qualified name, from this module and never from a user
     */
    public void insertJson(String table, List<String> columns, DataStreamWriter rows) {
        InsertSettings settings = new InsertSettings().serverSetting("async_insert", "0");
        await(
                "Insert into " + table,
                () -> client.insert(table, columns, rows, ClickHouseFormat.JSONEachRow, settings));
    }

    @Override
    public void close() {
        asking.shutdownNow();
        client.close();
    }

    private static ExecutorService askingThreads() {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                ASKED_AT_ONCE, ASKED_AT_ONCE, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "warehouse-query");
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    private static String endpoint(String url) {
        Matcher jdbc = JDBC_URL.matcher(url);
        if (jdbc.matches()) {
            return (jdbc.group(1) == null ? "http" : jdbc.group(1)) + "://" + jdbc.group(2);
        }
        Matcher http = HTTP_URL.matcher(url);
        if (http.matches()) {
            return http.group(1) + "://" + http.group(2);
        }
        throw new IllegalArgumentException("The ClickHouse URL must look like jdbc:clickhouse://127.0.0.1:8123");
    }

    private static void await(String operation, Call<? extends Future<? extends AutoCloseable>> call) {
        attempt(operation, () -> {
            call.run().get().close();
            return true;
        });
    }

    private static <T> T attempt(String operation, Call<T> call) {
        try {
            return call.run();
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new WarehouseException(operation + " was interrupted", interruption);
        } catch (Exception failure) {
            throw refusal(operation, failure);
        }
    }

    private static WarehouseException refusal(String operation, Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ServerException refused) {
                return new WarehouseException(
                        operation + " was refused by ClickHouse with error " + refused.getCode() + errorName(refused));
            }
        }
        return new WarehouseException(operation + " did not reach ClickHouse", failure);
    }

    /** ClickHouse ends its message with the error's symbol and its own version; all before them may quote values. */
    private static String errorName(ServerException refused) {
        Matcher matcher = ERROR_NAME.matcher(Objects.requireNonNullElse(refused.getMessage(), ""));
        String name = "";
        while (matcher.find()) {
            name = " " + matcher.group(1);
        }
        return name;
    }

    private interface Call<T> {
        T run() throws Exception;
    }
}
