package nl.mjpmonitor.ops.clickhouse.gateway;

import java.util.Optional;

/**
 * How an answer is encoded.
 *
 * @param defaultFormat of the result when the statement has no FORMAT clause
 * @param nativeBlocks whether the client asked for ClickHouse's own compression, which wins over a content coding
 * @param coding HTTP content coding
 * @param whole whether the result is made completely before anything is sent, so that an error can never come in the middle
 * @param marksExceptions whether an error in the middle may be written into the body; the official Java client would take it for rows
 */
record AnswerEncoding(
        OutputFormat defaultFormat,
        boolean nativeBlocks,
        Optional<ContentCoding> coding,
        boolean whole,
        boolean marksExceptions) {

    static AnswerEncoding of(Exchange exchange, RequestParameters parameters) {
        String format = parameters
                .value("default_format")
                .or(() -> exchange.header("X-ClickHouse-Format"))
                .orElse("TabSeparated");
        boolean nativeBlocks = parameters.isSet("compress");
        Optional<ContentCoding> coding = !nativeBlocks && parameters.isSet("enable_http_compression")
                ? ContentCoding.accepted(exchange.header("Accept-Encoding"))
                : Optional.empty();
        String client = exchange.header("User-Agent").orElse("");
        return new AnswerEncoding(
                new OutputFormat(format),
                nativeBlocks,
                coding,
                parameters.isSet("wait_end_of_query") || parameters.isSet("http_wait_end_of_query"),
                !client.contains("clickhouse-java") && !client.contains("jdbc"));
    }
}
