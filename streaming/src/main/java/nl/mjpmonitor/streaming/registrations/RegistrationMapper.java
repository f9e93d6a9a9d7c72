package nl.mjpmonitor.streaming.registrations;

import java.time.Instant;
import nl.mjpmonitor.streaming.row.RowChange;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns a change of a registration row into what it changes in the counts: taken out of its old cell, put into its new one.
 * Changes that touch no count, and changes of other tables, give nothing. Withdrawn rows count nowhere; an unknown count is
 * counted as unknown, not as zero.
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
        if (!change.system().equals(Registration.SYSTEM) || !change.table().equals(Registration.TABLE)) {
            return;
        }
        Registration previous = counting(change.previousRow());
        Registration current = counting(change.currentRow());
        if (previous != null && current != null && previous.cell().equals(current.cell())) {
            emit(previous.cell(), count(current) - count(previous), unknown(current) - unknown(previous), change, out);
            return;
        }
        if (previous != null) {
            emit(previous.cell(), -count(previous), -unknown(previous), change, out);
        }
        if (current != null) {
            emit(current.cell(), count(current), unknown(current), change, out);
        }
    }

    private @Nullable Registration counting(@Nullable String row) {
        if (row == null) {
            return null;
        }
        Registration registration = Registration.of(mapper.readTree(row));
        return registration.withdrawn() ? null : registration;
    }

    private static long count(Registration registration) {
        return registration.count();
    }

    private static long unknown(Registration registration) {
        return registration.unknown() ? 1 : 0;
    }

    private static void emit(
            Cell cell, long countChange, long unknownChange, RowChange change, Collector<Contribution> out) {
        if (countChange != 0 || unknownChange != 0) {
            Instant knownAt = change.knownAt();
            out.collect(new Contribution(cell, countChange, unknownChange, knownAt));
        }
    }
}
