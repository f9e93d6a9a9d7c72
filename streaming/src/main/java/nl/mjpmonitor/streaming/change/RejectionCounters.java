package nl.mjpmonitor.streaming.change;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** Counts rejected events by reason, in metrics named {@code rejected.<reason>}. */
public final class RejectionCounters {

    private final Map<RejectReason, Counter> counters = new EnumMap<>(RejectReason.class);

    public RejectionCounters(MetricGroup metrics) {
        MetricGroup group = metrics.addGroup("rejected");
        for (RejectReason reason : RejectReason.values()) {
            counters.put(reason, group.counter(reason.code().replace('-', '_')));
        }
    }

    public void count(RejectReason reason) {
        Objects.requireNonNull(counters.get(reason)).inc();
    }
}
