package nl.mjpmonitor.ops.sources.bestuurlijk;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import nl.mjpmonitor.ops.sources.database.TableRows;
import nl.mjpmonitor.ops.sources.generation.DemoClock;
import nl.mjpmonitor.ops.sources.generation.DemoLocations.Use;
import nl.mjpmonitor.ops.sources.generation.DemoSystem;
import nl.mjpmonitor.ops.sources.generation.Provenance;
import nl.mjpmonitor.ops.sources.generation.RegisterPeriod;

/** The demo source system {@code bestuurlijk}: Bibob, article 13b, penalty payments, behavioural orders and house bans. */
public final class BestuurlijkSystem extends DemoSystem {
    /** The system as of today. */
    public BestuurlijkSystem() {
        this(DemoClock.system());
    }

    BestuurlijkSystem(Clock clock) {
        super("bestuurlijk", clock);
    }

    @Override
    protected List<RegisterPeriod> registers(LocalDate lastDay) {
        return RegisterPeriod.until(Registers.ALL, YearMonth.from(lastDay));
    }

    @Override
    protected List<TableRows> rows(long seed, LocalDate lastDay) {
        Measures measures = MeasureGenerator.generate(seed, lastDay);
        return List.of(
                applications(measures),
                screenings(measures),
                damoclesMeasures(measures),
                penalties(measures),
                orders(measures, lastDay),
                houseBans(measures));
    }

    private TableRows applications(Measures measures) {
        TableRows rows = table(
                "permit_application",
                "application_number",
                "kind",
                "received_on",
                "is_bibob_required",
                "status",
                "decided_on",
                "buurt_code",
                "provenance",
                "updated_at",
                "applicant_name",
                "address",
                "handler_name");
        measures.applications()
                .forEach(application -> rows.add(
                        application.number(),
                        application.kind(),
                        application.receivedOn(),
                        application.isBibobRequired(),
                        application.status(),
                        application.decidedOn(),
                        application.areaCode(),
                        Provenance.DEMONSTRATION,
                        DemoClock.lastWritten(application.receivedOn(), application.decidedOn()),
                        NAME,
                        ADDRESS,
                        NAME));
        return rows;
    }

    private TableRows screenings(Measures measures) {
        TableRows rows = table(
                "bibob_screening",
                "application_number",
                "screened_on",
                "deepened_on",
                "is_advice_requested",
                "outcome",
                "outcome_on",
                "buurt_code",
                "is_withdrawn",
                "provenance",
                "updated_at",
                "screener_name",
                "findings");
        measures.screenings()
                .forEach(screening -> rows.add(
                        screening.applicationNumber(),
                        screening.screenedOn(),
                        screening.deepenedOn(),
                        screening.isAdviceRequested(),
                        screening.outcome(),
                        screening.outcomeOn(),
                        screening.areaCode(),
                        screening.isWithdrawn(),
                        screening.provenance(),
                        DemoClock.lastWritten(screening.screenedOn(), screening.deepenedOn(), screening.outcomeOn()),
                        NAME,
                        TEXT));
        return rows;
    }

    private TableRows damoclesMeasures(Measures measures) {
        TableRows rows = table(
                "damocles_measure",
                "location_number",
                "case_number",
                "premises_kind",
                "reported_on",
                "measure",
                "effective_on",
                "reopened_on",
                "status",
                "buurt_code",
                "is_withdrawn",
                "provenance",
                "updated_at",
                "address",
                "resident_names",
                "considerations");
        measures.damoclesMeasures()
                .forEach(measure -> rows.add(
                        measure.location().number(),
                        measure.caseNumber(),
                        measure.location().use() == Use.DWELLING ? "dwelling" : "premises",
                        measure.reportedOn(),
                        measure.measure(),
                        measure.effectiveOn(),
                        measure.reopenedOn(),
                        measure.status(),
                        measure.location().areaCode(),
                        measure.isWithdrawn(),
                        measure.provenance(),
                        DemoClock.lastWritten(measure.reportedOn(), measure.effectiveOn(), measure.reopenedOn()),
                        ADDRESS,
                        NAME,
                        TEXT));
        return rows;
    }

    private TableRows penalties(Measures measures) {
        TableRows rows = table(
                "street_trade_penalty",
                "trade_role",
                "imposed_on",
                "forfeited_on",
                "status",
                "buurt_code",
                "is_withdrawn",
                "provenance",
                "updated_at",
                "person_name",
                "amount_in_euros",
                "note");
        measures.penalties()
                .forEach(penalty -> rows.add(
                        penalty.role(),
                        penalty.imposedOn(),
                        penalty.forfeitedOn(),
                        penalty.forfeitedOn() == null ? "imposed" : "forfeited",
                        penalty.areaCode(),
                        penalty.isWithdrawn(),
                        penalty.provenance(),
                        DemoClock.lastWritten(penalty.imposedOn(), penalty.forfeitedOn()),
                        NAME,
                        2500,
                        TEXT));
        return rows;
    }

    private TableRows orders(Measures measures, LocalDate lastDay) {
        TableRows rows = table(
                "behavioural_order",
                "location_number",
                "imposed_on",
                "ends_on",
                "order_count",
                "violation_count",
                "status",
                "buurt_code",
                "provenance",
                "updated_at",
                "resident_names",
                "conditions");
        measures.orders()
                .forEach(order -> rows.add(
                        order.dwelling().number(),
                        order.imposedOn(),
                        order.endsOn(),
                        order.orderCount(),
                        order.violationCount(),
                        order.endsOn().isBefore(lastDay) ? "ended" : "in_force",
                        order.dwelling().areaCode(),
                        order.provenance(),
                        DemoClock.lastWritten(order.imposedOn()),
                        NAME,
                        TEXT));
        return rows;
    }

    private TableRows houseBans(Measures measures) {
        TableRows rows = table(
                "house_ban",
                "imposed_on",
                "ends_on",
                "is_extended",
                "is_withdrawn",
                "provenance",
                "updated_at",
                "person_name",
                "address",
                "risk_assessment");
        measures.houseBans()
                .forEach(ban -> rows.add(
                        ban.imposedOn(),
                        ban.endsOn(),
                        ban.isExtended(),
                        ban.isWithdrawn(),
                        ban.provenance(),
                        DemoClock.lastWritten(ban.imposedOn()),
                        NAME,
                        ADDRESS,
                        TEXT));
        return rows;
    }
}
