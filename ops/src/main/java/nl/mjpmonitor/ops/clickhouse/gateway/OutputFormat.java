package nl.mjpmonitor.ops.clickhouse.gateway;

import java.util.Locale;
import java.util.Set;
import nl.mjpmonitor.ops.clickhouse.chdb.ChdbResult;

/**
 * How results of one format travel. The engine delivers a streamed result in chunks that are each a whole document; formats whose
 * documents can be joined, some after taking off a repeated header, are streamed, the others are made whole first.
 *
 * @param name as the client wrote it
 */
record OutputFormat(String name) {

    private static final Set<String> PLAIN = Set.of(
            "tabseparated",
            "tsv",
            "tabseparatedraw",
            "tsvraw",
            "raw",
            "csv",
            "jsoneachrow",
            "jsonlines",
            "ndjson",
            "jsonstringseachrow",
            "jsoncompacteachrow",
            "jsoncompactstringseachrow",
            "lineasstring",
            "rawblob",
            "rowbinary",
            "native");

    private static final int HEADER_SEARCH_BYTES = 1 << 20;

    boolean isStreamable() {
        return PLAIN.contains(lower()) || headerKind() != HeaderKind.NONE;
    }

    /** Whether text that does not belong to the rows would be taken for rows by a client. */
    boolean isBinary() {
        return lower().startsWith("rowbinary") || lower().equals("native");
    }

    String contentType() {
        String lower = lower();
        if (lower.equals("json") || lower.startsWith("jsoncompact") || lower.equals("jsonstrings")) {
            return "application/json; charset=UTF-8";
        }
        if (lower.startsWith("json") || lower.equals("ndjson")) {
            return "application/x-ndjson; charset=UTF-8";
        }
        if (lower.startsWith("csv")) {
            return "text/csv; charset=UTF-8; header=" + (lower.contains("withnames") ? "present" : "absent");
        }
        if (lower.startsWith("tabseparated") || lower.startsWith("tsv")) {
            return "text/tab-separated-values; charset=UTF-8";
        }
        return isBinary() ? "application/octet-stream" : "text/plain; charset=UTF-8";
    }

    /** The length of the header at the start of a chunk; every chunk of a result begins with the same one. */
    int headerLength(ChdbResult chunk) {
        HeaderKind kind = headerKind();
        if (kind == HeaderKind.NONE) {
            return 0;
        }
        byte[] start = chunk.firstBytes(Math.min(chunk.length(), HEADER_SEARCH_BYTES));
        int names = lower().endsWith("withnamesandtypes") ? 2 : 1;
        return switch (kind) {
            case LINES -> lines(start, names, false);
            case QUOTED_LINES -> lines(start, names, true);
            case BINARY -> binaryHeader(start, names);
            case NONE -> 0;
        };
    }

    private HeaderKind headerKind() {
        return switch (lower()) {
            case "tabseparatedwithnames",
                    "tsvwithnames",
                    "tabseparatedwithnamesandtypes",
                    "tsvwithnamesandtypes",
                    "jsoncompacteachrowwithnames",
                    "jsoncompacteachrowwithnamesandtypes",
                    "jsoncompactstringseachrowwithnames",
                    "jsoncompactstringseachrowwithnamesandtypes" -> HeaderKind.LINES;
            case "csvwithnames", "csvwithnamesandtypes" -> HeaderKind.QUOTED_LINES;
            case "rowbinarywithnames", "rowbinarywithnamesandtypes" -> HeaderKind.BINARY;
            default -> HeaderKind.NONE;
        };
    }

    private static int lines(byte[] start, int count, boolean quoted) {
        int found = 0;
        boolean inQuotes = false;
        for (int index = 0; index < start.length; index++) {
            if (quoted && start[index] == '"') {
                inQuotes = !inQuotes;
            } else if (start[index] == '\n' && !inQuotes && ++found == count) {
                return index + 1;
            }
        }
        throw headerTooLong();
    }

    private static int binaryHeader(byte[] start, int lists) {
        VariableLengthReader reader = new VariableLengthReader(start);
        int columns = reader.number();
        for (int index = 0; index < columns * lists; index++) {
            reader.skip(reader.number());
        }
        return reader.position;
    }

    private static IllegalStateException headerTooLong() {
        return new IllegalStateException("the header of the result is longer than " + HEADER_SEARCH_BYTES + " bytes");
    }

    private String lower() {
        return name.toLowerCase(Locale.ROOT);
    }

    private enum HeaderKind {
        NONE,
        LINES,
        QUOTED_LINES,
        BINARY
    }

    private static final class VariableLengthReader {

        private final byte[] bytes;
        private int position;

        VariableLengthReader(byte[] bytes) {
            this.bytes = bytes;
        }

        int number() {
            int value = 0;
            for (int shift = 0; shift < 32; shift += 7) {
                if (position >= bytes.length) {
                    throw headerTooLong();
                }
                byte next = bytes[position++];
                value |= (next & 0x7f) << shift;
                if (next >= 0) {
                    return value;
                }
            }
            throw headerTooLong();
        }

        void skip(int count) {
            position += count;
            if (count < 0 || position > bytes.length) {
                throw headerTooLong();
            }
        }
    }
}
