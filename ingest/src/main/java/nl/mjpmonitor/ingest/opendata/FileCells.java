package nl.mjpmonitor.ingest.opendata;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The cells of one file, gathered line by line. A file is taken as a whole or not at all, so the first thing that is wrong
 * breaks it.
 */
final class FileCells {
    private static final Pattern AREA_CODE = Pattern.compile("[A-Z]{2}[0-9][0-9A-Z]{1,7}");

    private final TableDefinition table;
    private final CellText texts;
    private final Map<CellKey, Found> found = new HashMap<>();
    private final List<CellKey> inOrder = new ArrayList<>();

    private record Found(String text, TableDefinition.MeasureColumn measure, boolean isMarked, long line) {}

    FileCells(TableDefinition table, TableSource.Files source) {
        this.table = table;
        this.texts = new CellText(source.decimalMark(), source.blankMeans().value());
    }

    /**
     * The code of an area, given as a code or a name; empty when it is not wanted.
     *
     * @throws BrokenFileException when nothing is known by that name
     */
    Optional<String> area(long line, String text) throws BrokenFileException {
        String label = table.area().labels().get(text);
        if (label != null) {
            return table.area().select(label);
        }
        if (AREA_CODE.matcher(text).matches()) {
            return table.area().select(text);
        }
        throw BrokenFileException.atLine(line, unknown("area", text, "'area.labels'"));
    }

    /**
     * A period, given as a code or a label; empty when it is not wanted.
     *
     * @throws BrokenFileException when it is neither
     */
    Optional<PeriodLabel> period(long line, String text) throws BrokenFileException {
        Optional<PeriodLabel> period =
                PeriodCode.of(text).map(code -> new PeriodLabel(code, false)).or(() -> PeriodLabel.of(text));
        if (period.isEmpty() && !PeriodCode.isOtherGrain(text)) {
            throw BrokenFileException.atLine(line, "'" + text + "' is not a year, quarter or month");
        }
        return period.filter(label -> table.period().wants(label.period()));
    }

    /**
     * The code of a category, given as a code or, when the definition has names, as a name; empty when it is not wanted.
     *
     * @throws BrokenFileException when nothing is known by that name
     */
    Optional<String> category(long line, TableDefinition.DimensionColumn dimension, String text)
            throws BrokenFileException {
        String code = dimension.labels().get(text);
        if (code == null && (dimension.labels().isEmpty() || dimension.labels().containsValue(text))) {
            code = text;
        }
        if (code == null || code.isEmpty()) {
            throw BrokenFileException.atLine(
                    line, unknown(dimension.column(), text, "the labels of dimension '" + dimension.column() + "'"));
        }
        return Optional.of(code).filter(dimension::wants);
    }

    private static String unknown(String what, String text, String where) {
        return "no " + what + " is known as '" + text + "': when it is right, add it to " + where
                + " in the table's definition and drop the file again";
    }

    /**
     * Takes a figure.
     *
     * @throws BrokenFileException when the file gives the cell another figure too
     */
    void add(
            long line,
            TableDefinition.MeasureColumn measure,
            String area,
            PeriodLabel period,
            SortedMap<String, String> dimensions,
            String text)
            throws BrokenFileException {
        CellKey key = new CellKey(measure.name(), area, period.period(), new TreeMap<>(dimensions));
        Found before = found.putIfAbsent(key, new Found(text, measure, period.isProvisional(), line));
        if (before == null) {
            inOrder.add(key);
        } else if (!before.text().equals(text)) {
            throw BrokenFileException.atLine(
                    line, "another figure for " + key.describe() + " is on line " + before.line());
        }
    }

    /** See {@link PeriodCode#newestMonth}; empty when there are no cells. */
    Optional<YearMonth> newest() {
        return PeriodCode.newestMonth(inOrder.stream().map(CellKey::period).collect(Collectors.toSet()));
    }

    /**
     * The cells, in the order of the file.
     *
     * @param newest the last month that the table as a whole reaches
     * @throws BrokenFileException when a figure is not a figure, or when there is none
     */
    List<Cell> cells(@Nullable YearMonth newest) throws BrokenFileException {
        if (inOrder.isEmpty()) {
            throw new BrokenFileException("there is nothing in the file of what the table's definition asks for");
        }
        List<Cell> cells = new ArrayList<>();
        for (CellKey key : inOrder) {
            Found cell = found.get(key);
            if (cell != null) {
                boolean isProvisional = table.provisional().isProvisional(key.period(), newest, cell.isMarked());
                try {
                    cells.add(new Cell(key, texts.read(cell.text(), cell.measure(), isProvisional)));
                } catch (CellText.UnreadableTextException unreadable) {
                    throw BrokenFileException.atLine(cell.line(), key.describe() + ": " + unreadable.getMessage());
                }
            }
        }
        return cells;
    }
}
