package nl.mjpmonitor.streaming.detection;

import java.io.IOException;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.mjpmonitor.warehouse.thresholds.Timeline;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * The moments for which it is written what was known of a key: those at which something became known, and those at which the thresholds
 * changed that it is judged by. Of the second it keeps, for each key, which had their turn.
 */
public final class JudgedMoments<T extends Serializable> {

    private final Timeline<T> thresholds;

    /** The newest change that the key was judged by, in milliseconds. */
    private final ValueState<Long> judgedBy;

    /** @param name of the state */
    public JudgedMoments(Timeline<T> thresholds, RuntimeContext context, String name) {
        this.thresholds = thresholds;
        this.judgedBy = context.getState(new ValueStateDescriptor<>(name, Types.LONG));
    }

    /** The first change of thresholds, up to a moment, that the key was not judged by yet. */
    public Optional<Instant> firstDue(Instant now) throws IOException {
        return due(now).stream().findFirst();
    }

    /**
     * The moments from one on, and of the changes of thresholds those up to now, which have had their turn then.
     *
     * @param known when something became known
     */
    public SortedSet<Instant> from(Instant first, Stream<Instant> known, Instant now) throws IOException {
        SortedSet<Instant> moments =
                known.filter(moment -> !moment.isBefore(first)).collect(Collectors.toCollection(TreeSet::new));
        moments.addAll(thresholds.changes(first.minusNanos(1), now));
        SortedSet<Instant> due = due(now);
        if (!due.isEmpty()) {
            judgedBy.update(due.last().toEpochMilli());
        }
        return moments;
    }

    private SortedSet<Instant> due(Instant now) throws IOException {
        Long judged = judgedBy.value();
        return thresholds.changes(judged == null ? Instant.MIN : Instant.ofEpochMilli(judged), now);
    }

    /** Nothing is known of the key any more. */
    public void clear() {
        judgedBy.clear();
    }
}
