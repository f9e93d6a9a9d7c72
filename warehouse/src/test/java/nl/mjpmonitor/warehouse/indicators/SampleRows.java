package nl.mjpmonitor.warehouse.indicators;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Rows of casework for tests. */
final class SampleRows {

    private final String system;
    private final String table;
    private final List<String> columns;
    private final List<CaseworkRows> rows = new ArrayList<>();

    private SampleRows(String system, String table, List<String> columns) {
        this.system = system;
        this.table = table;
        this.columns = columns;
    }

    /** Rows of a table with these columns; their keys are 1, 2 and so on. */
    static SampleRows of(String system, String table, String... columns) {
        return new SampleRows(system, table, List.of(columns));
    }

    /** Months that a register of a system was kept. */
    static SampleRows register(String system, String register, String from, String to, String provenance) {
        return of(system, KeptMonths.REGISTERS, "register", "period_from", "period_to", "provenance")
                .row(register, from, to, provenance);
    }

    /** Adds a row. */
    SampleRows row(@Nullable String... row) {
        List<Integer> given = IntStream.range(0, row.length)
                .filter(place -> row[place] != null)
                .boxed()
                .toList();
        rows.add(new CaseworkRows(
                system,
                table,
                given.stream().map(columns::get).toList(),
                List.of(Integer.toString(rows.size() + 1)),
                given.stream().map(place -> Objects.requireNonNull(row[place])).toList()));
        return this;
    }

    /** Each by itself, because what is null in one of them may not be in another. */
    List<CaseworkRows> rows() {
        return rows;
    }
}
