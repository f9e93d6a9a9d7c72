package nl.mjpmonitor.dashboard.goals;

import java.time.YearMonth;
import java.util.Locale;
import nl.mjpmonitor.warehouse.programme.ProgrammeAction;

/** How an action stands: as the document says, and whether its month has passed since. */
enum ActionState {
    PLANNED,
    RUNNING,
    DONE,
    STALLED,
    /** Not done according to the document, while its month has passed. Documents are not kept up, so it may be done after all. */
    OVERDUE;

    static ActionState of(ProgrammeAction action, YearMonth now) {
        boolean isPast = action.due().filter(now::isAfter).isPresent();
        return switch (action.state()) {
            case DONE -> DONE;
            case STALLED -> STALLED;
            case PLANNED -> isPast ? OVERDUE : PLANNED;
            case RUNNING -> isPast ? OVERDUE : RUNNING;
        };
    }

    String className() {
        return name().toLowerCase(Locale.ROOT);
    }
}
