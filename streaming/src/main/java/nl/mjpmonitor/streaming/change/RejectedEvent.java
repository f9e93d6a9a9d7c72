package nl.mjpmonitor.streaming.change;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.util.OutputTag;

/**
 * An event that the job refused.
 *
 * @param record the event as it came
 * @param violation why
 * @param system source system, empty when it cannot be told
 * @param table source table without schema, empty when it cannot be told
 */
public record RejectedEvent(ConsumedRecord record, Violation violation, String system, String table) {

    /** Side output for rejected events. */
    public static final OutputTag<RejectedEvent> OUTPUT =
            new OutputTag<>("rejected", TypeInformation.of(RejectedEvent.class));
}
