package nl.mjpmonitor.ingest.opendata;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes cells of the rows of one table. Padding is taken off; areas, periods and categories that are not wanted are left out. */
final class ODataCells {
    private static final String MEASURE = "Measure";
    private static final String VALUE = "Value";
    private static final String VALUE_ATTRIBUTE = "ValueAttribute";
    private static final String ORDINARY = "none";
    private static final String IMPOSSIBLE = "impossible";
    private static final CellText TEXT = CellText.raw();

    private final TableDefinition table;
    private final boolean isVersion4;
    private final @Nullable YearMonth newest;
    private final Set<PeriodCode> marked;
    private final Map<String, TableDefinition.MeasureColumn> measures = new HashMap<>();

    /**
     * For the rows of one reading.
     *
     * @param newest the last month that the table reaches
     * @param marked periods that the source marks as provisional
     */
    ODataCells(TableDefinition table, int version, @Nullable YearMonth newest, Set<PeriodCode> marked) {
        this.table = table;
        this.isVersion4 = version == 4;
        this.newest = newest;
        this.marked = Set.copyOf(marked);
        table.measures().forEach(measure -> measures.put(measure.column(), measure));
    }

    /**
     * The cells of a row; none when nothing of it is wanted.
     *
     * @throws UnusableRowException when it cannot be what it says
     * @throws TableDriftException when it lacks a column
     */
    List<Cell> cells(ObjectNode row) throws UnusableRowException, TableDriftException {
        Optional<String> area = table.area().select(code(row, table.area().column()));
        Optional<PeriodCode> period = period(row);
        if (area.isEmpty() || period.isEmpty()) {
            return List.of();
        }
        SortedMap<String, String> dimensions = new TreeMap<>();
        for (TableDefinition.DimensionColumn dimension : table.dimensions()) {
            String code = code(row, dimension.column()).strip();
            if (!dimension.wants(code)) {
                return List.of();
            }
            dimensions.put(dimension.column(), code);
        }
        return isVersion4
                ? observation(row, area.get(), period.get(), dimensions)
                : columns(row, area.get(), period.get(), dimensions);
    }

    private List<Cell> columns(ObjectNode row, String area, PeriodCode period, SortedMap<String, String> dimensions)
            throws UnusableRowException, TableDriftException {
        List<Cell> cells = new ArrayList<>();
        for (TableDefinition.MeasureColumn measure : table.measures()) {
            JsonNode value = present(row, measure.column());
            cells.add(new Cell(new CellKey(measure.name(), area, period, dimensions), value(value, measure, period)));
        }
        return cells;
    }

    private List<Cell> observation(ObjectNode row, String area, PeriodCode period, SortedMap<String, String> dimensions)
            throws UnusableRowException, TableDriftException {
        TableDefinition.MeasureColumn measure = measures.get(code(row, MEASURE).strip());
        if (measure == null) {
            return List.of();
        }
        CellKey key = new CellKey(measure.name(), area, period, dimensions);
        String attribute = row.path(VALUE_ATTRIBUTE).asString("").strip().toLowerCase(Locale.ROOT);
        if (attribute.equals(IMPOSSIBLE)) {
            return List.of(new Cell(key, CellValue.NOT_APPLICABLE));
        }
        // secret, unknown and whatever else the source may think of
        boolean hasFigure = attribute.isEmpty()
                || attribute.equals(ORDINARY)
                || !present(row, VALUE).isNull();
        return List.of(new Cell(key, hasFigure ? value(present(row, VALUE), measure, period) : CellValue.UNKNOWN));
    }

    private CellValue value(JsonNode node, TableDefinition.MeasureColumn measure, PeriodCode period)
            throws UnusableRowException {
        if (node.isNull()) {
            return CellValue.UNKNOWN;
        }
        boolean isProvisional = table.provisional().isProvisional(period, newest, marked.contains(period));
        try {
            if (node.isNumber()) {
                BigDecimal figure = node.decimalValue();
                return CellText.accept(figure, measure, isProvisional);
            }
            if (node.isString()) {
                return TEXT.read(node.stringValue(), measure, isProvisional);
            }
            throw new UnusableRowException("column " + measure.column() + " is neither a number nor text");
        } catch (CellText.UnreadableTextException unreadable) {
            throw new UnusableRowException("column " + measure.column() + ": " + unreadable.getMessage());
        }
    }

    private Optional<PeriodCode> period(ObjectNode row) throws UnusableRowException, TableDriftException {
        String code = code(row, table.period().column());
        Optional<PeriodCode> period = PeriodCode.of(code);
        if (period.isEmpty() && !PeriodCode.isOtherGrain(code)) {
            throw new UnusableRowException(
                    "column " + table.period().column() + ": '" + code + "' is not the code of a period");
        }
        return period.filter(table.period()::wants);
    }

    private static String code(ObjectNode row, String column) throws UnusableRowException, TableDriftException {
        JsonNode node = present(row, column);
        if (!node.isString() || node.stringValue().isBlank()) {
            throw new UnusableRowException("column " + column + " holds no code");
        }
        String code = node.stringValue();
        if (code.chars().anyMatch(Character::isISOControl)) {
            throw new UnusableRowException("column " + column + " holds a code with control characters");
        }
        return code;
    }

    private static JsonNode present(ObjectNode row, String column) throws TableDriftException {
        JsonNode node = row.get(column);
        if (node == null) {
            throw new TableDriftException("a row has no column '" + column + "'");
        }
        return node;
    }

    /** A row that cannot be what it says. */
    static final class UnusableRowException extends Exception {
        UnusableRowException(String message) {
            super(message);
        }
    }
}
