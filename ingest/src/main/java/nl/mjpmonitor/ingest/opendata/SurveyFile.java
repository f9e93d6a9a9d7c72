package nl.mjpmonitor.ingest.opendata;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Results with the names of their columns in the first line and one line an area, period and category: the Veiligheidsmonitor as
 * Statistics Netherlands gives it as raw data, and the files that R's cbsodataR writes. Columns that the definition does not name
 * are left alone.
 */
final class SurveyFile {
    private final TableDefinition table;
    private final FileCells cells;
    private final Map<String, Integer> places = new HashMap<>();

    private SurveyFile(TableDefinition table, TableSource.Files source) {
        this.table = table;
        this.cells = new FileCells(table, source);
    }

    /**
     * Reads the lines of a file.
     *
     * @throws BrokenFileException when a column is missing, a line is cut off, or something is in it that the definition does not
     *     know
     */
    static FileCells read(List<DelimitedText.Line> lines, TableDefinition table, TableSource.Files source)
            throws BrokenFileException {
        SurveyFile file = new SurveyFile(table, source);
        int index = 0;
        while (index < lines.size() && lines.get(index).isBlank()) {
            index++;
        }
        DelimitedText.Line header = lines.get(index);
        file.readHeader(header);
        for (DelimitedText.Line line : lines.subList(index + 1, lines.size())) {
            if (StatLineFile.isFooter(line)) {
                break;
            }
            if (!line.isBlank()) {
                file.read(line, header.values().size());
            }
        }
        return file.cells;
    }

    private void readHeader(DelimitedText.Line header) throws BrokenFileException {
        for (int place = 0; place < header.values().size(); place++) {
            String name = header.values().get(place);
            if (!name.isEmpty() && places.put(name, place) != null) {
                throw BrokenFileException.atLine(header.number(), "column '" + name + "' is there twice");
            }
        }
        require(header, table.area().column());
        if (table.period().always().isEmpty()) {
            require(header, table.period().column());
        }
        for (TableDefinition.DimensionColumn dimension : table.columnsOfFile()) {
            require(header, dimension.column());
        }
        for (TableDefinition.MeasureColumn measure : table.measures()) {
            if (place(measure).isEmpty() && !measure.optional()) {
                throw BrokenFileException.atLine(header.number(), missing(measure.column(), header));
            }
        }
    }

    private void require(DelimitedText.Line header, String column) throws BrokenFileException {
        if (!places.containsKey(column)) {
            throw BrokenFileException.atLine(header.number(), missing(column, header));
        }
    }

    private static String missing(String column, DelimitedText.Line header) {
        return "there is no column '" + column + "'; there are " + String.join(", ", header.values());
    }

    private Optional<Integer> place(TableDefinition.MeasureColumn measure) {
        return places.keySet().stream()
                .filter(measure::isCalled)
                .sorted()
                .map(places::get)
                .findFirst();
    }

    private void read(DelimitedText.Line line, int width) throws BrokenFileException {
        if (line.values().size() != width) {
            throw BrokenFileException.atLine(
                    line.number(), "there are " + line.values().size() + " values and there should be " + width);
        }
        Optional<String> area =
                cells.area(line.number(), value(line, table.area().column()));
        String always = table.period().always();
        Optional<PeriodLabel> period = cells.period(
                line.number(), always.isEmpty() ? value(line, table.period().column()) : always);
        if (area.isEmpty() || period.isEmpty()) {
            return;
        }
        SortedMap<String, String> dimensions = new TreeMap<>();
        for (TableDefinition.DimensionColumn dimension : table.columnsOfFile()) {
            Optional<String> code = cells.category(line.number(), dimension, value(line, dimension.column()));
            if (code.isEmpty()) {
                return;
            }
            dimensions.put(dimension.column(), code.get());
        }
        for (TableDefinition.MeasureColumn measure : table.measures()) {
            Optional<Integer> place = place(measure);
            if (place.isPresent()) {
                String text = line.values().get(place.get());
                cells.add(line.number(), measure, area.get(), period.get(), dimensions, text);
            }
        }
    }

    private String value(DelimitedText.Line line, String column) {
        Integer place = places.get(column);
        return place == null ? "" : line.values().get(place);
    }
}
