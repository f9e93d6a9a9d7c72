package nl.mjpmonitor.ingest.opendata;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a source offset, which come back from storage with whatever type JSON gave them. */
final class OffsetFields {
    private OffsetFields() {}

    static long number(Map<String, ?> offset, String field, long otherwise) {
        return offset.get(field) instanceof Number number ? number.longValue() : otherwise;
    }

    static @Nullable String text(Map<String, ?> offset, String field) {
        return offset.get(field) instanceof String text ? text : null;
    }

    static String text(Map<String, ?> offset, String field, String otherwise) {
        return offset.get(field) instanceof String text ? text : otherwise;
    }
}
