package nl.mjpmonitor.ops.sources.pmg;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nl.mjpmonitor.ops.sources.generation.Chance;
import nl.mjpmonitor.ops.sources.pmg.Programme.Action;
import nl.mjpmonitor.ops.sources.pmg.Programme.FrontImpact;
import nl.mjpmonitor.ops.sources.pmg.Programme.Milestone;
import org.jspecify.annotations.Nullable;

/** Makes the course of fronts, actions and milestones, and tells how they stand at the end of a day. */
final class PlanGenerator {
    /** The programme plan was drawn up in 2023, with all partners. */
    private static final YearMonth START = YearMonth.of(2023, 3);

    private static final YearMonth GRANTED = YearMonth.of(2024, 1);
    private static final double ACTIONS_A_MONTH_BEFORE_THE_GRANT = 0.4;
    private static final double ACTIONS_A_MONTH_OF_A_FRONT = 0.35;
    private static final double CANCELLED = 0.1;
    private static final double WITHDRAWN = 0.03;
    private static final double MOVED = 0.35;
    private static final double DROPPED = 0.05;

    private PlanGenerator() {}

    /** The fronts, which all made a first impact in 2024; in which month is made up. */
    static List<FrontImpact> fronts(long seed, LocalDate lastDay) {
        List<FrontImpact> fronts = new ArrayList<>();
        for (Front front : Front.values()) {
            Chance chance = Chance.of(seed, "first impact", front);
            LocalDate on = chance.workingDay(Registers.YEAR_2024.from().plusMonths(chance.between(2, 9)));
            fronts.add(new FrontImpact(front, happened(on, lastDay)));
        }
        return fronts;
    }

    /** The actions that were in the plan, in the order in which they got there. */
    static List<Action> actions(long seed, LocalDate lastDay) {
        List<Action> actions = new ArrayList<>();
        for (YearMonth month = START; !month.atDay(1).isAfter(lastDay); month = month.plusMonths(1)) {
            for (Front front : Front.values()) {
                Chance chance = Chance.of(seed, "actions", month, front);
                double mean = month.isBefore(GRANTED)
                        ? front == Front.COOPERATION ? ACTIONS_A_MONTH_BEFORE_THE_GRANT : 0
                        : ACTIONS_A_MONTH_OF_A_FRONT;
                for (int i = chance.poisson(mean); i > 0; i--) {
                    actions.add(action(front, month, lastDay, chance));
                }
            }
        }
        return actions.stream()
                .filter(action -> !action.plannedOn().isAfter(lastDay))
                .sorted(Comparator.comparing(Action::plannedOn))
                .toList();
    }

    private static Action action(Front front, YearMonth month, LocalDate lastDay, Chance chance) {
        String kind = chance.pick(actionKinds(front));
        LocalDate plannedOn = chance.workingDay(month);
        LocalDate startedOn = chance.workingDayAfter(plannedOn, 5, 60);
        LocalDate dueOn = chance.workingDayAfter(startedOn, 45, 240);
        LocalDate completedOn = chance.workingDayAfter(dueOn, -20, 60);
        boolean isCancelled = chance.happens(CANCELLED);
        LocalDate cancelledOn = chance.workingDayAfter(plannedOn, 10, 100);
        return new Action(
                front,
                kind,
                plannedOn,
                isCancelled && cancelledOn.isBefore(startedOn) ? null : happened(startedOn, lastDay),
                dueOn,
                isCancelled ? null : happened(completedOn, lastDay),
                isCancelled ? happened(cancelledOn, lastDay) : null,
                chance.happens(WITHDRAWN));
    }

    /** The milestones of every year that had begun, in the order in which they were first due. */
    static List<Milestone> milestones(long seed, LocalDate lastDay) {
        List<Milestone> milestones = new ArrayList<>();
        for (int year = START.getYear(); year <= lastDay.getYear(); year++) {
            for (Front front : Front.values()) {
                for (String kind : milestoneKinds(front)) {
                    if (year >= GRANTED.getYear() || kind.equals("implementation_plan")) {
                        milestones.add(milestone(front, kind, year, lastDay, Chance.of(seed, year, front, kind)));
                    }
                }
            }
        }
        return milestones.stream()
                .filter(milestone -> !milestone.setOn().isAfter(lastDay))
                .sorted(Comparator.comparing(Milestone::firstDueOn))
                .toList();
    }

    private static Milestone milestone(Front front, String kind, int year, LocalDate lastDay, Chance chance) {
        LocalDate setOn = chance.workingDay(YearMonth.of(year, 1));
        LocalDate firstDueOn = chance.workingDay(YearMonth.of(year, chance.between(3, 12)));
        boolean isMoved = chance.happens(MOVED);
        LocalDate movedOn = chance.workingDayAfter(firstDueOn, -25, -5);
        LocalDate laterDueOn = chance.workingDayAfter(firstDueOn, 45, 120);
        boolean isMovedYet = isMoved && !movedOn.isAfter(lastDay);
        LocalDate finallyDueOn = isMoved ? laterDueOn : firstDueOn;
        LocalDate reachedOn = chance.workingDayAfter(finallyDueOn, isMoved ? -20 : -4, 10);
        boolean isDropped = chance.happens(DROPPED);
        return new Milestone(
                front,
                kind,
                setOn,
                firstDueOn,
                isMovedYet ? laterDueOn : firstDueOn,
                isMovedYet ? movedOn : null,
                isDropped ? null : happened(reachedOn, lastDay),
                isDropped ? happened(finallyDueOn, lastDay) : null);
    }

    private static List<String> actionKinds(Front front) {
        return switch (front) {
            case COOPERATION -> List.of("agreement", "consultation", "communication");
            case INFORMATION_POSITION -> List.of("analysis", "agreement");
            case STREET_PRESENCE -> List.of("deployment", "event_presence");
            case INTERVENTIONS -> List.of("support", "school_programme");
        };
    }

    /** What a front wants to reach in a year, each once. */
    private static List<String> milestoneKinds(Front front) {
        return switch (front) {
            case COOPERATION -> List.of("implementation_plan", "accountability_report", "agreement");
            case INFORMATION_POSITION -> List.of("information_product", "agreement");
            case STREET_PRESENCE -> List.of("deployment_schedule");
            case INTERVENTIONS -> List.of("intervention_launch");
        };
    }

    private static @Nullable LocalDate happened(LocalDate day, LocalDate lastDay) {
        return day.isAfter(lastDay) ? null : day;
    }
}
