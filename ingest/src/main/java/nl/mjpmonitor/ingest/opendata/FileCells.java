package nl.mjpmonitor.ingest.opendata;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
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
            TableDefinition.MarginColumn margins = table.margins();
            if (margins == null) {
                cells.add(new Cell(key, value(key, newest)));
            } else if (margins.value().equals(key.dimensions().get(margins.column()))) {
                cells.add(new Cell(without(margins.column(), key), valueWithMargin(key, margins, newest)));
            } else {
                requireValue(key, margins);
            }
        }
        return cells;
    }

    private CellValue value(CellKey key, @Nullable YearMonth newest) throws BrokenFileException {
        Found cell = requireNonNull(found.get(key));
        boolean isProvisional = table.provisional().isProvisional(key.period(), newest, cell.isMarked());
        try {
            return texts.read(cell.text(), cell.measure(), isProvisional);
        } catch (CellText.UnreadableTextException unreadable) {
            throw BrokenFileException.atLine(cell.line(), key.describe() + ": " + unreadable.getMessage());
        }
    }

    private CellValue valueWithMargin(CellKey key, TableDefinition.MarginColumn margins, @Nullable YearMonth newest)
            throws BrokenFileException {
        CellValue value = value(key, newest);
        String lower = limit(key, margins, margins.lower(), newest);
        String upper = limit(key, margins, margins.upper(), newest);
        if (value.figure() == null) {
            return value;
        }
        if (isAbove(lower, value.figure()) || isAbove(value.figure(), upper)) {
            throw BrokenFileException.atLine(
                    requireNonNull(found.get(key)).line(), key.describe() + ": the figure lies outside its margin");
        }
        return value.with(new Margin(lower, upper));
    }

    private @Nullable String limit(
            CellKey key, TableDefinition.MarginColumn margins, String code, @Nullable YearMonth newest)
            throws BrokenFileException {
        CellKey limit = withCode(key, margins.column(), code);
        return found.containsKey(limit) ? value(limit, newest).figure() : null;
    }

    private void requireValue(CellKey limit, TableDefinition.MarginColumn margins) throws BrokenFileException {
        if (!found.containsKey(withCode(limit, margins.column(), margins.value()))) {
            throw BrokenFileException.atLine(
                    requireNonNull(found.get(limit)).line(),
                    limit.describe() + ": there is a limit, and no figure that it belongs to");
        }
    }

    private static boolean isAbove(@Nullable String one, @Nullable String other) {
        return one != null && other != null && new BigDecimal(one).compareTo(new BigDecimal(other)) > 0;
    }

    private static CellKey withCode(CellKey key, String dimension, String code) {
        SortedMap<String, String> dimensions = new TreeMap<>(key.dimensions());
        dimensions.put(dimension, code);
        return new CellKey(key.measure(), key.area(), key.period(), dimensions);
    }

    private static CellKey without(String dimension, CellKey key) {
        SortedMap<String, String> dimensions = new TreeMap<>(key.dimensions());
        dimensions.remove(dimension);
        return new CellKey(key.measure(), key.area(), key.period(), dimensions);
    }
}
