package nl.mjpmonitor.ops.clickhouse.gateway;

import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import nl.mjpmonitor.ops.clickhouse.chdb.ChdbResult;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The answer to one statement: headers, encoding, and what becomes of an error.
 *
 * <p>An error before anything was sent becomes a clean one with its code. Later, the text is written into the body between marks that
 * the header X-ClickHouse-Exception-Tag announced, as a server does, and the connection is broken off without the end of the body:
 * whatever the client understands, it cannot take a part of a result for the whole.
 */
final class Answer {

    private static final Logger LOG = LoggerFactory.getLogger(Answer.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TAG_LENGTH = 16;

    private final Exchange exchange;
    private final String engineVersion;
    private final String tag = tag();
    private final long started = System.nanoTime();
    private @Nullable OutputStream output;
    private boolean marksExceptions;

    Answer(Exchange exchange, String queryId, String engineVersion) {
        this.exchange = exchange;
        this.engineVersion = engineVersion;
        HttpHeaders headers = exchange.responseHeaders();
        headers.set("X-ClickHouse-Server-Display-Name", "mjp-monitor-embedded");
        headers.set("X-ClickHouse-Query-Id", queryId);
        headers.set("X-ClickHouse-Timezone", "UTC");
        headers.set("Keep-Alive", "timeout=" + HttpGateway.KEEP_ALIVE.toSeconds());
    }

    /** Begins the result; its headers can still be taken back by {@link #fail}. */
    void begin(AnswerEncoding encoding, OutputFormat format, Optional<String> timeZone, StatementTotals totals)
            throws IOException {
        HttpHeaders headers = exchange.responseHeaders();
        headers.set("Content-Type", format.contentType());
        headers.set("X-ClickHouse-Format", format.name());
        headers.set("X-ClickHouse-Exception-Tag", tag);
        headers.set("X-ClickHouse-Summary", totals.summary(System.nanoTime() - started));
        timeZone.ifPresent(zone -> headers.set("X-ClickHouse-Timezone", zone));
        marksExceptions = encoding.marksExceptions();
        output = encoded(encoding);
    }

    void write(ChdbResult result, long skip) throws IOException {
        OutputStream begun = output;
        if (begun == null) {
            throw new IllegalStateException("the answer has not begun");
        }
        result.writeTo(begun, skip);
    }

    /** Ends the answer in good order. */
    void end(StatementTotals totals) throws IOException {
        if (!exchange.responseBody().isCommitted()) {
            exchange.responseHeaders().set("X-ClickHouse-Summary", totals.summary(System.nanoTime() - started));
        }
        OutputStream begun = output;
        if (begun == null) {
            throw new IllegalStateException("the answer has not begun");
        }
        begun.close();
    }

    /** Tells the client that the statement failed. */
    void fail(ClickHouseError error) {
        if (exchange.responseBody().isCommitted()) {
            mark(error);
            exchange.responseBody().breakOff();
            return;
        }
        HttpHeaders headers = exchange.responseHeaders();
        headers.remove("Content-Encoding");
        headers.remove("X-ClickHouse-Exception-Tag");
        headers.set("X-ClickHouse-Exception-Code", error.code());
        exchange.answer(
                HttpResponseStatus.valueOf(error.status()),
                "text/plain; charset=UTF-8",
                error.text(engineVersion).getBytes(StandardCharsets.UTF_8));
    }

    private void mark(ClickHouseError error) {
        OutputStream begun = output;
        if (begun == null || !marksExceptions) {
            return;
        }
        String text = error.text(engineVersion);
        int length = text.getBytes(StandardCharsets.UTF_8).length;
        String marked = "\r\n__exception__\r\n" + tag + "\r\n" + text + length + " " + tag + "\r\n__exception__\r\n";
        try {
            begun.write(marked.getBytes(StandardCharsets.UTF_8));
            begun.flush();
            exchange.responseBody().commit();
        } catch (IOException unreachable) {
            LOG.debug("The client is only told by the end of the connection", unreachable);
        }
    }

    private OutputStream encoded(AnswerEncoding encoding) throws IOException {
        OutputStream plain = exchange.responseBody();
        if (encoding.nativeBlocks()) {
            return new NativeBlockOutputStream(plain);
        }
        if (encoding.coding().isEmpty()) {
            return plain;
        }
        ContentCoding coding = encoding.coding().get();
        exchange.responseHeaders().set("Content-Encoding", coding.headerValue());
        return coding.encode(plain);
    }

    private static String tag() {
        StringBuilder letters = new StringBuilder(TAG_LENGTH);
        for (int index = 0; index < TAG_LENGTH; index++) {
            letters.append((char) ('a' + RANDOM.nextInt(26)));
        }
        return letters.toString();
    }
}
