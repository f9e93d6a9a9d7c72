package nl.mjpmonitor.ops.sources.onderschat;

import java.time.LocalDate;
import java.util.List;
import nl.mjpmonitor.ops.sources.generation.Provenance;
import org.jspecify.annotations.Nullable;

/** What the system holds on a day. */
record ActionDays(List<ActionDay> days, List<ConversationCount> conversations, List<PassedSignal> signals) {

    /** What kind of day it is. */
    enum Status {
        HELD,
        CANCELLED
    }

    /** A day on which a team goes into a buurt, or would have gone. */
    record ActionDay(
            String number,
            LocalDate on,
            boolean isPilot,
            Status status,
            @Nullable Integer partnerCount,
            String areaCode,
            Provenance provenance) {}

    /** The conversations of a day with one kind of people. */
    record ConversationCount(ActionDay day, String audience, int count, boolean isApproximate, Provenance provenance) {}

    ActionDays {
        days = List.copyOf(days);
        conversations = List.copyOf(conversations);
        signals = List.copyOf(signals);
    }
}
