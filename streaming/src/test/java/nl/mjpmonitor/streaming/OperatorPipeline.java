package nl.mjpmonitor.streaming;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import nl.mjpmonitor.streaming.ChangeLog.Event;
import nl.mjpmonitor.streaming.change.ChangeEvent;
import nl.mjpmonitor.streaming.change.ConsumedRecord;
import nl.mjpmonitor.streaming.change.ContractSources;
import nl.mjpmonitor.streaming.change.DecodeFunction;
import nl.mjpmonitor.streaming.change.RejectedEvent;
import nl.mjpmonitor.streaming.registrations.Contribution;
import nl.mjpmonitor.streaming.registrations.CountFunction;
import nl.mjpmonitor.streaming.registrations.RegistrationMapper;
import nl.mjpmonitor.streaming.row.LatestRowFunction;
import nl.mjpmonitor.streaming.row.RowChange;
import nl.mjpmonitor.warehouse.rows.MonthlyCountRow;
import nl.mjpmonitor.warehouse.rows.WarehouseRow;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;

/** The operators of the workflow one after another, without a cluster. */
@SuppressWarnings("try") // the harnesses close with any exception
final class OperatorPipeline implements AutoCloseable {

    /** A contribution and the row it comes from. */
    record Sourced(String rowKey, Contribution contribution) {}

    record State(OperatorSubtaskState latestRow, OperatorSubtaskState count) {}

    private final List<WarehouseRow> written;
    private final OneInputStreamOperatorTestHarness<ConsumedRecord, ChangeEvent> decode;
    private final KeyedOneInputStreamOperatorTestHarness<String, ChangeEvent, RowChange> latestRow;
    private final KeyedOneInputStreamOperatorTestHarness<String, Contribution, MonthlyCountRow> count;
    private final RegistrationMapper mapper = new RegistrationMapper();

    OperatorPipeline(List<WarehouseRow> written) throws Exception {
        this(written, null);
    }

    OperatorPipeline(List<WarehouseRow> written, State state) throws Exception {
        this.written = written;
        ContractSources contracts = ContractSources.packaged();
        decode = new OneInputStreamOperatorTestHarness<>(
                new ProcessOperator<>(new DecodeFunction(contracts, WarehouseWorkflow.ROW_RULES, 100_000)));
        latestRow = new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new LatestRowFunction(contracts, WarehouseWorkflow.ROW_RULES)),
                ChangeEvent::rowKey,
                Types.STRING);
        count = new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new CountFunction()), Contribution::cellKey, Types.STRING);
        if (state != null) {
            latestRow.initializeState(state.latestRow());
            count.initializeState(state.count());
        }
        decode.open();
        latestRow.open();
        count.open();
        mapper.open(new OpenContext() {});
    }

    void process(List<Event> events, UnaryOperator<List<Sourced>> order) throws Exception {
        for (Event event : events) {
            decode.processElement(event.record(), 0);
        }
        for (ChangeEvent event : decode.extractOutputValues()) {
            latestRow.processElement(event, 0);
        }
        decode.getOutput().clear();
        List<Sourced> contributions = new ArrayList<>();
        for (RowChange change : latestRow.extractOutputValues()) {
            written.add(WarehouseRows.changeEvent(change));
            List<Contribution> ofChange = new ArrayList<>();
            mapper.flatMap(change, new ListCollector<>(ofChange));
            ofChange.forEach(contribution -> contributions.add(new Sourced(change.key(), contribution)));
        }
        latestRow.getOutput().clear();
        for (Sourced sourced : order.apply(contributions)) {
            count.processElement(sourced.contribution(), 0);
        }
        written.addAll(count.extractOutputValues());
        count.getOutput().clear();
        writeRejected();
    }

    State checkpoint() throws Exception {
        return new State(latestRow.snapshot(1, 1), count.snapshot(1, 1));
    }

    private void writeRejected() {
        var rejected = decode.getSideOutput(RejectedEvent.OUTPUT);
        if (rejected != null) {
            rejected.forEach(event -> written.add(WarehouseRows.rejectedEvent(event.getValue())));
        }
    }

    @Override
    public void close() throws Exception {
        decode.close();
        latestRow.close();
        count.close();
    }
}
