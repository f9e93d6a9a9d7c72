package nl.mjpmonitor.ops.sources.opendata;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.mjpmonitor.ops.sources.SourceResource;

/** Raw data as the services of Statistics Netherlands give them: the names of the columns, then a line an area and period. */
final class RawDataFile {

    private static final String VALUE = "MW00000";
    private static final String LOWER_LIMIT = "MOG0095";
    private static final String UPPER_LIMIT = "MBG0095";
    private static final String UNKNOWN = ".";

    /** How the files of a table call the area and write a decimal. */
    private record Dialect(String areaColumn, char decimalMark) {

        static Dialect of(String table) {
            return table.equals("veiligheidsmonitor") ? new Dialect("RegioS", '.') : new Dialect("Gebied", ',');
        }

        String figure(String text) {
            return text.isEmpty() ? UNKNOWN : text.replace('.', text.equals(UNKNOWN) ? '.' : decimalMark);
        }
    }

    /** A result: its file, where and when, and what it is. */
    private record Result(
            String table,
            String file,
            String area,
            String period,
            String column,
            String value,
            String lower,
            String upper,
            String source) {

        String path() {
            return table + '/' + file;
        }
    }

    private RawDataFile() {}

    /** Table 85984NED: inhabitants of the buurten of Maastricht. */
    static String populationPerBuurt() {
        CsvFile file = new CsvFile().line("WijkenEnBuurten", "Gemeentenaam_1", "SoortRegio_2", "AantalInwoners_5");
        SourceResource.lines(RawDataFile.class, "population-per-buurt.csv", ';')
                .forEach(row -> file.line(row.getFirst(), "Maastricht", "Buurt", row.getLast()));
        return file.text();
    }

    /** Results of the Veiligheidsmonitor: content by folder and name of the file. */
    static Map<String, String> perception() {
        Map<String, List<Result>> resultsByFile = new LinkedHashMap<>();
        for (List<String> row : SourceResource.lines(RawDataFile.class, "perception.csv", ';')) {
            Result result = new Result(
                    row.get(0),
                    row.get(1),
                    row.get(2),
                    row.get(3),
                    row.get(4),
                    row.get(5),
                    row.get(6),
                    row.get(7),
                    row.get(8));
            resultsByFile
                    .computeIfAbsent(result.path(), path -> new ArrayList<>())
                    .add(result);
        }
        Map<String, String> files = new LinkedHashMap<>();
        resultsByFile.forEach((path, results) -> files.put(path, perception(results)));
        return files;
    }

    private static String perception(List<Result> results) {
        Dialect dialect = Dialect.of(results.getFirst().table());
        List<String> columns = results.stream().map(Result::column).distinct().toList();
        CsvFile file = new CsvFile()
                .line(Stream.of(
                                Stream.of("Marges", dialect.areaColumn(), "Perioden"),
                                columns.stream(),
                                Stream.of("Bron"))
                        .flatMap(names -> names)
                        .toList());
        Map<List<String>, Map<String, Result>> lines = new LinkedHashMap<>();
        results.forEach(
                result -> lines.computeIfAbsent(List.of(result.area(), result.period()), cell -> new LinkedHashMap<>())
                        .put(result.column(), result));
        lines.forEach((cell, byColumn) -> {
            String source = String.join(
                    "; ",
                    byColumn.values().stream().map(Result::source).distinct().toList());
            file.line(
                    List.of(VALUE, cell.getFirst(), cell.getLast()),
                    figures(byColumn, columns, VALUE, source, dialect));
            if (byColumn.values().stream().anyMatch(result -> !result.lower().isEmpty())) {
                for (String limit : List.of(LOWER_LIMIT, UPPER_LIMIT)) {
                    file.line(
                            List.of(limit, cell.getFirst(), cell.getLast()),
                            figures(byColumn, columns, limit, source, dialect));
                }
            }
        });
        return file.text();
    }

    private static List<String> figures(
            Map<String, Result> byColumn, List<String> columns, String margin, String source, Dialect dialect) {
        List<String> figures = new ArrayList<>();
        for (String column : columns) {
            Result result = byColumn.get(column);
            figures.add(result == null ? UNKNOWN : dialect.figure(figure(result, margin)));
        }
        figures.add(source);
        return figures;
    }

    private static String figure(Result result, String margin) {
        return switch (margin) {
            case LOWER_LIMIT -> result.lower();
            case UPPER_LIMIT -> result.upper();
            default -> result.value();
        };
    }
}
