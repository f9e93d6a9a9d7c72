package nl.mjpmonitor.ingest.opendata;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The definitions of all tables, read from one JSON file: {@code {"tables": [{"id": …}, …]}}.
 *
 * <p>Definitions are refused as a whole, with every problem that was found and what to change; nothing is assumed of a
 * field that is not known.
 *
 * @param tables the definitions, in the order of the file
 */
record TableDefinitions(List<TableDefinition> tables) {
    static final String CLASSPATH = "classpath:";

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*");
    private static final Pattern MEASURE_NAME = Pattern.compile("[a-z][a-z0-9_]*");
    private static final Pattern AREA_CODE = Pattern.compile("[A-Z]{2}[0-9A-Z]*");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            // what a definition leaves out
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    TableDefinitions {
        tables = List.copyOf(tables);
    }

    /**
     * Reads and checks definitions.
     *
     * @param location a path, or {@code classpath:} and the name of a resource
     * @throws InvalidDefinitionException with every problem found
     */
    static TableDefinitions load(String location) {
        TableDefinitions definitions = parse(location);
        List<String> problems = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (TableDefinition table : definitions.tables) {
            if (!ids.add(table.id())) {
                problems.add("table '" + table.id() + "' is defined twice: give each its own 'id'");
            }
            new Check(table, problems).run();
        }
        if (definitions.tables.isEmpty()) {
            problems.add("no table is defined: add one to 'tables'");
        }
        if (!problems.isEmpty()) {
            throw new InvalidDefinitionException(location, problems);
        }
        return definitions;
    }

    /** The definition of a table. */
    Optional<TableDefinition> table(String id) {
        return tables.stream().filter(table -> table.id().equals(id)).findFirst();
    }

    private static TableDefinitions parse(String location) {
        try (InputStream text = open(location)) {
            TableDefinitions definitions = JSON.readValue(text, TableDefinitions.class);
            return definitions == null ? new TableDefinitions(List.of()) : definitions;
        } catch (JacksonException broken) {
            throw new InvalidDefinitionException(location, List.of(lineOf(broken) + firstLine(broken)));
        } catch (IOException unreadable) {
            throw new InvalidDefinitionException(location, List.of("cannot be read: " + unreadable.getMessage()));
        }
    }

    private static String lineOf(JacksonException broken) {
        TokenStreamLocation location = broken.getLocation();
        return location == null ? "" : "line " + location.getLineNr() + ": ";
    }

    private static String firstLine(JacksonException broken) {
        String message = broken.getOriginalMessage();
        return message == null ? "is not valid" : message.lines().findFirst().orElse("is not valid");
    }

    private static InputStream open(String location) throws IOException {
        if (!location.startsWith(CLASSPATH)) {
            return Files.newInputStream(Path.of(location));
        }
        String name = location.substring(CLASSPATH.length());
        InputStream resource = TableDefinitions.class.getClassLoader().getResourceAsStream(name);
        if (resource == null) {
            throw new IOException("the class path has no " + name);
        }
        return resource;
    }

    /** Looks for what the types of the fields cannot exclude. */
    private static final class Check {
        private final TableDefinition table;
        private final List<String> problems;

        Check(TableDefinition table, List<String> problems) {
            this.table = table;
            this.problems = problems;
        }

        void run() {
            if (!ID.matcher(table.id()).matches()) {
                problem("the id may hold letters, digits, - and _ only");
            }
            checkColumns();
            checkMeasures();
            checkAreas();
            checkPeriod();
            checkMargins();
            if (table.period().grains().isEmpty()) {
                problem("'period.grains' is empty: name at least one of " + EnumSet.allOf(PeriodGrain.class));
            }
            if (table.source() instanceof TableSource.OData source) {
                checkOData(source);
            } else if (table.source() instanceof TableSource.Files source
                    && source.layout() == TableSource.Layout.STATLINE) {
                checkLabels();
            }
        }

        private void checkColumns() {
            Set<String> seen = new HashSet<>();
            for (String column : columns()) {
                if (!seen.add(column)) {
                    problem("column '" + column + "' is named twice");
                }
            }
        }

        private List<String> columns() {
            List<String> columns = new ArrayList<>(
                    List.of(table.area().column(), table.period().column()));
            table.columnsOfFile().forEach(dimension -> columns.add(dimension.column()));
            table.measures().forEach(measure -> columns.add(measure.column()));
            return columns;
        }

        private void checkPeriod() {
            String always = table.period().always();
            if (always.isEmpty() == table.period().column().isEmpty()) {
                problem(
                        "'period' must have either a 'column' or, when all rows are of one period, its code in 'always'");
            } else if (!always.isEmpty()
                    && !(table.source() instanceof TableSource.Files files
                            && files.layout() == TableSource.Layout.COLUMNS)) {
                problem("'period.always' is for files with the layout columns: name the column");
            } else if (!always.isEmpty()
                    && PeriodCode.of(always).filter(table.period()::wants).isEmpty()) {
                problem("'period.always' is '" + always
                        + "': it must be a code such as 2024JJ00, of one of the grains");
            }
        }

        private void checkMargins() {
            TableDefinition.MarginColumn margins = table.margins();
            if (margins == null) {
                return;
            }
            if (!(table.source() instanceof TableSource.Files)) {
                problem("'margins' is for tables that come as files: name its column among the dimensions");
            }
            if (Set.copyOf(List.of(margins.value(), margins.lower(), margins.upper()))
                            .size()
                    < 3) {
                problem("'margins' must give the figure and its two limits different codes");
            }
        }

        private void checkMeasures() {
            if (table.measures().isEmpty()) {
                problem("'measures' is empty: name at least one");
            }
            Set<String> names = new HashSet<>();
            for (TableDefinition.MeasureColumn measure : table.measures()) {
                if (!MEASURE_NAME.matcher(measure.name()).matches()) {
                    problem("measure name '" + measure.name() + "' must be lower case letters, digits and _");
                }
                if (!names.add(measure.name())) {
                    problem("measure name '" + measure.name() + "' is given twice");
                }
            }
        }

        private void checkAreas() {
            if (table.area().codes().isEmpty()) {
                problem("'area.codes' is empty: name the beginnings of the codes wanted, such as GM0935");
            }
            Set<String> codes = new TreeSet<>(table.area().codes());
            codes.addAll(table.area().aliases().keySet());
            codes.addAll(table.area().aliases().values());
            codes.addAll(table.area().labels().values());
            for (String code : codes) {
                if (!AREA_CODE.matcher(code).matches()) {
                    problem("area code '" + code + "' must be two capitals, then capitals or digits, without padding");
                }
            }
        }

        private void checkOData(TableSource.OData source) {
            if (source.version() != 3 && source.version() != 4) {
                problem("'source.version' is " + source.version() + ": it must be 3 or 4");
            }
            if (source.pageSize() < 1 || source.pageSize() > TableSource.OData.LARGEST_PAGE) {
                problem("'source.pageSize' is " + source.pageSize() + ": it must be 1 to "
                        + TableSource.OData.LARGEST_PAGE);
            }
            Set<String> sliceable = new TreeSet<>(Set.of(table.period().column()));
            table.dimensions().forEach(dimension -> sliceable.add(dimension.column()));
            for (String column : source.sliceBy()) {
                if (!sliceable.contains(column)) {
                    problem("'source.sliceBy' names '" + column + "': choose from " + sliceable);
                }
            }
        }

        private void checkLabels() {
            if (table.area().labels().isEmpty()) {
                problem("'area.labels' is empty: a portal file has names, so name the code of each");
            }
            for (TableDefinition.DimensionColumn dimension : table.dimensions()) {
                if (dimension.labels().isEmpty()) {
                    problem("dimension '" + dimension.column() + "' has no 'labels': a portal file has names, "
                            + "so name the code of each");
                }
            }
        }

        private void problem(String what) {
            problems.add("table '" + table.id() + "': " + what);
        }
    }

    /** Definitions that cannot be used; the message says what to change. */
    static final class InvalidDefinitionException extends RuntimeException {
        private final transient List<String> problems;

        InvalidDefinitionException(String location, List<String> problems) {
            super(location + ": " + String.join("; ", problems), (@Nullable Throwable) null);
            this.problems = List.copyOf(problems);
        }

        List<String> problems() {
            return problems;
        }
    }
}
