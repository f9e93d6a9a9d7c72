package nl.mjpmonitor.ops.clickhouse.gateway;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.HttpData;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder;
import io.netty.handler.codec.http.multipart.InterfaceHttpData;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.mjpmonitor.ops.clickhouse.sql.Refusal;
import nl.mjpmonitor.ops.clickhouse.sql.StatementPolicy;

/** Reads a request for a statement from an exchange: who asks, what, in which session, how the answer is wanted. */
final class StatementReader {

    private static final int MAXIMUM_QUERY_ID = 256;

    private final Engine engine;
    private final Credentials credentials;

    StatementReader(Engine engine, Credentials credentials) {
        this.engine = engine;
        this.credentials = credentials;
    }

    /** The id of the statement, known before anything can go wrong with it. */
    static String queryId(Exchange exchange, RequestParameters parameters) {
        return parameters
                .value("query_id")
                .or(() -> exchange.header("X-ClickHouse-Query-Id"))
                .filter(id -> id.length() <= MAXIMUM_QUERY_ID
                        && id.chars().noneMatch(character -> character < ' ' || character > '~'))
                .orElseGet(() -> UUID.randomUUID().toString());
    }

    StatementRequest read(Exchange exchange, RequestParameters parameters, String queryId)
            throws IOException, ClickHouseError {
        String user = credentials.verify(exchange, parameters);
        InputStream body = decodedBody(exchange, parameters);
        if (isForm(exchange)) {
            parameters.addFromForm(form(exchange, body));
            body = InputStream.nullInputStream();
        }
        if (parameters.asksForRole()) {
            throw ClickHouseError.of(511, "UNKNOWN_ROLE", "The embedded engine has no roles");
        }
        Map<String, String> settings = settings(parameters);
        StatementText text = StatementText.read(parameters.value("query").orElse(""), body, engine::isFormat);
        return new StatementRequest(
                queryId,
                user,
                parameters
                        .value("database")
                        .or(() -> exchange.header("X-ClickHouse-Database").filter(name -> !name.isEmpty())),
                SessionRequest.of(parameters),
                settings,
                parameters.statementParameters(),
                AnswerEncoding.of(exchange, parameters),
                !exchange.method().equals(HttpMethod.POST),
                text);
    }

    private static InputStream decodedBody(Exchange exchange, RequestParameters parameters)
            throws IOException, ClickHouseError {
        InputStream body = ContentCoding.decode(exchange.header("Content-Encoding"), exchange.requestBody());
        return parameters.isSet("decompress") ? new NativeBlockInputStream(body) : body;
    }

    private static Map<String, String> settings(RequestParameters parameters) throws ClickHouseError {
        Map<String, String> settings = parameters.settings();
        // every insert is synchronous here: more than a client that wants it asynchronous can ask for
        settings.keySet().removeIf(name -> name.startsWith("async_insert") || name.equals("wait_for_async_insert"));
        for (String name : settings.keySet()) {
            Optional<Refusal> refusal = StatementPolicy.checkSetting(name);
            if (refusal.isPresent()) {
                throw ClickHouseError.of(refusal.get());
            }
            if (!name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
                throw ClickHouseError.of(115, "UNKNOWN_SETTING", "Unknown setting '" + name + "'");
            }
        }
        return settings;
    }

    private static boolean isForm(Exchange exchange) {
        return exchange.header("Content-Type")
                .map(type -> type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data"))
                .orElse(false);
    }

    private static Map<String, String> form(Exchange exchange, InputStream body) throws IOException, ClickHouseError {
        byte[] content = body.readNBytes(StatementText.MAXIMUM_SQL_BYTES);
        if (body.read() >= 0) {
            throw ClickHouseError.badRequest("The form is larger than " + StatementText.MAXIMUM_SQL_BYTES + " bytes");
        }
        DefaultFullHttpRequest request =
                new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/", Unpooled.wrappedBuffer(content));
        request.headers()
                .set(
                        HttpHeaderNames.CONTENT_TYPE,
                        exchange.header("Content-Type").orElse(""));
        HttpPostRequestDecoder decoder = new HttpPostRequestDecoder(new DefaultHttpDataFactory(false), request);
        try {
            Map<String, String> values = new LinkedHashMap<>();
            for (InterfaceHttpData part : decoder.getBodyHttpDatas()) {
                if (part instanceof HttpData data) {
                    values.put(part.getName(), data.getString(StandardCharsets.UTF_8));
                }
            }
            return values;
        } catch (HttpPostRequestDecoder.ErrorDataDecoderException malformed) {
            throw ClickHouseError.badRequest("The multipart form cannot be read");
        } finally {
            decoder.destroy();
        }
    }
}
