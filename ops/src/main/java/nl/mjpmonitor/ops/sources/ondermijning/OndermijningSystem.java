package nl.mjpmonitor.ops.sources.ondermijning;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.mjpmonitor.ops.sources.database.TableRows;
import nl.mjpmonitor.ops.sources.generation.AreaWeights;
import nl.mjpmonitor.ops.sources.generation.DemoClock;
import nl.mjpmonitor.ops.sources.generation.DemoLocations.Location;
import nl.mjpmonitor.ops.sources.generation.DemoSystem;
import nl.mjpmonitor.ops.sources.generation.Provenance;
import nl.mjpmonitor.ops.sources.generation.RegisterPeriod;
import org.jspecify.annotations.Nullable;

/** The demo source system {@code ondermijning}: signals, cases with their steps and outcomes, checks, interventions, studies. */
public final class OndermijningSystem extends DemoSystem {
    /** The system as of today. */
    public OndermijningSystem() {
        this(DemoClock.system());
    }

    OndermijningSystem(Clock clock) {
        super("ondermijning", clock);
    }

    @Override
    protected List<RegisterPeriod> registers(LocalDate lastDay) {
        return RegisterPeriod.until(Registers.ALL, YearMonth.from(lastDay));
    }

    @Override
    protected List<TableRows> rows(long seed, LocalDate lastDay) {
        List<CaseLife> lives = CaseGenerator.generate(seed, lastDay);
        List<Signal> signals = SignalGenerator.generate(seed, lastDay);
        FieldWork work = FieldWorkGenerator.generate(seed, lastDay, signals);
        List<TableRows> rows = new ArrayList<>();
        rows.add(locations(lives, work));
        rows.addAll(new CaseRows(lives, lastDay).tables());
        rows.add(signals(signals, lastDay));
        rows.add(actions(work, lastDay));
        rows.add(studies(work, lastDay));
        rows.add(storageUnitChecks(work));
        rows.add(workshops(work));
        return rows;
    }

    private TableRows locations(List<CaseLife> lives, FieldWork work) {
        Map<String, Location> referred = new TreeMap<>();
        lives.forEach(life -> {
            if (life.location != null) {
                referred.put(life.location.number(), life.location);
            }
            life.checks.forEach(check -> referred.put(check.location().number(), check.location()));
        });
        work.storageUnitChecks().forEach(check -> referred.put(check.unit().number(), check.unit()));
        TableRows rows =
                table("location", "location_number", "use_kind", "buurt_code", "street", "house_number", "postcode");
        referred.values()
                .forEach(location ->
                        rows.add(location.number(), location.use(), location.areaCode(), "Demostraat", "0", "0000 XX"));
        return rows;
    }

    private TableRows signals(List<Signal> signals, LocalDate lastDay) {
        TableRows rows = table(
                "signal",
                "signal_number",
                "received_on",
                "channel",
                "phenomenon_code",
                "buurt_code",
                "enriched_on",
                "assessed_on",
                "status",
                "case_number",
                "is_withdrawn",
                "provenance",
                "updated_at",
                "reporter_contact",
                "description",
                "handler_name");
        signals.forEach(signal -> {
            LocalDate enrichedOn = happened(signal.enrichedOn(), lastDay);
            LocalDate assessedOn = happened(signal.assessedOn(), lastDay);
            rows.add(
                    signal.number(),
                    signal.receivedOn(),
                    signal.channel(),
                    signal.phenomenon(),
                    signal.areaCode(),
                    enrichedOn,
                    assessedOn,
                    signal.status(lastDay),
                    assessedOn == null ? null : signal.caseNumber(),
                    signal.isWithdrawn(),
                    Provenance.DEMONSTRATION,
                    DemoClock.lastWritten(signal.receivedOn(), enrichedOn, assessedOn),
                    NAME,
                    TEXT,
                    NAME);
        });
        return rows;
    }

    private TableRows actions(FieldWork work, LocalDate lastDay) {
        TableRows rows = table(
                "follow_up_action",
                "signal_number",
                "kind",
                "party",
                "started_on",
                "completed_on",
                "buurt_code",
                "provenance",
                "updated_at",
                "contact_name",
                "findings");
        work.actions().forEach(action -> {
            LocalDate completedOn = happened(action.completedOn(), lastDay);
            rows.add(
                    action.signal().number(),
                    action.kind(),
                    action.party(),
                    action.startedOn(),
                    completedOn,
                    action.signal().areaCode(),
                    action.provenance(),
                    DemoClock.lastWritten(action.startedOn(), completedOn),
                    NAME,
                    TEXT);
        });
        return rows;
    }

    private TableRows studies(FieldWork work, LocalDate lastDay) {
        TableRows rows = table(
                "phenomenon_study",
                "study_number",
                "kind",
                "phenomenon_code",
                "started_on",
                "completed_on",
                "buurt_code",
                "provenance",
                "updated_at",
                "title",
                "author_name");
        work.studies().forEach(study -> {
            LocalDate completedOn = happened(study.completedOn(), lastDay);
            rows.add(
                    study.number(),
                    study.kind(),
                    study.phenomenon(),
                    study.startedOn(),
                    completedOn,
                    AreaWeights.REMAINDER_CODE,
                    study.provenance(),
                    DemoClock.lastWritten(study.startedOn(), completedOn),
                    TEXT,
                    NAME);
        });
        return rows;
    }

    private TableRows storageUnitChecks(FieldWork work) {
        TableRows rows = table(
                "storage_unit_check",
                "location_number",
                "study_number",
                "checked_on",
                "has_findings",
                "buurt_code",
                "provenance",
                "updated_at",
                "tenant_name",
                "findings");
        work.storageUnitChecks()
                .forEach(check -> rows.add(
                        check.unit().number(),
                        check.studyNumber(),
                        check.checkedOn(),
                        check.hasFindings(),
                        check.unit().areaCode(),
                        check.provenance(),
                        DemoClock.lastWritten(check.checkedOn()),
                        NAME,
                        TEXT));
        return rows;
    }

    private TableRows workshops(FieldWork work) {
        TableRows rows = table(
                "workshop",
                "held_on",
                "setting",
                "participant_count",
                "buurt_code",
                "is_withdrawn",
                "provenance",
                "updated_at",
                "trainer_name",
                "note");
        work.workshops()
                .forEach(workshop -> rows.add(
                        workshop.heldOn(),
                        workshop.setting(),
                        workshop.participantCount(),
                        AreaWeights.REMAINDER_CODE,
                        workshop.isWithdrawn(),
                        workshop.provenance(),
                        DemoClock.lastWritten(workshop.heldOn()),
                        NAME,
                        TEXT));
        return rows;
    }

    private static @Nullable LocalDate happened(LocalDate day, LocalDate lastDay) {
        return day.isAfter(lastDay) ? null : day;
    }
}
