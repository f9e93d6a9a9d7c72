package nl.mjpmonitor.warehouse.reference;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** One line of a reference file. A field that cannot be read becomes a problem and an empty or default value. */
public final class ReferenceRow {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private final String path;
    private final int line;
    private final Map<String, String> fields;
    private final ReferenceProblems problems;

    ReferenceRow(String path, int line, Map<String, String> fields, ReferenceProblems problems) {
        this.path = path;
        this.line = line;
        this.fields = Map.copyOf(fields);
        this.problems = problems;
    }

    /** Path of the file, for messages. */
    public String path() {
        return path;
    }

    /** Number of the line in the file, the first is 1. */
    public int line() {
        return line;
    }

    /** The text of a column; may be empty. */
    public String text(String column) {
        return fields.getOrDefault(column, "");
    }

    /** The text of a column that must be filled in. */
    public String required(String column) {
        String text = text(column);
        if (text.isEmpty()) {
            problems.add(this, "the column " + column + " is empty; fill it in");
        }
        return text;
    }

    /** A date; empty when nothing is filled in. */
    public Optional<LocalDate> date(String column) {
        String text = text(column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException noDate) {
            problems.add(this, "the column " + column + " holds no date; write it as 2024-01-31");
            return Optional.empty();
        }
    }

    /** A date that must be filled in; 1970-01-01 when it is not. */
    public LocalDate requiredDate(String column) {
        required(column);
        return date(column).orElse(LocalDate.EPOCH);
    }

    /** A whole number from 0 up that must be filled in. */
    public int number(String column) {
        String text = text(column);
        if (!NUMBER.matcher(text).matches()) {
            problems.add(this, "the column " + column + " holds no number; write digits only, such as 1680");
            return 0;
        }
        return Integer.parseInt(text);
    }

    /** {@code true} or {@code false}. */
    public boolean flag(String column) {
        String text = text(column);
        if (!text.equals("true") && !text.equals("false")) {
            problems.add(this, "the column " + column + " is not true or false; write one of the two");
        }
        return text.equals("true");
    }
}
