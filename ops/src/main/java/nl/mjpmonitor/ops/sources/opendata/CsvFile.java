package nl.mjpmonitor.ops.sources.opendata;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A file as the portals and services of Statistics Netherlands write it: every value in quotes, semicolons between them. */
final class CsvFile {

    private final StringBuilder text = new StringBuilder();

    CsvFile line(String... values) {
        return line(Arrays.asList(values));
    }

    CsvFile line(List<String> values) {
        text.append(values.stream()
                        .map(value -> '"' + value.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(";")))
                .append("\r\n");
        return this;
    }

    /** A line that begins with some values and goes on with others. */
    CsvFile line(List<String> beginning, List<String> rest) {
        return line(Stream.concat(beginning.stream(), rest.stream()).toList());
    }

    String text() {
        return text.toString();
    }
}
