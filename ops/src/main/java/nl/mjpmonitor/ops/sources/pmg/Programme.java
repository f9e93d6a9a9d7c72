package nl.mjpmonitor.ops.sources.pmg;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import nl.mjpmonitor.ops.sources.generation.Provenance;
import org.jspecify.annotations.Nullable;

/** What the system holds on a day, but for the money. */
record Programme(
        List<FrontImpact> fronts,
        List<Action> actions,
        List<Milestone> milestones,
        List<Reach> reach,
        List<PresenceHours> presence,
        List<Communication> communications,
        List<YouthGroupSignals> youthGroupSignals) {

    /** When a front made its first impact; null is not yet. */
    record FrontImpact(Front front, @Nullable LocalDate firstImpactOn) {}

    /** Something the programme sets out to do. */
    record Action(
            Front front,
            String kind,
            LocalDate plannedOn,
            @Nullable LocalDate startedOn,
            LocalDate dueOn,
            @Nullable LocalDate completedOn,
            @Nullable LocalDate cancelledOn,
            boolean isWithdrawn) {
        String state() {
            if (cancelledOn != null) {
                return "cancelled";
            }
            if (completedOn != null) {
                return "done";
            }
            return startedOn == null ? "planned" : "running";
        }
    }

    /** What should be reached on a day. */
    record Milestone(
            Front front,
            String kind,
            LocalDate setOn,
            LocalDate firstDueOn,
            LocalDate dueOn,
            @Nullable LocalDate movedOn,
            @Nullable LocalDate reachedOn,
            @Nullable LocalDate droppedOn) {
        String state() {
            if (reachedOn != null) {
                return "reached";
            }
            return droppedOn == null ? "open" : "dropped";
        }
    }

    /** What an activity reached in a month; the counts are null when they have not been delivered yet. */
    record Reach(
            Activity activity,
            YearMonth month,
            @Nullable Integer held,
            @Nullable Integer contacts,
            boolean isApproximate,
            LocalDate writtenOn) {}

    /** Hours of an organisation at hotspots or at events. */
    record PresenceHours(String organisation, String occasion, YearMonth month, int hours) {}

    /** How often the programme communicated in a month. */
    record Communication(String channel, YearMonth month, int items) {}

    /** Signals of criminal youth groups in a month. */
    record YouthGroupSignals(YearMonth month, int signals, Provenance provenance) {}

    Programme {
        fronts = List.copyOf(fronts);
        actions = List.copyOf(actions);
        milestones = List.copyOf(milestones);
        reach = List.copyOf(reach);
        presence = List.copyOf(presence);
        communications = List.copyOf(communications);
        youthGroupSignals = List.copyOf(youthGroupSignals);
    }

    /** All there was at the end of a day. The same seed gives the same course of things, whatever the last day. */
    static Programme generate(long seed, LocalDate lastDay) {
        MonthCountGenerator months = new MonthCountGenerator(seed, lastDay);
        return new Programme(
                PlanGenerator.fronts(seed, lastDay),
                PlanGenerator.actions(seed, lastDay),
                PlanGenerator.milestones(seed, lastDay),
                months.reach(),
                months.presence(),
                months.communications(),
                months.youthGroupSignals());
    }
}
