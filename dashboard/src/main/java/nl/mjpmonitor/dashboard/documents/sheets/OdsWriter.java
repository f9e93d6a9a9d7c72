package nl.mjpmonitor.dashboard.documents.sheets;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import nl.mjpmonitor.dashboard.documents.NumberKind;

/**
 * Cells as OpenDocument. Written here because what a library would write keeps the whole workbook in memory and knows neither formats of
 * numbers nor rows that stay in sight.
 */
final class OdsWriter implements SheetWriter {

    private static final int PERCENT = 2;
    private static final double CENTIMETRES_A_CHARACTER = 0.19;
    private static final String GREY = "#4a5662";

    private final XMLStreamWriter out;
    private final Locale locale;
    private final Map<String, Integer> frozenRows = new LinkedHashMap<>();
    private int frozen;
    private int nextRow;
    private int nextColumn;
    private boolean isInRow;

    OdsWriter(XMLStreamWriter out, Locale locale) {
        this.out = out;
        this.locale = locale;
    }

    /** How many rows stay in sight in each sheet. */
    Map<String, Integer> frozenRows() {
        return frozenRows;
    }

    void open() throws XMLStreamException {
        OdsPackage.root(
                out,
                "document-content",
                new TreeMap<>(Map.of(
                        "table", OdsNames.TABLE,
                        "text", OdsNames.TEXT,
                        "style", OdsNames.STYLE,
                        "number", OdsNames.NUMBER,
                        "fo", OdsNames.FO)));
        out.writeStartElement("office", "automatic-styles", OdsNames.OFFICE);
        writeColumnStyles();
        for (NumberFormat format : NumberFormat.values()) {
            writeFormat(format);
        }
        for (Look look : Look.values()) {
            writeLook(look);
        }
        out.writeEndElement();
        out.writeStartElement("office", "body", OdsNames.OFFICE);
        out.writeStartElement("office", "spreadsheet", OdsNames.OFFICE);
    }

    void close() throws XMLStreamException {
        out.writeEndDocument();
        out.flush();
    }

    /** How numbers are written. */
    private enum NumberFormat {
        COUNT(0),
        DECIMAL(1),
        PERCENT(0),
        PERCENT_DECIMAL(1),
        EURO(0),
        EURO_CENTS(2);

        private final int decimals;

        NumberFormat(int decimals) {
            this.decimals = decimals;
        }

        static NumberFormat of(BigDecimal number, NumberKind kind) {
            boolean isWhole = number.stripTrailingZeros().scale() <= 0;
            return switch (kind) {
                case COUNT -> COUNT;
                case DECIMAL -> DECIMAL;
                case PERCENT -> isWhole ? PERCENT : PERCENT_DECIMAL;
                case EURO -> isWhole ? EURO : EURO_CENTS;
                case NONE -> throw new IllegalArgumentException("A number has a kind");
            };
        }

        String element() {
            return switch (this) {
                case COUNT, DECIMAL -> "number-style";
                case PERCENT, PERCENT_DECIMAL -> "percentage-style";
                case EURO, EURO_CENTS -> "currency-style";
            };
        }

        String styleName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** One a width, in characters; made beforehand because styles stand before the sheets. */
    private void writeColumnStyles() throws XMLStreamException {
        for (int width = 1; width <= 100; width++) {
            startStyle("w" + width, "table-column");
            out.writeEmptyElement("style", "table-column-properties", OdsNames.STYLE);
            attribute(
                    "style",
                    OdsNames.STYLE,
                    "column-width",
                    String.format(Locale.ROOT, "%.2fcm", 0.4 + width * CENTIMETRES_A_CHARACTER));
            out.writeEndElement();
        }
    }

    private void writeFormat(NumberFormat format) throws XMLStreamException {
        out.writeStartElement("number", format.element(), OdsNames.NUMBER);
        attribute("style", OdsNames.STYLE, "name", "n-" + format.styleName());
        attribute("number", OdsNames.NUMBER, "language", locale.getLanguage());
        if (!locale.getCountry().isEmpty()) {
            attribute("number", OdsNames.NUMBER, "country", locale.getCountry());
        }
        if (format.element().equals("currency-style")) {
            out.writeStartElement("number", "currency-symbol", OdsNames.NUMBER);
            out.writeCharacters("€");
            out.writeEndElement();
            text(" ");
        }
        out.writeEmptyElement("number", "number", OdsNames.NUMBER);
        attribute("number", OdsNames.NUMBER, "decimal-places", Integer.toString(format.decimals));
        attribute("number", OdsNames.NUMBER, "min-decimal-places", Integer.toString(format.decimals));
        attribute("number", OdsNames.NUMBER, "min-integer-digits", "1");
        attribute("number", OdsNames.NUMBER, "grouping", "true");
        if (format.element().equals("percentage-style")) {
            text("%");
        }
        out.writeEndElement();
        startStyle("c-" + format.styleName(), "table-cell");
        attribute("style", OdsNames.STYLE, "data-style-name", "n-" + format.styleName());
        out.writeEndElement();
    }

    private void text(String text) throws XMLStreamException {
        out.writeStartElement("number", "text", OdsNames.NUMBER);
        out.writeCharacters(text);
        out.writeEndElement();
    }

    private void writeLook(Look look) throws XMLStreamException {
        startStyle(styleName(look), "table-cell");
        if (look == Look.WRAPPED || look == Look.HEADING || look == Look.NUMBER_HEADING) {
            out.writeEmptyElement("style", "table-cell-properties", OdsNames.STYLE);
            attribute("fo", OdsNames.FO, "wrap-option", "wrap");
            if (look != Look.WRAPPED) {
                attribute("fo", OdsNames.FO, "border-bottom", "0.5pt solid #75818d");
            }
        }
        if (look == Look.NUMBER_HEADING || look == Look.NO_NUMBER) {
            out.writeEmptyElement("style", "paragraph-properties", OdsNames.STYLE);
            attribute("fo", OdsNames.FO, "text-align", "end");
        }
        switch (look) {
            case PLAIN, WRAPPED -> {}
            case TITLE -> textProperties(Map.of("font-weight", "bold", "font-size", "14pt"));
            case CAPTION, HEADING, NUMBER_HEADING -> textProperties(Map.of("font-weight", "bold"));
            case NO_NUMBER -> textProperties(Map.of("color", GREY));
            case NOTE -> textProperties(new TreeMap<>(Map.of("color", GREY, "font-style", "italic")));
        }
        out.writeEndElement();
    }

    private void textProperties(Map<String, String> properties) throws XMLStreamException {
        out.writeEmptyElement("style", "text-properties", OdsNames.STYLE);
        for (Map.Entry<String, String> property : properties.entrySet()) {
            attribute("fo", OdsNames.FO, property.getKey(), property.getValue());
        }
    }

    private void startStyle(String name, String family) throws XMLStreamException {
        out.writeStartElement("style", "style", OdsNames.STYLE);
        attribute("style", OdsNames.STYLE, "name", name);
        attribute("style", OdsNames.STYLE, "family", family);
    }

    private static String styleName(Look look) {
        return "l-" + look.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public void start(String name, int frozenCount, List<Integer> widths) throws IOException {
        frozenRows.put(name, frozenCount);
        frozen = frozenCount;
        nextRow = 0;
        isInRow = false;
        try {
            out.writeStartElement("table", "table", OdsNames.TABLE);
            attribute("table", OdsNames.TABLE, "name", name);
            for (int width : widths) {
                out.writeEmptyElement("table", "table-column", OdsNames.TABLE);
                attribute("table", OdsNames.TABLE, "style-name", "w" + width);
            }
            out.writeStartElement("table", "table-header-rows", OdsNames.TABLE);
        } catch (XMLStreamException problem) {
            throw new IOException(problem);
        }
    }

    @Override
    public void text(int row, int column, String text, Look look) throws IOException {
        try {
            moveTo(row, column);
            out.writeStartElement("table", "table-cell", OdsNames.TABLE);
            attribute("table", OdsNames.TABLE, "style-name", styleName(look));
            attribute("office", OdsNames.OFFICE, "value-type", "string");
            for (String line : text.split("\n", -1)) {
                out.writeStartElement("text", "p", OdsNames.TEXT);
                writeLine(line);
                out.writeEndElement();
            }
            out.writeEndElement();
        } catch (XMLStreamException problem) {
            throw new IOException(problem);
        }
    }

    /** Tabs and rows of spaces are elements: as characters they would melt into one space. */
    private void writeLine(String line) throws XMLStreamException {
        int from = 0;
        for (int at = 0; at < line.length(); at++) {
            char character = line.charAt(at);
            boolean isLostSpace = character == ' ' && (at == 0 || line.charAt(at - 1) == ' ');
            if (character == '\t' || isLostSpace) {
                out.writeCharacters(line.substring(from, at));
                out.writeEmptyElement("text", character == '\t' ? "tab" : "s", OdsNames.TEXT);
                from = at + 1;
            }
        }
        out.writeCharacters(line.substring(from));
    }

    @Override
    public void number(int row, int column, BigDecimal number, NumberKind kind) throws IOException {
        try {
            moveTo(row, column);
            out.writeStartElement("table", "table-cell", OdsNames.TABLE);
            attribute(
                    "table",
                    OdsNames.TABLE,
                    "style-name",
                    "c-" + NumberFormat.of(number, kind).styleName());
            switch (kind) {
                case COUNT, DECIMAL -> attribute("office", OdsNames.OFFICE, "value-type", "float");
                case PERCENT -> attribute("office", OdsNames.OFFICE, "value-type", "percentage");
                case EURO -> {
                    attribute("office", OdsNames.OFFICE, "value-type", "currency");
                    attribute("office", OdsNames.OFFICE, "currency", "EUR");
                }
                case NONE -> throw new IllegalArgumentException("A number has a kind");
            }
            BigDecimal value = kind == NumberKind.PERCENT ? number.movePointLeft(PERCENT) : number;
            attribute("office", OdsNames.OFFICE, "value", value.toPlainString());
            out.writeEndElement();
        } catch (XMLStreamException problem) {
            throw new IOException(problem);
        }
    }

    @Override
    public void end() throws IOException {
        try {
            endRow();
            while (nextRow < frozen) {
                emptyRow();
            }
            out.writeEndElement();
        } catch (XMLStreamException problem) {
            throw new IOException(problem);
        }
    }

    private void moveTo(int row, int column) throws XMLStreamException {
        if (!isInRow || nextRow - 1 != row) {
            endRow();
            while (nextRow < row) {
                emptyRow();
            }
            out.writeStartElement("table", "table-row", OdsNames.TABLE);
            isInRow = true;
            nextRow = row + 1;
            nextColumn = 0;
        }
        for (; nextColumn < column; nextColumn++) {
            out.writeEmptyElement("table", "table-cell", OdsNames.TABLE);
        }
        nextColumn = column + 1;
    }

    private void endRow() throws XMLStreamException {
        if (isInRow) {
            out.writeEndElement();
            isInRow = false;
            endHeaderRows();
        }
    }

    private void emptyRow() throws XMLStreamException {
        out.writeStartElement("table", "table-row", OdsNames.TABLE);
        out.writeEmptyElement("table", "table-cell", OdsNames.TABLE);
        out.writeEndElement();
        nextRow++;
        endHeaderRows();
    }

    private void endHeaderRows() throws XMLStreamException {
        if (nextRow == frozen) {
            out.writeEndElement();
        }
    }

    private void attribute(String prefix, String namespace, String name, String value) throws XMLStreamException {
        out.writeAttribute(prefix, namespace, name, value);
    }
}
