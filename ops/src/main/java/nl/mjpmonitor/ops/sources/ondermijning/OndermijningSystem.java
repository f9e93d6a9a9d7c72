package nl.mjpmonitor.ops.sources.ondermijning;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.mjpmonitor.ops.sources.SourceResource;
import nl.mjpmonitor.ops.sources.SourceSystem;
import nl.mjpmonitor.ops.sources.database.SourceDatabase;
import nl.mjpmonitor.ops.sources.database.TableRows;
import nl.mjpmonitor.ops.sources.generation.AreaWeights;
import nl.mjpmonitor.ops.sources.generation.DemoClock;
import nl.mjpmonitor.ops.sources.generation.DemoLocations.Location;
import nl.mjpmonitor.ops.sources.generation.Provenance;
import nl.mjpmonitor.ops.sources.generation.RegisterPeriod;
import org.jspecify.annotations.Nullable;

/** The demo source system {@code ondermijning}: signals, cases with their steps and outcomes, checks, interventions, studies. */
public final class OndermijningSystem implements SourceSystem {
    static final String DEMO_NAME = "Demonaam (verzonnen)";
    static final String DEMO_TEXT = "Demotekst: verzonnen.";

    private static final String NAME = "ondermijning";

    private final Clock clock;

    /** The system as of today. */
    public OndermijningSystem() {
        this(DemoClock.system());
    }

    OndermijningSystem(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void createSchema(Connection connection, String replicationPassword) throws SQLException {
        SourceDatabase.createSchema(
                connection, SourceResource.text(OndermijningSystem.class, "schema.sql"), replicationPassword);
    }

    @Override
    public boolean fill(Connection connection, long seed, YearMonth through) throws SQLException {
        LocalDate lastDay = DemoClock.lastDay(through, clock);
        return SourceDatabase.fillOnce(connection, "ondermijning.case_file", () -> {
            List<CaseLife> lives = CaseGenerator.generate(seed, lastDay);
            List<Signal> signals = SignalGenerator.generate(seed, lastDay);
            FieldWork work = FieldWorkGenerator.generate(seed, lastDay, signals);
            RegisterPeriod.rows(NAME, RegisterPeriod.until(Registers.ALL, YearMonth.from(lastDay)))
                    .copyInto(connection);
            locations(lives, work).copyInto(connection);
            new CaseRows(lives, lastDay).copyInto(connection);
            signals(signals, lastDay).copyInto(connection);
            actions(work, lastDay).copyInto(connection);
            studies(work, lastDay).copyInto(connection);
            storageUnitChecks(work).copyInto(connection);
            workshops(work).copyInto(connection);
        });
    }

    private static TableRows locations(List<CaseLife> lives, FieldWork work) {
        Map<String, Location> referred = new TreeMap<>();
        lives.forEach(life -> {
            if (life.location != null) {
                referred.put(life.location.number(), life.location);
            }
            life.checks.forEach(check -> referred.put(check.location().number(), check.location()));
        });
        work.storageUnitChecks().forEach(check -> referred.put(check.unit().number(), check.unit()));
        TableRows rows = new TableRows(
                "ondermijning.location",
                "location_number",
                "use_kind",
                "buurt_code",
                "street",
                "house_number",
                "postcode");
        referred.values()
                .forEach(location ->
                        rows.add(location.number(), location.use(), location.areaCode(), "Demostraat", "0", "0000 XX"));
        return rows;
    }

    private static TableRows signals(List<Signal> signals, LocalDate lastDay) {
        TableRows rows = new TableRows(
                "ondermijning.signal",
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
                    DEMO_NAME,
                    DEMO_TEXT,
                    DEMO_NAME);
        });
        return rows;
    }

    private static TableRows actions(FieldWork work, LocalDate lastDay) {
        TableRows rows = new TableRows(
                "ondermijning.follow_up_action",
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
                    DEMO_NAME,
                    DEMO_TEXT);
        });
        return rows;
    }

    private static TableRows studies(FieldWork work, LocalDate lastDay) {
        TableRows rows = new TableRows(
                "ondermijning.phenomenon_study",
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
                    DEMO_TEXT,
                    DEMO_NAME);
        });
        return rows;
    }

    private static TableRows storageUnitChecks(FieldWork work) {
        TableRows rows = new TableRows(
                "ondermijning.storage_unit_check",
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
                        DEMO_NAME,
                        DEMO_TEXT));
        return rows;
    }

    private static TableRows workshops(FieldWork work) {
        TableRows rows = new TableRows(
                "ondermijning.workshop",
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
                        DEMO_NAME,
                        DEMO_TEXT));
        return rows;
    }

    private static @Nullable LocalDate happened(LocalDate day, LocalDate lastDay) {
        return day.isAfter(lastDay) ? null : day;
    }
}
