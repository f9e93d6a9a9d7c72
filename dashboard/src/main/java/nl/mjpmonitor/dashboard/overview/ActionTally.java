package nl.mjpmonitor.dashboard.overview;

import java.time.YearMonth;
import java.util.Collection;
import nl.mjpmonitor.warehouse.programme.ProgrammeAction;

/**
 * How the actions of a theme stand, according to the documents.
 *
 * @param all number of actions
 * @param done those that are done
 * @param running those that are being done
 * @param stalled those that have not come about
 * @param overdue those that are not done and should have been
 */
record ActionTally(int all, int done, int running, int stalled, int overdue) {

    /** @param now the month to judge by whether an action is late */
    static ActionTally of(Collection<ProgrammeAction> actions, YearMonth now) {
        return new ActionTally(
                actions.size(),
                count(actions, ProgrammeAction.State.DONE),
                count(actions, ProgrammeAction.State.RUNNING),
                count(actions, ProgrammeAction.State.STALLED),
                (int) actions.stream()
                        .filter(action -> action.state() != ProgrammeAction.State.DONE)
                        .filter(action -> action.due().filter(now::isAfter).isPresent())
                        .count());
    }

    private static int count(Collection<ProgrammeAction> actions, ProgrammeAction.State state) {
        return (int) actions.stream().filter(action -> action.state() == state).count();
    }
}
