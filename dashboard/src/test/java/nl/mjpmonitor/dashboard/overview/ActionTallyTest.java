package nl.mjpmonitor.dashboard.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import nl.mjpmonitor.warehouse.catalogue.LocalizedText;
import nl.mjpmonitor.warehouse.programme.Passage;
import nl.mjpmonitor.warehouse.programme.ProgrammeAction;
import nl.mjpmonitor.warehouse.programme.ProgrammeAction.State;
import org.junit.jupiter.api.Test;

class ActionTallyTest {

    private static final YearMonth NOW = YearMonth.of(2026, 6);

    @Test
    void countsByState() {
        assertThat(ActionTally.of(
                        List.of(
                                action(State.DONE, YearMonth.of(2026, 1)),
                                action(State.RUNNING, YearMonth.of(2026, 12)),
                                action(State.PLANNED, YearMonth.of(2026, 12)),
                                action(State.STALLED, YearMonth.of(2026, 12))),
                        NOW))
                .isEqualTo(new ActionTally(4, 1, 1, 1, 0));
    }

    @Test
    void whatIsNotDoneInItsMonthIsLateInTheNext() {
        assertThat(late(State.PLANNED, NOW)).isZero();
        assertThat(late(State.PLANNED, NOW.minusMonths(1))).isOne();
        assertThat(late(State.RUNNING, NOW.minusMonths(1))).isOne();
        assertThat(late(State.DONE, NOW.minusMonths(1))).isZero();
    }

    @Test
    void anActionWithoutAMonthIsNeverLate() {
        assertThat(ActionTally.of(List.of(action(State.PLANNED, Optional.empty())), NOW)
                        .overdue())
                .isZero();
    }

    private static int late(State state, YearMonth due) {
        return ActionTally.of(List.of(action(state, due)), NOW).overdue();
    }

    private static ProgrammeAction action(State state, YearMonth due) {
        return action(state, Optional.of(due));
    }

    private static ProgrammeAction action(State state, Optional<YearMonth> due) {
        return new ProgrammeAction(
                "actie",
                "overlast",
                new LocalizedText("tekst", "text"),
                "team",
                due,
                state,
                new Passage("document", "1", "woorden"),
                List.of(),
                List.of());
    }
}
