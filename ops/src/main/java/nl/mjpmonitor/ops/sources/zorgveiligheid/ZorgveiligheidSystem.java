package nl.mjpmonitor.ops.sources.zorgveiligheid;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.mjpmonitor.ops.sources.database.TableRows;
import nl.mjpmonitor.ops.sources.generation.DemoClock;
import nl.mjpmonitor.ops.sources.generation.DemoSystem;
import nl.mjpmonitor.ops.sources.generation.RegisterPeriod;
import nl.mjpmonitor.ops.sources.zorgveiligheid.Count.Precision;
import org.jspecify.annotations.Nullable;

/** The demo source system {@code zorgveiligheid}: monthly counts of care and safety. */
public final class ZorgveiligheidSystem extends DemoSystem {
    private static final List<String> DELIVERED = List.of(
            "is_approximate",
            "is_lower_bound",
            "revision",
            "delivered_on",
            "provenance",
            "updated_at",
            "contact_name",
            "note");

    /** The system as of today. */
    public ZorgveiligheidSystem() {
        this(DemoClock.system());
    }

    ZorgveiligheidSystem(Clock clock) {
        super("zorgveiligheid", clock);
    }

    @Override
    protected List<RegisterPeriod> registers(LocalDate lastDay) {
        return RegisterPeriod.until(Registers.ALL, DemoClock.lastWholeMonth(lastDay));
    }

    @Override
    protected List<TableRows> rows(long seed, LocalDate lastDay) {
        Counts counts = Counts.generate(seed, lastDay);
        return List.of(cases(counts), trainings(counts), meetings(counts), outreach(counts), levels(counts));
    }

    private TableRows cases(Counts counts) {
        TableRows rows = counted("case_count", "subject", "month", "counted");
        counts.cases()
                .forEach(of -> add(
                        rows,
                        of.count(),
                        of.subject(),
                        of.count().month().atDay(1),
                        of.count().delivery().value()));
        return rows;
    }

    private TableRows trainings(Counts counts) {
        TableRows rows =
                counted("training_count", "programme", "level", "audience", "month", "session_count", "trained_count");
        counts.trainings()
                .forEach(of -> add(
                        rows,
                        of.count(),
                        of.training().programme(),
                        of.training().level(),
                        of.training().audience(),
                        of.count().month().atDay(1),
                        of.sessions(),
                        of.count().delivery().value()));
        return rows;
    }

    private TableRows meetings(Counts counts) {
        TableRows rows = counted("meeting_count", "kind", "month", "counted");
        counts.meetings()
                .forEach(of -> add(
                        rows,
                        of.count(),
                        of.kind(),
                        of.count().month().atDay(1),
                        of.count().delivery().value()));
        return rows;
    }

    private TableRows outreach(Counts counts) {
        TableRows rows = counted("outreach_count", "kind", "phase", "month", "counted");
        counts.outreach()
                .forEach(of -> add(
                        rows,
                        of.count(),
                        of.kind(),
                        of.phase(),
                        of.count().month().atDay(1),
                        of.count().delivery().value()));
        return rows;
    }

    private TableRows levels(Counts counts) {
        TableRows rows = table(
                "level_count",
                "kind",
                "as_of",
                "counted",
                "delivered_on",
                "provenance",
                "updated_at",
                "contact_name",
                "note");
        counts.levels()
                .forEach(level -> rows.add(
                        level.kind(),
                        level.asOf(),
                        level.counted(),
                        level.asOf(),
                        level.provenance(),
                        DemoClock.lastWritten(level.asOf()),
                        NAME,
                        TEXT));
        return rows;
    }

    /** A table of numbers that are delivered: its own columns and those all of them have. */
    private TableRows counted(String table, String... own) {
        List<String> columns = new ArrayList<>(List.of(own));
        columns.addAll(DELIVERED);
        return table(table, columns.toArray(String[]::new));
    }

    private static void add(TableRows rows, Count count, @Nullable Object... own) {
        Delivery delivery = count.delivery();
        List<@Nullable Object> values = new ArrayList<>();
        for (Object value : own) {
            values.add(value);
        }
        values.add(count.precision() == Precision.APPROXIMATE);
        values.add(count.precision() == Precision.LOWER_BOUND);
        values.add(delivery.revision());
        values.add(delivery.deliveredOn());
        values.add(count.provenance());
        values.add(DemoClock.lastWritten(count.month().atEndOfMonth(), delivery.deliveredOn(), delivery.correctedOn()));
        values.add(NAME);
        values.add(TEXT);
        rows.add(values.toArray());
    }
}
