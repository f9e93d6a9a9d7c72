package nl.mjpmonitor.ops.sources.onderschat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import nl.mjpmonitor.ops.sources.database.TableRows;
import nl.mjpmonitor.ops.sources.generation.DemoClock;
import nl.mjpmonitor.ops.sources.generation.DemoSystem;
import nl.mjpmonitor.ops.sources.generation.RegisterPeriod;

/** The demo source system {@code onderschat}: action days, conversations as counts, and signals passed on. */
public final class OnderschatSystem extends DemoSystem {
    /** The system as of today. */
    public OnderschatSystem() {
        this(DemoClock.system());
    }

    OnderschatSystem(Clock clock) {
        super("onderschat", clock);
    }

    @Override
    protected List<RegisterPeriod> registers(LocalDate lastDay) {
        return RegisterPeriod.until(ActionDayGenerator.REGISTERS, YearMonth.from(lastDay));
    }

    @Override
    protected List<TableRows> rows(long seed, LocalDate lastDay) {
        ActionDays stand = ActionDayGenerator.generate(seed, lastDay);
        return List.of(days(stand), conversations(stand), signals(stand));
    }

    private TableRows days(ActionDays stand) {
        TableRows rows = table(
                "action_day",
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
                        NAME,
                        TEXT,
                        TEXT));
        return rows;
    }

    private TableRows conversations(ActionDays stand) {
        TableRows rows = table(
                "conversation_count",
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
                        NAME,
                        TEXT));
        return rows;
    }

    private TableRows signals(ActionDays stand) {
        TableRows rows = table(
                "passed_signal",
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
                        NAME,
                        TEXT));
        return rows;
    }
}
