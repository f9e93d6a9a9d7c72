package nl.mjpmonitor.ops.sources.onderschat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Locale;
import nl.mjpmonitor.ops.sources.SourceResource;
import nl.mjpmonitor.ops.sources.SourceSystem;
import nl.mjpmonitor.ops.sources.database.SourceDatabase;
import nl.mjpmonitor.ops.sources.database.TableRows;
import nl.mjpmonitor.ops.sources.generation.DemoClock;
import nl.mjpmonitor.ops.sources.generation.RegisterPeriod;

/** The demo source system {@code onderschat}: action days, conversations as counts, and signals passed on. */
public final class OnderschatSystem implements SourceSystem {
    private static final String NAME = "onderschat";
    private static final String DEMO_NAME = "Demonaam (verzonnen)";
    private static final String DEMO_TEXT = "Demotekst: verzonnen.";

    private final Clock clock;

    /** The system as of today. */
    public OnderschatSystem() {
        this(DemoClock.system());
    }

    OnderschatSystem(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void createSchema(Connection connection, String replicationPassword) throws SQLException {
        SourceDatabase.createSchema(
                connection, SourceResource.text(OnderschatSystem.class, "schema.sql"), replicationPassword);
    }

    @Override
    public boolean fill(Connection connection, long seed, YearMonth through) throws SQLException {
        return SourceDatabase.fillOnce(connection, "onderschat.action_day", () -> {
            ActionDays stand = ActionDayGenerator.generate(seed, DemoClock.lastDay(through, clock));
            RegisterPeriod.rows(NAME, stand.registers()).copyInto(connection);
            days(stand).copyInto(connection);
            conversations(stand).copyInto(connection);
            signals(stand).copyInto(connection);
        });
    }

    private static TableRows days(ActionDays stand) {
        TableRows rows = new TableRows(
                "onderschat.action_day",
                "day_number",
                "action_on",
                "kind",
                "status",
                "partner_count",
                "buurt_code",
                "provenance",
                "updated_at",
                "coordinator_name",
                "route",
                "note");
        stand.days()
                .forEach(day -> rows.add(
                        day.number(),
                        day.on(),
                        day.isPilot() ? "pilot" : "targeted",
                        day.status().name().toLowerCase(Locale.ROOT),
                        day.partnerCount(),
                        day.areaCode(),
                        day.provenance(),
                        DemoClock.lastWritten(day.on()),
                        DEMO_NAME,
                        DEMO_TEXT,
                        DEMO_TEXT));
        return rows;
    }

    private static TableRows conversations(ActionDays stand) {
        TableRows rows = new TableRows(
                "onderschat.conversation_count",
                "day_number",
                "audience",
                "action_on",
                "conversation_count",
                "is_approximate",
                "buurt_code",
                "provenance",
                "updated_at",
                "counter_name",
                "note");
        stand.conversations()
                .forEach(count -> rows.add(
                        count.day().number(),
                        count.audience(),
                        count.day().on(),
                        count.count(),
                        count.isApproximate(),
                        count.day().areaCode(),
                        count.provenance(),
                        DemoClock.lastWritten(count.day().on()),
                        DEMO_NAME,
                        DEMO_TEXT));
        return rows;
    }

    private static TableRows signals(ActionDays stand) {
        TableRows rows = new TableRows(
                "onderschat.passed_signal",
                "signal_number",
                "day_number",
                "passed_on",
                "buurt_code",
                "is_withdrawn",
                "provenance",
                "updated_at",
                "reporter_contact",
                "description");
        stand.signals()
                .forEach(signal -> rows.add(
                        signal.number(),
                        signal.dayNumber(),
                        signal.passedOn(),
                        signal.areaCode(),
                        signal.isWithdrawn(),
                        signal.provenance(),
                        DemoClock.lastWritten(signal.passedOn()),
                        DEMO_NAME,
                        DEMO_TEXT));
        return rows;
    }
}
