package nl.mjpmonitor.ingest.opendata;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One page of rows in OData's JSON, version 3 or 4.
 *
 * @param rows the rows
 * @param nextLink where the next page is; empty on the last one
 * @param announced rows that all pages have together, or {@link PageOffset#UNANNOUNCED}
 */
record ODataPage(List<ObjectNode> rows, Optional<String> nextLink, long announced) {
    /** Rows are read one by one from among the others. */
    private static final ObjectReader READER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .reader();

    /**
     * Reads a page.
     *
     * @throws MalformedAnswerException when it is cut off, is not JSON, or has no rows element
     */
    static ODataPage read(byte[] body) throws MalformedAnswerException {
        try (JsonParser parser = READER.createParser(body)) {
            return read(parser);
        } catch (JacksonException broken) {
            throw MalformedAnswerException.noJson(broken);
        }
    }

    private static ODataPage read(JsonParser parser) throws MalformedAnswerException {
        List<ObjectNode> rows = new ArrayList<>();
        boolean hasRows = false;
        String nextLink = "";
        long announced = PageOffset.UNANNOUNCED;
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new MalformedAnswerException("the answer is no JSON object");
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            switch (withoutPrefix(name)) {
                case "value" -> {
                    hasRows = true;
                    readRows(parser, rows);
                }
                case "nextLink" -> nextLink = parser.getValueAsString("");
                case "count" -> announced = parser.getValueAsLong(PageOffset.UNANNOUNCED);
                default -> parser.skipChildren();
            }
        }
        if (parser.currentToken() != JsonToken.END_OBJECT) {
            throw new MalformedAnswerException("the answer is cut off");
        }
        if (!hasRows) {
            throw new MalformedAnswerException("the answer has no 'value'");
        }
        return new ODataPage(rows, nextLink.isEmpty() ? Optional.empty() : Optional.of(nextLink), announced);
    }

    private static void readRows(JsonParser parser, List<ObjectNode> rows) throws MalformedAnswerException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw new MalformedAnswerException("'value' is no list");
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            JsonNode row = READER.readTree(parser);
            if (!(row instanceof ObjectNode object)) {
                throw new MalformedAnswerException("'value' holds something that is no row");
            }
            rows.add(object);
        }
    }

    /** {@code odata.nextLink} in version 3 is {@code @odata.nextLink} in version 4. */
    private static String withoutPrefix(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
