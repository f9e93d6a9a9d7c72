package nl.mjpmonitor.ops.sources.melddesk;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import nl.mjpmonitor.ops.sources.database.TableRows;
import nl.mjpmonitor.ops.sources.generation.AreaWeights;
import nl.mjpmonitor.ops.sources.generation.DemoClock;
import nl.mjpmonitor.ops.sources.generation.DemoSystem;
import nl.mjpmonitor.ops.sources.generation.Provenance;
import nl.mjpmonitor.ops.sources.generation.PublishedFigures;
import nl.mjpmonitor.ops.sources.generation.RegisterPeriod;
import nl.mjpmonitor.ops.sources.melddesk.Desk.Report;
import org.jspecify.annotations.Nullable;

/** The demo source system {@code melddesk}: nuisance reports, their screening, hotspots and dwelling nuisance. */
public final class MelddeskSystem extends DemoSystem {
    private static final String DEMO_TELEPHONE = "0000000000";
    private static final String CITY_CENTRE = "BU09350000";
    private static final ZoneId DUTCH_TIME = ZoneId.of("Europe/Amsterdam");

    /** The size of a group on a day. */
    private record GroupSize(
            String code, LocalDate on, int people, boolean isApproximate, String areaCode, Provenance provenance) {}

    /** A milestone; nothing was published about whether it was reached. */
    private record Milestone(
            String code, String plannedFor, @Nullable LocalDate reachedOn) {}

    private static final List<Milestone> MILESTONES = List.of(
            new Milestone("skaeve_huse", "2023-Q1", null),
            new Milestone("hotspot_monitoring", "2024", LocalDate.of(2024, 4, 2)),
            new Milestone("dwelling_nuisance_framework", "2024", LocalDate.of(2024, 11, 19)),
            new Milestone("hotspot_action_plan", "2025-2026", LocalDate.of(2025, 6, 24)));

    /** The system as of today. */
    public MelddeskSystem() {
        this(DemoClock.system());
    }

    MelddeskSystem(Clock clock) {
        super("melddesk", clock);
    }

    @Override
    protected List<RegisterPeriod> registers(LocalDate lastDay) {
        return RegisterPeriod.until(Registers.ALL, YearMonth.from(lastDay));
    }

    @Override
    protected List<TableRows> rows(long seed, LocalDate lastDay) {
        Desk desk = DeskGenerator.generate(seed, lastDay);
        return List.of(
                hotspots(desk),
                plans(desk),
                reports(desk),
                corrections(desk),
                screenings(desk),
                dwellingCases(desk),
                groupSizes(lastDay),
                milestones(lastDay));
    }

    private TableRows hotspots(Desk desk) {
        TableRows rows = table(
                "hotspot",
                "hotspot_number",
                "location_number",
                "origin",
                "detected_on",
                "identified_on",
                "assessed_on",
                "outcome",
                "lead",
                "monitoring_on",
                "evaluated_on",
                "status",
                "buurt_code",
                "is_withdrawn",
                "provenance",
                "updated_at",
                "place_name",
                "address",
                "note");
        desk.hotspots()
                .forEach(hotspot -> rows.add(
                        hotspot.number(),
                        hotspot.location().number(),
                        hotspot.isDwelling() ? "dwelling" : "public_space",
                        hotspot.detectedOn(),
                        hotspot.identifiedOn(),
                        hotspot.assessedOn(),
                        hotspot.assessedOn() == null ? null : hotspot.isSafety() ? "veiligheid" : "leefbaarheid",
                        hotspot.assessedOn() == null ? null : hotspot.isSafety() ? "oov" : "lwa",
                        hotspot.monitoringOn(),
                        hotspot.evaluatedOn(),
                        hotspot.status(),
                        hotspot.location().areaCode(),
                        hotspot.isWithdrawn(),
                        hotspot.provenance(),
                        DemoClock.lastWritten(
                                hotspot.detectedOn(),
                                hotspot.identifiedOn(),
                                hotspot.assessedOn(),
                                hotspot.monitoringOn(),
                                hotspot.evaluatedOn()),
                        NAME,
                        ADDRESS,
                        TEXT));
        return rows;
    }

    private TableRows plans(Desk desk) {
        TableRows rows = table(
                "hotspot_plan",
                "hotspot_number",
                "started_on",
                "ended_on",
                "result",
                "partner_count",
                "buurt_code",
                "provenance",
                "updated_at",
                "handler_name",
                "note");
        desk.plans()
                .forEach(plan -> rows.add(
                        plan.hotspotNumber(),
                        plan.startedOn(),
                        plan.endedOn(),
                        plan.result(),
                        plan.partnerCount(),
                        plan.areaCode(),
                        Registers.provenance("hotspot_plan", plan.startedOn()),
                        DemoClock.lastWritten(plan.startedOn(), plan.endedOn()),
                        NAME,
                        TEXT));
        return rows;
    }

    private TableRows reports(Desk desk) {
        TableRows rows = table(
                "report",
                "report_number",
                "received_at",
                "happened_on",
                "channel",
                "category",
                "location_number",
                "buurt_code",
                "status",
                "closed_on",
                "is_merged",
                "merged_into_number",
                "is_withdrawn",
                "provenance",
                "updated_at",
                "reporter_name",
                "reporter_telephone",
                "address",
                "description");
        desk.reports()
                .forEach(report -> rows.add(
                        report.number(),
                        report.receivedAt().atZone(DUTCH_TIME).toOffsetDateTime(),
                        report.happenedOn(),
                        report.channel(),
                        report.category(),
                        report.location() == null ? null : report.location().number(),
                        report.areaCode(),
                        report.status(),
                        report.closedOn(),
                        report.mergedInto() != null,
                        report.mergedInto(),
                        report.isWithdrawn(),
                        Provenance.DEMONSTRATION,
                        updatedAt(report),
                        NAME,
                        DEMO_TELEPHONE,
                        ADDRESS,
                        TEXT));
        return rows;
    }

    private static OffsetDateTime updatedAt(Report report) {
        return report.changedOn().equals(report.receivedAt().toLocalDate())
                ? report.receivedAt().atZone(DUTCH_TIME).toOffsetDateTime()
                : DemoClock.lastWritten(report.changedOn());
    }

    private TableRows corrections(Desk desk) {
        TableRows rows = table(
                "report_correction",
                "report_number",
                "corrected_on",
                "field",
                "from_code",
                "to_code",
                "provenance",
                "updated_at",
                "corrector_name");
        desk.corrections()
                .forEach(correction -> rows.add(
                        correction.reportNumber(),
                        correction.correctedOn(),
                        correction.field(),
                        correction.from(),
                        correction.to(),
                        Provenance.DEMONSTRATION,
                        DemoClock.lastWritten(correction.correctedOn()),
                        NAME));
        return rows;
    }

    private TableRows screenings(Desk desk) {
        TableRows rows = table(
                "screening",
                "report_number",
                "screened_on",
                "category",
                "is_repeated",
                "is_prolonged",
                "is_drug_related",
                "is_intimidating",
                "result",
                "hotspot_number",
                "buurt_code",
                "is_approximate",
                "provenance",
                "updated_at",
                "screener_name",
                "findings");
        desk.screenings()
                .forEach(screening -> rows.add(
                        screening.reportNumber(),
                        screening.screenedOn(),
                        screening.category(),
                        screening.isRepeated(),
                        screening.isProlonged(),
                        screening.category().equals("drugs"),
                        screening.isIntimidating(),
                        screening.isIndication() ? "indication" : "none",
                        screening.hotspotNumber(),
                        screening.areaCode(),
                        Registers.TWO_YEARS.contains(screening.screenedOn()),
                        Registers.provenance("screening", screening.screenedOn()),
                        DemoClock.lastWritten(screening.screenedOn()),
                        NAME,
                        TEXT));
        return rows;
    }

    private TableRows dwellingCases(Desk desk) {
        TableRows rows = table(
                "dwelling_nuisance_case",
                "nuisance_case_number",
                "location_number",
                "hotspot_number",
                "kind",
                "started_on",
                "order_requested_on",
                "reopened_on",
                "closed_on",
                "status",
                "result",
                "partner_count",
                "buurt_code",
                "is_withdrawn",
                "provenance",
                "updated_at",
                "resident_names",
                "address",
                "approach");
        desk.dwellingCases()
                .forEach(dwellingCase -> rows.add(
                        dwellingCase.number(),
                        dwellingCase.dwelling().number(),
                        dwellingCase.hotspotNumber(),
                        dwellingCase.kind(),
                        dwellingCase.startedOn(),
                        dwellingCase.orderRequestedOn(),
                        dwellingCase.reopenedOn(),
                        dwellingCase.closedOn(),
                        dwellingCase.closedOn() == null ? "open" : "closed",
                        dwellingCase.result(),
                        dwellingCase.partnerCount(),
                        dwellingCase.dwelling().areaCode(),
                        dwellingCase.isWithdrawn(),
                        dwellingCase.isWithdrawn()
                                ? Provenance.DEMONSTRATION
                                : Registers.provenance("dwelling_nuisance_case", dwellingCase.startedOn()),
                        DemoClock.lastWritten(
                                dwellingCase.startedOn(),
                                dwellingCase.orderRequestedOn(),
                                dwellingCase.reopenedOn(),
                                dwellingCase.closedOn()),
                        NAME,
                        ADDRESS,
                        TEXT));
        return rows;
    }

    private TableRows groupSizes(LocalDate lastDay) {
        TableRows rows = table(
                "group_size",
                "group_code",
                "counted_on",
                "person_count",
                "is_approximate",
                "buurt_code",
                "provenance",
                "updated_at",
                "counter_name",
                "note");
        PublishedFigures published = PublishedFigures.load(MelddeskSystem.class);
        int mosaeForum = published.value("group_mosae_forum", Registers.YEAR_2023);
        int roughSleepers = published.value("group_rough_sleepers", Registers.YEAR_2022);
        List.of(
                        group("rough_sleepers", "2022-07-01", roughSleepers, false, Provenance.PUBLISHED_YEAR),
                        group("mosae_forum", "2023-12-15", mosaeForum, false, Provenance.PUBLISHED_YEAR),
                        group("mosae_forum", "2024-07-01", 95, true, Provenance.DEMONSTRATION),
                        group("mosae_forum", "2025-01-06", 80, true, Provenance.DEMONSTRATION),
                        group("mosae_forum", "2025-07-01", 64, false, Provenance.DEMONSTRATION),
                        group("mosae_forum", "2026-01-06", 52, false, Provenance.DEMONSTRATION),
                        group("mosae_forum", "2026-07-01", 47, false, Provenance.DEMONSTRATION))
                .stream()
                .filter(size -> !size.on().isAfter(lastDay))
                .forEach(size -> rows.add(
                        size.code(),
                        size.on(),
                        size.people(),
                        size.isApproximate(),
                        size.areaCode(),
                        size.provenance(),
                        DemoClock.lastWritten(size.on()),
                        NAME,
                        TEXT));
        return rows;
    }

    private static GroupSize group(String code, String on, int people, boolean isApproximate, Provenance provenance) {
        String areaCode = code.equals("mosae_forum") ? CITY_CENTRE : AreaWeights.REMAINDER_CODE;
        return new GroupSize(code, LocalDate.parse(on), people, isApproximate, areaCode, provenance);
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
        for (Milestone milestone : MILESTONES) {
            LocalDate reachedOn = milestone.reachedOn();
            boolean isReached = reachedOn != null && !reachedOn.isAfter(lastDay);
            rows.add(
                    milestone.code(),
                    milestone.plannedFor(),
                    isReached ? "reached" : "planned",
                    isReached ? reachedOn : null,
                    Provenance.DEMONSTRATION,
                    DemoClock.lastWritten(LocalDate.of(2023, 1, 2), isReached ? reachedOn : null),
                    NAME,
                    TEXT);
        }
        return rows;
    }
}
