package nl.mjpmonitor.ops.sources.pmg;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import nl.mjpmonitor.ops.sources.database.TableRows;
import nl.mjpmonitor.ops.sources.generation.DemoClock;
import nl.mjpmonitor.ops.sources.generation.DemoSystem;
import nl.mjpmonitor.ops.sources.generation.Provenance;
import nl.mjpmonitor.ops.sources.generation.RegisterPeriod;

/** The demo source system {@code pmg}: fronts, actions, milestones, reach, presence and money of Preventie met Gezag. */
public final class PmgSystem extends DemoSystem {
    /** The system as of today. */
    public PmgSystem() {
        this(DemoClock.system());
    }

    PmgSystem(Clock clock) {
        super("pmg", clock);
    }

    @Override
    protected List<RegisterPeriod> registers(LocalDate lastDay) {
        return Stream.concat(
                        RegisterPeriod.until(Registers.OF_DAYS, YearMonth.from(lastDay)).stream(),
                        RegisterPeriod.until(Registers.OF_MONTHS, DemoClock.lastWholeMonth(lastDay)).stream())
                .toList();
    }

    @Override
    protected List<TableRows> rows(long seed, LocalDate lastDay) {
        Programme programme = Programme.generate(seed, lastDay);
        Grant grant = GrantGenerator.generate(seed, lastDay);
        return List.of(
                fronts(programme, lastDay),
                actions(programme),
                milestones(programme),
                reach(programme),
                presence(programme),
                communications(programme),
                youthGroupSignals(programme),
                budgets(grant),
                bookings(grant));
    }

    private TableRows fronts(Programme programme, LocalDate lastDay) {
        TableRows rows = table(
                "front",
                "front_code",
                "name",
                "first_impact_on",
                "provenance",
                "updated_at",
                "coordinator_name",
                "note");
        programme
                .fronts()
                .forEach(impact -> rows.add(
                        impact.front(),
                        impact.front().dutchName(),
                        impact.firstImpactOn(),
                        Provenance.PUBLISHED_YEAR,
                        DemoClock.lastWritten(impact.firstImpactOn() == null ? lastDay : impact.firstImpactOn()),
                        NAME,
                        TEXT));
        return rows;
    }

    private TableRows actions(Programme programme) {
        TableRows rows = table(
                "action",
                "front_code",
                "kind",
                "state",
                "owner_role",
                "planned_on",
                "started_on",
                "due_on",
                "completed_on",
                "is_withdrawn",
                "provenance",
                "updated_at",
                "title",
                "owner_name",
                "note");
        programme
                .actions()
                .forEach(action -> rows.add(
                        action.front(),
                        action.kind(),
                        action.state(),
                        action.front().ownerRole(),
                        action.plannedOn(),
                        action.startedOn(),
                        action.dueOn(),
                        action.completedOn(),
                        action.isWithdrawn(),
                        Provenance.DEMONSTRATION,
                        DemoClock.lastWritten(
                                action.plannedOn(), action.startedOn(), action.completedOn(), action.cancelledOn()),
                        TEXT,
                        NAME,
                        TEXT));
        return rows;
    }

    private TableRows milestones(Programme programme) {
        TableRows rows = table(
                "milestone",
                "front_code",
                "kind",
                "first_due_on",
                "due_on",
                "move_count",
                "moved_on",
                "state",
                "reached_on",
                "provenance",
                "updated_at",
                "title",
                "owner_name",
                "note");
        programme
                .milestones()
                .forEach(milestone -> rows.add(
                        milestone.front(),
                        milestone.kind(),
                        milestone.firstDueOn(),
                        milestone.dueOn(),
                        milestone.movedOn() == null ? 0 : 1,
                        milestone.movedOn(),
                        milestone.state(),
                        milestone.reachedOn(),
                        Provenance.DEMONSTRATION,
                        DemoClock.lastWritten(
                                milestone.setOn(), milestone.movedOn(), milestone.reachedOn(), milestone.droppedOn()),
                        TEXT,
                        NAME,
                        TEXT));
        return rows;
    }

    private TableRows reach(Programme programme) {
        TableRows rows = table(
                "reach_count",
                "activity",
                "month",
                "front_code",
                "held_count",
                "contact_count",
                "is_approximate",
                "provenance",
                "updated_at",
                "counter_name",
                "note");
        programme
                .reach()
                .forEach(reach -> rows.add(
                        reach.activity(),
                        reach.month().atDay(1),
                        reach.activity().front(),
                        reach.held(),
                        reach.contacts(),
                        reach.isApproximate(),
                        Provenance.DEMONSTRATION,
                        DemoClock.lastWritten(reach.writtenOn()),
                        NAME,
                        TEXT));
        return rows;
    }

    private TableRows presence(Programme programme) {
        TableRows rows = table(
                "presence_hours",
                "organisation",
                "occasion",
                "month",
                "hour_count",
                "provenance",
                "updated_at",
                "planner_name",
                "note");
        programme
                .presence()
                .forEach(presence -> rows.add(
                        presence.organisation(),
                        presence.occasion(),
                        presence.month().atDay(1),
                        presence.hours(),
                        Provenance.DEMONSTRATION,
                        DemoClock.lastWritten(presence.month().atEndOfMonth()),
                        NAME,
                        TEXT));
        return rows;
    }

    private TableRows communications(Programme programme) {
        TableRows rows = table(
                "communication_count",
                "channel",
                "month",
                "item_count",
                "provenance",
                "updated_at",
                "author_name",
                "note");
        programme
                .communications()
                .forEach(communication -> rows.add(
                        communication.channel(),
                        communication.month().atDay(1),
                        communication.items(),
                        Provenance.DEMONSTRATION,
                        DemoClock.lastWritten(communication.month().atEndOfMonth()),
                        NAME,
                        TEXT));
        return rows;
    }

    private TableRows youthGroupSignals(Programme programme) {
        TableRows rows = table(
                "youth_group_signal_count",
                "month",
                "signal_count",
                "provenance",
                "updated_at",
                "reporter_contact",
                "note");
        programme
                .youthGroupSignals()
                .forEach(signals -> rows.add(
                        signals.month().atDay(1),
                        signals.signals(),
                        signals.provenance(),
                        DemoClock.lastWritten(signals.month().atEndOfMonth()),
                        NAME,
                        TEXT));
        return rows;
    }

    private TableRows budgets(Grant grant) {
        TableRows rows = table(
                "grant_budget",
                "scheme",
                "valid_from",
                "valid_to",
                "budget_year",
                "amount_in_euros",
                "is_period_derived",
                "provenance",
                "updated_at",
                "decision_reference",
                "note");
        grant.budgets()
                .forEach(budget -> rows.add(
                        budget.scheme(),
                        budget.validFrom(),
                        budget.validTo(),
                        budget.year(),
                        budget.amountInEuros(),
                        budget.isPeriodDerived(),
                        budget.provenance(),
                        DemoClock.lastWritten(budget.knownOn()),
                        TEXT,
                        TEXT));
        return rows;
    }

    private TableRows bookings(Grant grant) {
        TableRows rows = table(
                "spending",
                "scheme",
                "front_code",
                "kind",
                "month",
                "corrected_month",
                "amount_in_euros",
                "is_withdrawn",
                "provenance",
                "updated_at",
                "creditor_name",
                "description");
        grant.bookings()
                .forEach(booking -> rows.add(
                        booking.scheme(),
                        booking.front(),
                        booking.correctedMonth() == null ? "booking" : "correction",
                        booking.month().atDay(1),
                        booking.correctedMonth() == null
                                ? null
                                : booking.correctedMonth().atDay(1),
                        booking.amountInEuros(),
                        booking.isWithdrawn(),
                        Provenance.DEMONSTRATION,
                        DemoClock.lastWritten(booking.month().atEndOfMonth()),
                        NAME,
                        TEXT));
        return rows;
    }
}
