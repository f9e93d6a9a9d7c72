package nl.mjpmonitor.ingest.opendata;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A table as the StatLine portal exports it: a title; choices that hold for the whole table, such as {@code Soort misdrijf: Totaal
 * misdrijven}; a heading line for each dimension laid out across; a line with the dimensions laid out downward and the units; the
 * figures; and a line with the source.
 *
 * <p>The line with the source must be there: without it the file is cut off.
 */
final class StatLineFile {
    private static final String TOPIC = "Onderwerp";
    private static final Set<String> FOOTERS = Set.of("Bron:", "Source:", "©");
    private static final String SCALED_UNIT = "x 1";

    private final TableDefinition table;
    private final FileCells cells;
    private final Set<String> dimensionNames = new HashSet<>();
    private final Map<String, String> chosen = new HashMap<>();
    private final Map<String, List<String>> headings = new HashMap<>();
    private final List<String> beside = new ArrayList<>();

    private StatLineFile(TableDefinition table, TableSource.Files source) {
        this.table = table;
        this.cells = new FileCells(table, source);
        dimensionNames.add(TOPIC);
        dimensionNames.add(table.area().column());
        dimensionNames.add(table.period().column());
        table.columnsOfFile().forEach(dimension -> dimensionNames.add(dimension.column()));
    }

    /**
     * Reads the lines of a file.
     *
     * @throws BrokenFileException when they are not laid out like this, or something is in them that the definition does not know
     */
    static FileCells read(List<DelimitedText.Line> lines, TableDefinition table, TableSource.Files source)
            throws BrokenFileException {
        StatLineFile file = new StatLineFile(table, source);
        int afterChoices = file.readChoices(lines);
        int afterHeadings = file.readHeadings(lines, afterChoices);
        file.checkComplete();
        file.readFigures(lines, afterHeadings);
        return file.cells;
    }

    static boolean isFooter(DelimitedText.Line line) {
        return line.isSingle() && FOOTERS.stream().anyMatch(line.values().get(0)::startsWith);
    }

    private int readChoices(List<DelimitedText.Line> lines) throws BrokenFileException {
        for (int index = 0; index < lines.size(); index++) {
            DelimitedText.Line line = lines.get(index);
            if (headingPlace(line) >= 0) {
                return index;
            }
            if (line.isSingle()) {
                String text = line.values().get(0);
                int colon = text.indexOf(": ");
                if (colon > 0 && dimensionNames.contains(text.substring(0, colon))) {
                    chosen.put(
                            text.substring(0, colon), text.substring(colon + 2).strip());
                }
            }
        }
        throw new BrokenFileException("there is no heading line that begins with one of " + sorted(dimensionNames)
                + ": is this a table of the portal, as CSV, and the table of this folder?");
    }

    /** Place of the first value when it is the name of a dimension, and there are further places; -1 otherwise. */
    private int headingPlace(DelimitedText.Line line) {
        for (int place = 0; place < line.values().size() - 1; place++) {
            String value = line.values().get(place);
            if (!value.isEmpty()) {
                return dimensionNames.contains(value) ? place : -1;
            }
        }
        return -1;
    }

    private int readHeadings(List<DelimitedText.Line> lines, int from) throws BrokenFileException {
        int end = from;
        while (end < lines.size() && headingPlace(lines.get(end)) >= 0) {
            end++;
        }
        DelimitedText.Line last = lines.get(end - 1);
        for (String value : last.values()) {
            if (!dimensionNames.contains(value)) {
                break;
            }
            beside.add(value);
        }
        if (beside.isEmpty() || beside.size() == last.values().size()) {
            throw BrokenFileException.atLine(last.number(), "this line does not name what is laid out downward");
        }
        for (String unit : last.values().subList(beside.size(), last.values().size())) {
            if (unit.startsWith(SCALED_UNIT)) {
                throw BrokenFileException.atLine(
                        last.number(), "the figures are in a unit of '" + unit + "': export a table with whole units");
            }
        }
        for (DelimitedText.Line line : lines.subList(from, end - 1)) {
            int place = headingPlace(line);
            if (place >= beside.size() || line.values().size() != last.values().size()) {
                throw BrokenFileException.atLine(
                        line.number(), "the headings are not above the figures, see line " + last.number());
            }
            headings.put(
                    line.values().get(place),
                    repeated(line.values().subList(beside.size(), line.values().size())));
        }
        return end;
    }

    /** A heading that is given once holds until the next. */
    private static List<String> repeated(List<String> values) {
        List<String> repeated = new ArrayList<>();
        String current = "";
        for (String value : values) {
            current = value.isEmpty() ? current : value;
            repeated.add(current);
        }
        return repeated;
    }

    private void checkComplete() throws BrokenFileException {
        Set<String> missing = new HashSet<>(dimensionNames);
        missing.removeAll(chosen.keySet());
        missing.removeAll(headings.keySet());
        beside.forEach(missing::remove);
        if (!missing.isEmpty()) {
            throw new BrokenFileException("the file does not say for which " + String.join(", ", sorted(missing))
                    + " its figures are: export the table with every dimension in it");
        }
    }

    private void readFigures(List<DelimitedText.Line> lines, int from) throws BrokenFileException {
        for (DelimitedText.Line line : lines.subList(from, lines.size())) {
            if (isFooter(line)) {
                return;
            }
            if (!line.isBlank()) {
                readFigures(line);
            }
        }
        throw new BrokenFileException("the last line, with the source, is missing: the file is cut off");
    }

    private void readFigures(DelimitedText.Line line) throws BrokenFileException {
        int columns =
                headings.values().stream().mapToInt(List::size).findFirst().orElse(1);
        if (line.values().size() != beside.size() + columns) {
            throw BrokenFileException.atLine(
                    line.number(),
                    "there are " + line.values().size() + " values and there " + "should be "
                            + (beside.size() + columns));
        }
        Map<String, String> labels = new HashMap<>(chosen);
        for (int place = 0; place < beside.size(); place++) {
            labels.put(beside.get(place), line.values().get(place));
        }
        for (int column = 0; column < columns; column++) {
            int place = column;
            headings.forEach((dimension, values) -> labels.put(dimension, values.get(place)));
            readFigure(line.number(), labels, line.values().get(beside.size() + column));
        }
    }

    private void readFigure(long line, Map<String, String> labels, String text) throws BrokenFileException {
        String topic = label(labels, TOPIC);
        Optional<TableDefinition.MeasureColumn> measure =
                table.measures().stream().filter(each -> each.isCalled(topic)).findFirst();
        if (measure.isEmpty()) {
            return;
        }
        Optional<String> area = cells.area(line, label(labels, table.area().column()));
        Optional<PeriodLabel> period =
                cells.period(line, label(labels, table.period().column()));
        if (area.isEmpty() || period.isEmpty()) {
            return;
        }
        SortedMap<String, String> dimensions = new TreeMap<>();
        for (TableDefinition.DimensionColumn dimension : table.columnsOfFile()) {
            Optional<String> code = cells.category(line, dimension, label(labels, dimension.column()));
            if (code.isEmpty()) {
                return;
            }
            dimensions.put(dimension.column(), code.get());
        }
        cells.add(line, measure.get(), area.get(), period.get(), dimensions, text);
    }

    private static String label(Map<String, String> labels, String dimension) {
        return labels.getOrDefault(dimension, "");
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }
}
