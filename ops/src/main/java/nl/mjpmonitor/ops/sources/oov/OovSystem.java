package nl.mjpmonitor.ops.sources.oov;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.mjpmonitor.ops.sources.database.TableRows;
import nl.mjpmonitor.ops.sources.generation.DemoClock;
import nl.mjpmonitor.ops.sources.generation.DemoSystem;
import nl.mjpmonitor.ops.sources.generation.Provenance;
import nl.mjpmonitor.ops.sources.generation.RegisterPeriod;
import nl.mjpmonitor.ops.sources.oov.PublicOrder.CrisisTeamDay;
import org.jspecify.annotations.Nullable;

/** The demo source system {@code oov}: demonstrations, events, incidents, football, crisis team and consultations. */
public final class OovSystem extends DemoSystem {

    /** The system as of today. */
    public OovSystem() {
        this(DemoClock.system());
    }

    OovSystem(Clock clock) {
        super("oov", clock);
    }

    @Override
    protected List<RegisterPeriod> registers(LocalDate lastDay) {
        return RegisterPeriod.until(Registers.ALL, YearMonth.from(lastDay));
    }

    @Override
    protected List<TableRows> rows(long seed, LocalDate lastDay) {
        PublicOrder order = PublicOrderGenerator.generate(seed, lastDay);
        return List.of(
                demonstrations(order),
                calendar(order),
                applications(order),
                eventYears(lastDay),
                safetyRounds(order),
                incidents(order),
                matches(order),
                crisisTeamEvents(order),
                crisisTeamDays(order),
                consultations(order),
                standingRules(lastDay),
                milestones(lastDay));
    }

    private TableRows demonstrations(PublicOrder order) {
        TableRows rows = table(
                "demonstration",
                "definition",
                "announced_on",
                "is_announced_in_time",
                "assessed_on",
                "held_on",
                "size",
                "is_restricted",
                "status",
                "buurt_code",
                "is_withdrawn",
                "provenance",
                "updated_at",
                "organiser_name",
                "theme",
                "route");
        order.demonstrations()
                .forEach(demonstration -> rows.add(
                        demonstration.isAnnouncedAndAssessed() ? "announced_and_assessed" : "all",
                        demonstration.announcedOn(),
                        demonstration.isAnnouncedInTime(),
                        demonstration.assessedOn(),
                        demonstration.heldOn(),
                        demonstration.size(),
                        demonstration.isRestricted(),
                        demonstration.status(),
                        demonstration.areaCode(),
                        demonstration.isWithdrawn(),
                        demonstration.provenance(),
                        DemoClock.lastWritten(
                                LocalDate.EPOCH,
                                demonstration.announcedOn(),
                                demonstration.assessedOn(),
                                demonstration.heldOn()),
                        NAME,
                        TEXT,
                        TEXT));
        return rows;
    }

    private TableRows calendar(PublicOrder order) {
        TableRows rows = table(
                "calendar_period",
                "calendar_code",
                "started_on",
                "ends_on",
                "name",
                "provenance",
                "updated_at",
                "note");
        order.calendar()
                .forEach(period -> rows.add(
                        period.code(),
                        period.startedOn(),
                        period.endsOn(),
                        period.name(),
                        Provenance.DEMONSTRATION,
                        DemoClock.lastWritten(period.startedOn()),
                        TEXT));
        return rows;
    }

    private TableRows applications(PublicOrder order) {
        TableRows rows = table(
                "event_application",
                "event_number",
                "received_on",
                "assessed_on",
                "decided_on",
                "held_on",
                "risk",
                "status",
                "calendar_code",
                "buurt_code",
                "is_withdrawn",
                "provenance",
                "updated_at",
                "event_name",
                "organiser_name",
                "handler_name");
        order.applications()
                .forEach(application -> rows.add(
                        application.number(),
                        application.receivedOn(),
                        application.assessedOn(),
                        application.decidedOn(),
                        application.heldOn(),
                        application.risk(),
                        application.status(),
                        application.calendarCode(),
                        application.areaCode(),
                        application.isWithdrawn(),
                        application.provenance(),
                        DemoClock.lastWritten(
                                application.receivedOn(),
                                application.assessedOn(),
                                application.decidedOn(),
                                application.heldOn()),
                        TEXT,
                        NAME,
                        NAME));
        return rows;
    }

    private TableRows eventYears(LocalDate lastDay) {
        TableRows rows = table(
                "event_year",
                "counted_on",
                "basis",
                "event_count",
                "is_approximate",
                "provenance",
                "updated_at",
                "note");
        for (StandingFigures.EventYear year : StandingFigures.eventYears(lastDay)) {
            rows.add(
                    year.on(),
                    year.isExpected() ? "expected" : "counted",
                    year.count(),
                    year.isExpected(),
                    year.provenance(),
                    DemoClock.lastWritten(year.on()),
                    TEXT);
        }
        return rows;
    }

    private TableRows safetyRounds(PublicOrder order) {
        TableRows rows = table(
                "event_safety_round",
                "event_number",
                "held_on",
                "status",
                "has_findings",
                "partner_count",
                "buurt_code",
                "provenance",
                "updated_at",
                "handler_name",
                "note");
        order.safetyRounds()
                .forEach(round -> rows.add(
                        round.applicationNumber(),
                        round.heldOn(),
                        heldOrCancelled(round.isHeld()),
                        round.hasFindings(),
                        round.partnerCount(),
                        round.areaCode(),
                        round.provenance(),
                        DemoClock.lastWritten(round.heldOn()),
                        NAME,
                        TEXT));
        return rows;
    }

    private TableRows incidents(PublicOrder order) {
        TableRows rows = table(
                "incident",
                "happened_on",
                "kind",
                "is_aov_deployed",
                "grip_level",
                "status",
                "closed_on",
                "buurt_code",
                "is_withdrawn",
                "provenance",
                "updated_at",
                "aov_name",
                "log");
        order.incidents()
                .forEach(incident -> rows.add(
                        incident.happenedOn(),
                        incident.kind(),
                        incident.isAovDeployed(),
                        incident.gripLevel(),
                        incident.status(),
                        incident.closedOn(),
                        incident.areaCode(),
                        incident.isWithdrawn(),
                        incident.provenance(),
                        DemoClock.lastWritten(incident.happenedOn(), incident.closedOn()),
                        NAME,
                        TEXT));
        return rows;
    }

    private TableRows matches(PublicOrder order) {
        TableRows rows = table(
                "football_match",
                "season",
                "played_on",
                "is_home",
                "match_category",
                "is_away_support_allowed",
                "is_disorderly",
                "status",
                "provenance",
                "updated_at",
                "opponent",
                "commander_name",
                "note");
        order.matches()
                .forEach(match -> rows.add(
                        match.season(),
                        match.playedOn(),
                        match.isHome(),
                        match.category(),
                        match.isAwaySupportAllowed(),
                        match.isDisorderly(),
                        match.isPlayed() ? "played" : "postponed",
                        match.provenance(),
                        DemoClock.lastWritten(match.playedOn()),
                        NAME,
                        NAME,
                        TEXT));
        return rows;
    }

    private TableRows crisisTeamEvents(PublicOrder order) {
        TableRows rows = table(
                "cmt_event",
                "cmt_event_code",
                "calendar_code",
                "started_on",
                "provenance",
                "updated_at",
                "event_name",
                "chair_name");
        Set<String> events = new HashSet<>();
        for (CrisisTeamDay day : order.crisisTeamDays()) {
            if (events.add(day.eventCode())) {
                rows.add(
                        day.eventCode(),
                        day.calendarCode(),
                        day.heldOn(),
                        Registers.provenance("cmt_event", day.heldOn()),
                        DemoClock.lastWritten(day.heldOn()),
                        TEXT,
                        NAME);
            }
        }
        return rows;
    }

    private TableRows crisisTeamDays(PublicOrder order) {
        TableRows rows = table(
                "cmt_day",
                "cmt_event_code",
                "calendar_code",
                "held_on",
                "provenance",
                "updated_at",
                "chair_name",
                "log");
        order.crisisTeamDays()
                .forEach(day -> rows.add(
                        day.eventCode(),
                        day.calendarCode(),
                        day.heldOn(),
                        Registers.provenance("cmt_day", day.heldOn()),
                        DemoClock.lastWritten(day.heldOn()),
                        NAME,
                        TEXT));
        return rows;
    }

    private TableRows consultations(PublicOrder order) {
        TableRows rows = table(
                "consultation",
                "kind",
                "held_on",
                "status",
                "partner_count",
                "provenance",
                "updated_at",
                "chair_name",
                "minutes");
        order.consultations()
                .forEach(consultation -> rows.add(
                        consultation.kind(),
                        consultation.heldOn(),
                        heldOrCancelled(consultation.isHeld()),
                        consultation.partnerCount(),
                        consultation.provenance(),
                        DemoClock.lastWritten(consultation.heldOn()),
                        NAME,
                        TEXT));
        return rows;
    }

    private TableRows standingRules(LocalDate lastDay) {
        TableRows rows =
                table("standing_rule", "rule_code", "valid_from", "rule_value", "provenance", "updated_at", "note");
        for (StandingFigures.Rule rule : StandingFigures.rules(lastDay)) {
            rows.add(
                    rule.code(),
                    rule.validFrom(),
                    rule.value(),
                    rule.provenance(),
                    DemoClock.lastWritten(rule.validFrom()),
                    TEXT);
        }
        return rows;
    }

    private TableRows milestones(LocalDate lastDay) {
        TableRows rows = table(
                "milestone",
                "milestone_code",
                "planned_period",
                "status",
                "reached_on",
                "provenance",
                "updated_at",
                "handler_name",
                "note");
        for (StandingFigures.Milestone milestone : StandingFigures.milestones()) {
            LocalDate reachedOn = happened(milestone.reachedOn(), lastDay);
            rows.add(
                    milestone.code(),
                    milestone.plannedFor(),
                    reachedOn == null ? "planned" : "reached",
                    reachedOn,
                    reachedOn == null ? Provenance.DEMONSTRATION : Registers.provenance("milestone", reachedOn),
                    DemoClock.lastWritten(Registers.YEAR_2023.firstDay(), reachedOn),
                    NAME,
                    TEXT);
        }
        return rows;
    }

    private static String heldOrCancelled(boolean isHeld) {
        return isHeld ? "held" : "cancelled";
    }

    private static @Nullable LocalDate happened(@Nullable LocalDate day, LocalDate lastDay) {
        return day == null || day.isAfter(lastDay) ? null : day;
    }
}
