package nl.mjpmonitor.streaming.registrations;

import java.util.Optional;
import nl.mjpmonitor.streaming.change.Operation;
import nl.mjpmonitor.streaming.row.RowChange;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns a change of a row of a {@link CountedTable} into what it changes in the counts: taken out of its old cell, put into its new
 * one. Changes that touch no count, and changes of other tables, give nothing.
 */
public final class RegistrationMapper extends RichFlatMapFunction<RowChange, Contribution> {

    private static final long serialVersionUID = 1L;

    private transient JsonMapper mapper;

    @Override
    public void open(OpenContext context) {
        mapper = JsonMapper.builder().build();
    }

    @Override
    public void flatMap(RowChange change, Collector<Contribution> out) {
        for (CountedTable table : CountedTable.ALL) {
            if (table.system().equals(change.system()) && table.table().equals(change.table())) {
                contribute(
                        share(table, change.previousRow()).orElse(null),
                        share(table, change.currentRow()).orElse(null),
                        change,
                        out);
            }
        }
    }

    private Optional<Share> share(CountedTable table, @Nullable String row) {
        return row == null ? Optional.empty() : table.share(mapper.readTree(row));
    }

    private static void contribute(
            @Nullable Share previous, @Nullable Share current, RowChange change, Collector<Contribution> out) {
        if (previous != null && current != null && previous.cell().equals(current.cell())) {
            emit(
                    previous.cell(),
                    current.count() - previous.count(),
                    current.unknown() - previous.unknown(),
                    change,
                    out);
            return;
        }
        if (previous != null) {
            emit(previous.cell(), -previous.count(), -previous.unknown(), change, out);
        }
        if (current != null) {
            emit(current.cell(), current.count(), current.unknown(), change, out);
        }
    }

    private static void emit(
            Cell cell, long countChange, long unknownChange, RowChange change, Collector<Contribution> out) {
        if (countChange != 0 || unknownChange != 0) {
            out.collect(new Contribution(
                    cell, countChange, unknownChange, change.knownAt(), change.operation() == Operation.READ));
        }
    }
}
