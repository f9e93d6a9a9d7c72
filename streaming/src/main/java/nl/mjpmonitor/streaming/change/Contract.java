package nl.mjpmonitor.streaming.change;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What a captured table promises: its columns, their types, its key and the code lists it draws from. */
public final class Contract {

    private static final String POLICE_CLASSES = "codes/police-class.json";
    private static final String AREAS = "codes/area.json";
    private static final int MOST_VIOLATIONS_NAMED = 10;

    private final String system;
    private final String schemaName;
    private final String table;
    private final Envelope envelope;
    private final List<String> keyColumns;
    private final List<String> columns;
    private final Set<String> columnNames;
    private final Schema rowSchema;
    private final Schema keySchema;
    private final List<RowRule> rules;

    Contract(
            String system,
            String schemaName,
            String table,
            Envelope envelope,
            List<String> keyColumns,
            List<String> columns,
            Schema rowSchema,
            Schema keySchema,
            List<RowRule> rules) {
        this.system = system;
        this.schemaName = schemaName;
        this.table = table;
        this.envelope = envelope;
        this.keyColumns = List.copyOf(keyColumns);
        this.columns = List.copyOf(columns);
        this.columnNames = Set.copyOf(columns);
        this.rowSchema = rowSchema;
        this.keySchema = keySchema;
        this.rules = List.copyOf(rules);
    }

    /** Source system. */
    public String system() {
        return system;
    }

    /** Table, without schema. */
    public String table() {
        return table;
    }

    /** How the connector wraps the rows. */
    Envelope envelope() {
        return envelope;
    }

    /** Schema of the table in the source database. */
    String schemaName() {
        return schemaName;
    }

    /** Topic that carries the table's changes. */
    String topic() {
        return system + '.' + schemaName + '.' + table;
    }

    /** Columns of the primary key, in the contract's order. */
    List<String> keyColumns() {
        return keyColumns;
    }

    /** All columns, in the contract's order. */
    List<String> columns() {
        return columns;
    }

    boolean hasColumn(String name) {
        return columnNames.contains(name);
    }

    /**
     * Checks a row against its schema and, when it keeps that, against the rules a schema cannot say.
     *
     * @param knownAt moment the warehouse took the row in
     * @return what it breaks; empty when it keeps the contract
     */
    public Optional<Violation> checkRow(JsonNode row, Instant knownAt) {
        Optional<Violation> violation = violation(rowSchema.validate(row));
        return violation.isPresent()
                ? violation
                : rules.stream()
                        .flatMap(rule -> rule.check(row, knownAt).stream())
                        .findFirst();
    }

    /** Checks a key, all that a delete carries; empty when it keeps the contract. */
    Optional<Violation> checkKey(JsonNode key) {
        return violation(keySchema.validate(key));
    }

    /**
     * Whether a row shows that its table departed from the contract as a whole: a column is gone, was renamed or has another type. A
     * null where none is allowed is a fault of one row, and so is a value of the right type that breaks another rule.
     */
    boolean isBrokenBy(JsonNode row) {
        return rowSchema.validate(row).stream()
                .anyMatch(error -> error.getKeyword().equals("required")
                        || (error.getKeyword().equals("type") && isOfAnotherType(row, column(error))));
    }

    private boolean isOfAnotherType(JsonNode row, String column) {
        JsonNode value = row.get(column);
        return value != null && !value.isNull();
    }

    private static Optional<Violation> violation(List<Error> errors) {
        if (errors.isEmpty()) {
            return Optional.empty();
        }
        List<Violation> violations = errors.stream()
                .map(Contract::violation)
                .sorted(Comparator.comparing(Violation::reason).thenComparing(Violation::detail))
                .toList();
        String detail = violations.stream()
                .limit(MOST_VIOLATIONS_NAMED)
                .map(Violation::detail)
                .collect(Collectors.joining("; "));
        return Optional.of(new Violation(violations.get(0).reason(), detail));
    }

    private static Violation violation(Error error) {
        String keyword = error.getKeyword();
        String expectation = String.valueOf(error.getSchemaNode());
        if (keyword.equals("required")) {
            return new Violation(RejectReason.MISSING_COLUMN, error.getProperty() + ": the column is missing");
        }
        String column = column(error);
        return switch (keyword) {
            case "enum", "const" -> unknownCode(error, column, expectation);
            case "type" -> new Violation(RejectReason.WRONG_TYPE, column + ": must be of type " + expectation);
            case "pattern", "format" ->
                new Violation(RejectReason.WRONG_FORMAT, column + ": must have the form " + expectation);
            case "minLength", "maxLength" ->
                new Violation(RejectReason.WRONG_FORMAT, column + ": must keep " + keyword + ' ' + expectation);
            case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum" ->
                new Violation(RejectReason.OUT_OF_RANGE, column + ": must keep " + keyword + ' ' + expectation);
            default ->
                new Violation(RejectReason.CONTRACT_VIOLATION, column + ": must keep " + keyword + " of its contract");
        };
    }

    private static Violation unknownCode(Error error, String column, String codes) {
        String list = String.valueOf(error.getSchemaLocation());
        if (list.contains(POLICE_CLASSES)) {
            return new Violation(RejectReason.UNKNOWN_POLICE_CLASS, column + ": must be a code of " + POLICE_CLASSES);
        }
        if (list.contains(AREAS)) {
            return new Violation(RejectReason.UNKNOWN_AREA, column + ": must be a code of " + AREAS);
        }
        return new Violation(RejectReason.UNKNOWN_CODE, column + ": must be one of " + codes);
    }

    private static String column(Error error) {
        String path = error.getInstanceLocation().toString();
        return path.isEmpty() || path.equals("/") ? "row" : path.substring(1);
    }
}
