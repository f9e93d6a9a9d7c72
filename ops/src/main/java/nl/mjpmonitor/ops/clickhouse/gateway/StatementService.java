package nl.mjpmonitor.ops.clickhouse.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import nl.mjpmonitor.ops.clickhouse.chdb.ChdbException;
import nl.mjpmonitor.ops.clickhouse.sql.Refusal;
import nl.mjpmonitor.ops.clickhouse.sql.SqlStatement;
import nl.mjpmonitor.ops.clickhouse.sql.StatementPolicy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes one request for a statement from its arrival to its answer and its line in the query log. */
final class StatementService {

    private static final Logger LOG = LoggerFactory.getLogger(StatementService.class);
    private static final int LOGGED_CHARACTERS = 4000;

    private final Engine engine;
    private final StatementReader reader;
    private final Sessions sessions;
    private final RunningStatements running;
    private final QueryLog log;
    private final GatewayMetrics metrics;

    StatementService(
            Engine engine,
            StatementReader reader,
            Sessions sessions,
            RunningStatements running,
            QueryLog log,
            GatewayMetrics metrics) {
        this.engine = engine;
        this.reader = reader;
        this.sessions = sessions;
        this.running = running;
        this.log = log;
        this.metrics = metrics;
    }

    void handle(Exchange exchange) {
        RequestParameters parameters = new RequestParameters(exchange.parameters());
        String queryId = StatementReader.queryId(exchange, parameters);
        Answer answer = new Answer(exchange, queryId, engine.version());
        Course course = new Course(queryId);
        try {
            course.request = reader.read(exchange, parameters, queryId);
            course.totals = run(exchange, course.request, answer);
        } catch (ClickHouseError error) {
            fail(exchange, answer, course, error);
        } catch (ChdbException error) {
            fail(exchange, answer, course, ClickHouseError.of(error));
        } catch (IOException error) {
            fail(exchange, answer, course, ofBrokenTransfer(queryId, error));
        } catch (RuntimeException error) {
            LOG.error("Statement {} failed in the gateway", queryId, error);
            fail(exchange, answer, course, ClickHouseError.unexpected(error));
        } finally {
            record(course);
        }
    }

    private StatementTotals run(Exchange exchange, StatementRequest request, Answer answer)
            throws ClickHouseError, ChdbException, IOException {
        refuse(request);
        SqlStatement statement = request.text().statement();
        try (RunningStatement mine = running.begin(request.queryId(), request.user(), logged(request), exchange)) {
            if (statement.kind().isReadOnly()) {
                exchange.whenClientGone(mine::cancel);
            }
            if (request.session().isPresent()) {
                try (Sessions.Session session =
                        sessions.acquire(request.session().get())) {
                    return new StatementRun(session.connection(), request, mine, running, answer).inSession();
                }
            }
            try (EngineConnection connection = engine.connect()) {
                return new StatementRun(connection, request, mine, running, answer).onItsOwn();
            }
        }
    }

    private static void refuse(StatementRequest request) throws ClickHouseError {
        SqlStatement statement = request.text().statement();
        Optional<Refusal> refusal = StatementPolicy.check(statement);
        if (refusal.isEmpty()
                && statement.insertData().filter(data -> data.isSqlText()).isPresent()) {
            byte[] sql = request.text().sql();
            refusal = StatementPolicy.checkValues(
                    sql, statement.insertData().get().start(), sql.length);
        }
        if (refusal.isPresent()) {
            throw ClickHouseError.of(refusal.get());
        }
        switch (statement.kind()) {
            case EMPTY -> throw ClickHouseError.of(62, "SYNTAX_ERROR", "Syntax error: Empty query");
            case INSERT, KILL_QUERY, CHANGE -> {
                if (request.mayOnlyRead()) {
                    throw ClickHouseError.of(
                            164,
                            "READONLY",
                            "Cannot execute query in readonly mode. For queries over HTTP, method GET"
                                    + " implies readonly. You should use method POST for modifying queries");
                }
            }
            case SELECT, INSPECT, SESSION -> {
                // may be asked in any way
            }
        }
    }

    private static void fail(Exchange exchange, Answer answer, Course course, ClickHouseError error) {
        course.error = error;
        if (exchange.isClientGone()) {
            exchange.abort();
            return;
        }
        drain(exchange);
        answer.fail(error);
    }

    /** Reads what the client still sends: it only looks at the answer when it has sent everything. */
    private static void drain(Exchange exchange) {
        try (InputStream rest = exchange.requestBody()) {
            long _ = rest.transferTo(OutputStream.nullOutputStream());
        } catch (IOException gone) {
            LOG.trace("The rest of the request did not arrive", gone);
        }
    }

    private static ClickHouseError ofBrokenTransfer(String queryId, IOException broken) {
        if (broken instanceof ClientGoneException) {
            return ClickHouseError.of(210, "NETWORK_ERROR", "The client closed the connection");
        }
        if (broken instanceof StatementCancelledException) {
            return ClickHouseError.cancelled();
        }
        LOG.debug("Statement {} broke off", queryId, broken);
        return ClickHouseError.of(
                271, "CANNOT_DECOMPRESS", "The data of the request cannot be read: " + broken.getMessage());
    }

    private static String logged(StatementRequest request) {
        byte[] sql = request.text().sql();
        int end = request.text()
                .statement()
                .insertData()
                .map(data -> data.statementEnd())
                .orElse(sql.length);
        String text = new String(sql, 0, Math.min(end, LOGGED_CHARACTERS), StandardCharsets.UTF_8);
        return text.strip();
    }

    private void record(Course course) {
        StatementRequest request = course.request;
        if (request == null) {
            return;
        }
        ClickHouseError error = course.error;
        long nanoseconds = System.nanoTime() - course.started;
        metrics.ended(request.text().statement().kind(), state(error), nanoseconds, course.totals);
        log.add(new QueryLogEntry(
                Instant.now().truncatedTo(ChronoUnit.MILLIS).toString(),
                course.queryId,
                request.user(),
                request.session().map(SessionRequest::id).orElse(""),
                request.text().statement().kind().name(),
                logged(request),
                nanoseconds / 1_000_000,
                course.totals.readRows(),
                course.totals.writtenRows(),
                course.totals.resultBytes(),
                state(error),
                error == null ? 0 : error.code(),
                error == null ? "" : shortened(String.valueOf(error.getMessage()))));
    }

    private static String state(@Nullable ClickHouseError error) {
        if (error == null) {
            return "finished";
        }
        return error.isCancellation() ? "cancelled" : "failed";
    }

    private static String shortened(String text) {
        return text.length() <= LOGGED_CHARACTERS ? text : text.substring(0, LOGGED_CHARACTERS);
    }

    /** What is known of a request while it is handled. */
    private static final class Course {

        private final String queryId;
        private final long started = System.nanoTime();
        private @Nullable StatementRequest request;
        private @Nullable ClickHouseError error;
        private StatementTotals totals = StatementTotals.NONE;

        Course(String queryId) {
            this.queryId = queryId;
        }
    }
}
