package nl.mjpmonitor.ops.clickhouse.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.mjpmonitor.ops.clickhouse.chdb.ChdbException;
import nl.mjpmonitor.ops.clickhouse.chdb.ChdbInsert;
import nl.mjpmonitor.ops.clickhouse.chdb.ChdbResult;
import nl.mjpmonitor.ops.clickhouse.chdb.ChdbStream;
import nl.mjpmonitor.ops.clickhouse.gateway.EngineConnection.SettingValue;
import nl.mjpmonitor.ops.clickhouse.sql.InputFunction;
import nl.mjpmonitor.ops.clickhouse.sql.Refusal;
import nl.mjpmonitor.ops.clickhouse.sql.SqlStatement;
import nl.mjpmonitor.ops.clickhouse.sql.StatementKind;
import nl.mjpmonitor.ops.clickhouse.sql.StatementPolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one statement on one connection, in the way that suits its kind. */
final class StatementRun {

    private static final Logger LOG = LoggerFactory.getLogger(StatementRun.class);
    private static final String COMMENT_SETTING = "log_comment";
    private static final String READ_ONLY_BUT_SETTINGS = "2";
    private static final String STAGING_TABLE = "_gateway_input";
    /** An error this late in an {@code INSERT … SELECT} must not leave the staged rows behind in a session. */
    private static final byte[] DROP_STAGING = utf8("DROP TEMPORARY TABLE IF EXISTS " + STAGING_TABLE);

    private final EngineConnection connection;
    private final StatementRequest request;
    private final RunningStatement mine;
    private final RunningStatements running;
    private final Answer answer;

    StatementRun(
            EngineConnection connection,
            StatementRequest request,
            RunningStatement mine,
            RunningStatements running,
            Answer answer) {
        this.connection = connection;
        this.request = request;
        this.mine = mine;
        this.running = running;
        this.answer = answer;
    }

    /** Runs it on a connection that is closed afterwards. */
    StatementTotals onItsOwn() throws ClickHouseError, ChdbException, IOException {
        prepare();
        return route();
    }

    /** Runs it in a session: settings and database of the request end with it, those the statement itself changes stay. */
    StatementTotals inSession() throws ClickHouseError, ChdbException, IOException {
        Map<String, SettingValue> settings =
                connection.current(request.settings().keySet());
        String database = connection.currentDatabase();
        try {
            prepare();
            return route();
        } finally {
            restore(settings, database);
        }
    }

    private void restore(Map<String, SettingValue> settings, String database) {
        boolean keepsChange = request.text().statement().kind() == StatementKind.SESSION;
        try {
            connection.set(settings);
            if (request.database().isPresent() && !keepsChange) {
                connection.use(database);
            }
        } catch (ChdbException impossible) {
            // the statement dropped the database, or made the session read-only: the client has asked for it
            LOG.debug("Session of {} stays as the statement left it", request.queryId(), impossible);
        }
    }

    private void prepare() throws ClickHouseError, ChdbException {
        if (request.database().isPresent()) {
            connection.use(request.database().get());
        }
        Map<String, SettingValue> settings = new LinkedHashMap<>();
        request.settings().forEach((name, value) -> settings.put(name, SettingValue.of(value)));
        settings.put(COMMENT_SETTING, SettingValue.of(mine.comment()));
        // once it is set, nothing else can be
        SettingValue readOnly = settings.remove("readonly");
        if (request.mayOnlyRead() && request.session().isEmpty()) {
            readOnly = SettingValue.of(READ_ONLY_BUT_SETTINGS);
        }
        connection.set(settings);
        if (readOnly != null) {
            connection.set(Map.of("readonly", readOnly));
        }
        mine.throwIfCancelled();
    }

    private StatementTotals route() throws ClickHouseError, ChdbException, IOException {
        StatementText text = request.text();
        SqlStatement statement = text.statement();
        if (statement.kind() == StatementKind.KILL_QUERY) {
            return kill(statement);
        }
        if (statement.callsInput()) {
            return insertSelect(text);
        }
        if (text.data().isPresent() && !statement.isInsertSelect()) {
            return insert(text.sql(), format(statement), text.data().get());
        }
        OutputFormat format = statement
                .outputFormat()
                .map(OutputFormat::new)
                .orElse(request.encoding().defaultFormat());
        boolean streams = statement.kind() == StatementKind.SELECT
                && format.isStreamable()
                && !request.encoding().whole();
        return streams ? stream(format) : whole(text.sql(), format);
    }

    private StatementTotals stream(OutputFormat format) throws ClickHouseError, ChdbException, IOException {
        StatementTotals totals = StatementTotals.NONE;
        boolean begun = false;
        try (ChdbStream chunks = connection.statements().stream(
                request.text().sql(), request.encoding().defaultFormat().name(), request.parameters())) {
            while (true) {
                try (ChdbResult chunk = chunks.next()) {
                    totals = totals.and(chunk);
                    if (!begun) {
                        begin(format, totals);
                    }
                    if (chunk.length() == 0) {
                        break;
                    }
                    answer.write(chunk, begun ? format.headerLength(chunk) : 0);
                    begun = true;
                }
                mine.throwIfCancelled();
            }
        }
        answer.end(totals);
        return totals;
    }

    private StatementTotals whole(byte[] sql, OutputFormat format) throws ClickHouseError, ChdbException, IOException {
        try (ChdbResult result = connection
                .statements()
                .query(sql, request.encoding().defaultFormat().name(), request.parameters())) {
            StatementTotals totals = StatementTotals.NONE.and(result);
            begin(format, totals);
            answer.write(result, 0);
            answer.end(totals);
            return totals;
        }
    }

    private StatementTotals insert(byte[] sql, String format, InputStream data)
            throws ClickHouseError, ChdbException, IOException {
        StatementTotals totals = append(sql, format, data, request.parameters());
        begin(request.encoding().defaultFormat(), totals);
        answer.end(totals);
        return totals;
    }

    private StatementTotals append(byte[] sql, String format, InputStream data, Map<String, String> parameters)
            throws ClickHouseError, ChdbException, IOException {
        try (ChdbInsert insert = connection.statements().insert(sql, format, parameters)) {
            insert.append(data);
            mine.throwIfCancelled();
            try (ChdbResult written = insert.finish()) {
                return StatementTotals.NONE.and(written);
            }
        }
    }

    /**
     * The engine does not read {@code input()} from a stream, and silently inserts nothing when the data is in the statement. The data
     * is therefore staged in a temporary table that takes the place of the function.
     */
    private StatementTotals insertSelect(StatementText text) throws ClickHouseError, ChdbException, IOException {
        InputFunction input = text.statement()
                .inputFunction()
                .orElseThrow(() -> ClickHouseError.badRequest(
                        "The embedded engine takes only input('column type, …') with its structure as a literal"));
        InputStream data = text.data()
                .orElseThrow(() -> ClickHouseError.badRequest(
                        "INSERT … SELECT … FROM input(…) needs a FORMAT clause other than Values and data after it"));
        Optional<Refusal> refusal =
                StatementPolicy.checkValues(utf8(input.structure()), 0, utf8(input.structure()).length);
        if (refusal.isPresent()) {
            throw ClickHouseError.of(refusal.get());
        }
        try {
            execute(utf8("CREATE TEMPORARY TABLE " + STAGING_TABLE + " (" + input.structure() + ") ENGINE = Memory"));
            append(utf8("INSERT INTO " + STAGING_TABLE), format(text.statement()), data, Map.of());
            return whole(replaced(text.sql(), input), request.encoding().defaultFormat());
        } finally {
            execute(DROP_STAGING);
        }
    }

    private StatementTotals kill(SqlStatement statement) throws ClickHouseError, ChdbException, IOException {
        List<String> ids = statement.killedQueryIds();
        if (ids.isEmpty()) {
            throw ClickHouseError.of(
                    48,
                    "NOT_IMPLEMENTED",
                    "The embedded engine only takes KILL QUERY WHERE query_id = '…' or query_id IN ('…', …)");
        }
        List<String> rows = new ArrayList<>();
        for (String id : ids) {
            running.find(id).filter(found -> found != mine).ifPresent(found -> {
                found.cancel();
                rows.add("('waiting', " + EngineConnection.literal(id) + ", " + EngineConnection.literal(found.user())
                        + ", " + EngineConnection.literal(found.text()) + ")");
            });
        }
        String values = rows.isEmpty() ? "" : ", " + String.join(", ", rows);
        String answered = "SELECT * FROM values('kill_status String, query_id String, user String, query String'"
                + (rows.isEmpty() ? ", ('', '', '', '')) WHERE 0" : values + ")");
        OutputFormat format = statement
                .outputFormat()
                .map(OutputFormat::new)
                .orElse(request.encoding().defaultFormat());
        return whole(utf8(answered + " FORMAT " + format.name()), format);
    }

    private void begin(OutputFormat format, StatementTotals totals) throws IOException {
        Optional<String> timeZone = Optional.ofNullable(request.settings().get("session_timezone"));
        answer.begin(request.encoding(), format, timeZone.filter(zone -> !zone.isEmpty()), totals);
    }

    private void execute(byte[] sql) throws ChdbException {
        connection.statements().query(sql, "Null", Map.of()).close();
    }

    private static String format(SqlStatement statement) {
        return statement.insertData().orElseThrow().format();
    }

    private static byte[] replaced(byte[] sql, InputFunction input) {
        ByteArrayOutputStream staged = new ByteArrayOutputStream(sql.length);
        staged.write(sql, 0, input.start());
        staged.writeBytes(utf8(STAGING_TABLE));
        staged.write(sql, input.end(), sql.length - input.end());
        return staged.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
