package nl.mjpmonitor.ops.clickhouse.gateway;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.InflaterInputStream;
import net.jpountz.lz4.LZ4FrameInputStream;
import net.jpountz.lz4.LZ4FrameOutputStream;

/** The HTTP content codings of requests and answers, best first. */
enum ContentCoding {
    LZ4,
    ZSTD,
    GZIP,
    DEFLATE;

    private static final int BUFFER_BYTES = 1 << 16;

    /** Undoes the coding of a request body. */
    static InputStream decode(Optional<String> header, InputStream body) throws IOException, ClickHouseError {
        if (header.isEmpty() || header.get().equalsIgnoreCase("identity")) {
            return body;
        }
        ContentCoding coding = named(header.get())
                .orElseThrow(() -> ClickHouseError.of(
                        48, "NOT_IMPLEMENTED", "Unknown Content-Encoding " + header.get() + ", use one of " + names()));
        return switch (coding) {
            case LZ4 -> new LZ4FrameInputStream(body);
            case ZSTD -> new ZstdInputStream(body);
            case GZIP -> new GZIPInputStream(body, BUFFER_BYTES);
            case DEFLATE -> new InflaterInputStream(body);
        };
    }

    /** The best coding that an Accept-Encoding header allows. */
    static Optional<ContentCoding> accepted(Optional<String> header) {
        List<String> accepted = Arrays.stream(header.orElse("").split(",", -1))
                .map(String::strip)
                .filter(item -> !item.replace(" ", "").endsWith(";q=0"))
                .map(item -> item.split(";", -1)[0].strip().toLowerCase(Locale.ROOT))
                .toList();
        return Arrays.stream(values())
                .filter(coding -> accepted.contains(coding.headerValue()))
                .findFirst();
    }

    OutputStream encode(OutputStream output) throws IOException {
        return switch (this) {
            case LZ4 -> new LZ4FrameOutputStream(output);
            case ZSTD -> new ZstdOutputStream(output);
            case GZIP -> new GZIPOutputStream(output, BUFFER_BYTES, true);
            case DEFLATE -> new DeflaterOutputStream(output, true);
        };
    }

    String headerValue() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static Optional<ContentCoding> named(String name) {
        return Arrays.stream(values())
                .filter(coding -> coding.headerValue().equalsIgnoreCase(name.strip()))
                .findFirst();
    }

    private static List<String> names() {
        return Arrays.stream(values()).map(ContentCoding::headerValue).toList();
    }
}
