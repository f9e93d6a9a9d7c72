package nl.mjpmonitor.streaming.detection;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import nl.mjpmonitor.warehouse.thresholds.Timeline;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;

/**
 * Runs a function that judges what it holds, and has it look at every key once when it goes on with thresholds it did not have before:
 * nothing may come in for most of them. It does so by a timer of event time, at the moment at which it was started; what is on its way
 * until then comes first. An operator instead of a function, because only an operator can go through all keys.
 */
public final class JudgingOperator<IN, OUT> extends KeyedProcessOperator<String, IN, OUT> {

    private static final long serialVersionUID = 1L;
    private static final String JUDGED_BY = "judged-by";

    private final long newestChange;
    private final List<String> states;

    private transient long judgedUntil;

    /**
     * Runs a function.
     *
     * @param thresholds those it judges by
     * @param states of the function; a key that has one of them is looked at
     */
    public JudgingOperator(
            KeyedProcessFunction<String, IN, OUT> function,
            Timeline<? extends Serializable> thresholds,
            List<String> states) {
        super(function);
        this.newestChange =
                thresholds.newestUntil(Instant.MAX).map(Instant::toEpochMilli).orElse(Long.MIN_VALUE);
        this.states = List.copyOf(states);
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        judgedUntil = Long.MIN_VALUE;
        for (Long each : judgedBy().get()) {
            judgedUntil = Math.max(judgedUntil, each);
        }
    }

    @Override
    public void open() throws Exception {
        super.open();
        if (newestChange > judgedUntil) {
            long now = Math.max(newestChange, getProcessingTimeService().getCurrentProcessingTime());
            InternalTimerService<VoidNamespace> timers =
                    getInternalTimerService("user-timers", VoidNamespaceSerializer.INSTANCE, this);
            for (String state : states) {
                try (Stream<String> keys = this.<String>getKeyedStateBackend().getKeys(state, VoidNamespace.INSTANCE)) {
                    keys.forEach(key -> {
                        setCurrentKey(key);
                        timers.registerEventTimeTimer(VoidNamespace.INSTANCE, now);
                    });
                }
            }
        }
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        judgedBy().update(List.of(newestChange));
    }

    private ListState<Long> judgedBy() throws Exception {
        return getOperatorStateBackend().getUnionListState(new ListStateDescriptor<>(JUDGED_BY, Types.LONG));
    }
}
