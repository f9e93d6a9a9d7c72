package nl.mjpmonitor.ops.sources.onderschat;

import static nl.mjpmonitor.ops.sources.live.LiveTransaction.DEMO_NAME;
import static nl.mjpmonitor.ops.sources.live.LiveTransaction.DEMO_TEXT;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.mjpmonitor.ops.sources.generation.Choice;
import nl.mjpmonitor.ops.sources.live.LiveAction;
import nl.mjpmonitor.ops.sources.live.LiveRow;
import nl.mjpmonitor.ops.sources.live.LiveSource;
import nl.mjpmonitor.ops.sources.live.LiveTransaction;

/** The team of ONDERSCHAT at work. */
public final class LiveOnderschat implements LiveSource {
    private static final List<String> DAY = List.of("day_number", "buurt_code", "action_on");
    private static final String SIGNAL = "provenance = 'demonstration' AND NOT is_withdrawn AND passed_on >= ?";
    private static final String HELD =
            "provenance = 'demonstration' AND status = 'held' AND NOT is_withdrawn AND action_on >= ?";

    @Override
    public String system() {
        return "onderschat";
    }

    @Override
    public List<Choice<LiveAction>> actions() {
        return List.of(
                new Choice<>(new LiveAction("registered an action day", LiveOnderschat::register), 12),
                new Choice<>(new LiveAction("planned an action day", LiveOnderschat::plan), 10),
                new Choice<>(new LiveAction("cancelled a planned day", LiveOnderschat::cancel), 4),
                new Choice<>(new LiveAction("held a planned day", LiveOnderschat::hold), 8),
                new Choice<>(new LiveAction("counted conversations again", LiveOnderschat::recount), 25),
                new Choice<>(new LiveAction("passed a signal on", LiveOnderschat::pass), 30),
                new Choice<>(new LiveAction("withdrew a signal", LiveOnderschat::withdrawSignal), 6),
                new Choice<>(new LiveAction("put the buurt of a signal right", LiveOnderschat::moveSignal), 5));
    }

    /** A day of today or of some days ago. */
    private static boolean register(LiveTransaction transaction) throws SQLException {
        LocalDate on = transaction.today().minusDays(transaction.chance().between(0, 9));
        String number = addDay(transaction, on, "held");
        addCounts(transaction, number);
        return true;
    }

    private static boolean plan(LiveTransaction transaction) throws SQLException {
        addDay(transaction, transaction.today().plusDays(transaction.chance().between(0, 14)), "planned");
        return true;
    }

    private static String addDay(LiveTransaction transaction, LocalDate on, String status) throws SQLException {
        String number = transaction.nextNumber("onderschat.action_day", "day_number", "OSD", 2);
        transaction.insert(
                "onderschat.action_day",
                List.of(
                        "day_number",
                        "action_on",
                        "kind",
                        "status",
                        "partner_count",
                        "buurt_code",
                        "coordinator_name",
                        "route",
                        "note"),
                number,
                on,
                "targeted",
                status,
                transaction.chance().between(2, 6),
                transaction.area(),
                DEMO_NAME,
                DEMO_TEXT,
                DEMO_TEXT);
        return number;
    }

    private static void addCounts(LiveTransaction transaction, String number) throws SQLException {
        for (String audience : List.of("residents", "professionals")) {
            boolean isApproximate = transaction.chance().happens(0.15);
            int talks = audience.equals("residents")
                    ? transaction.chance().poisson(9.5)
                    : transaction.chance().poisson(2);
            transaction.run(
                    """
                    INSERT INTO onderschat.conversation_count (day_number, audience, action_on, conversation_count,
                      is_approximate, buurt_code, provenance, counter_name, note)
                    SELECT day_number, ?, action_on, ?, ?, buurt_code, provenance, ?, ? FROM onderschat.action_day
                    WHERE day_number = ?
                    ON CONFLICT (day_number, audience) DO NOTHING""",
                    audience,
                    isApproximate ? (talks + 2) / 5 * 5 : talks,
                    isApproximate,
                    DEMO_NAME,
                    DEMO_TEXT,
                    number);
        }
    }

    private static boolean hold(LiveTransaction transaction) throws SQLException {
        Optional<LiveRow> day = transaction.pick(
                "onderschat.action_day",
                DAY,
                "provenance = 'demonstration' AND status = 'planned' AND action_on BETWEEN ? AND ?",
                transaction.recent(),
                transaction.today());
        if (day.isEmpty()) {
            return false;
        }
        String number = day.get().get("day_number");
        transaction.run("UPDATE onderschat.action_day SET status = 'held' WHERE day_number = ?", number);
        addCounts(transaction, number);
        return true;
    }

    private static boolean cancel(LiveTransaction transaction) throws SQLException {
        return transaction.change(
                "onderschat.action_day",
                "day_number",
                "status = 'cancelled'",
                "provenance = 'demonstration' AND status = 'planned' AND action_on >= ?",
                transaction.recent());
    }

    private static boolean recount(LiveTransaction transaction) throws SQLException {
        int more = transaction.chance().happens(0.7) ? transaction.chance().between(1, 3) : -1;
        return transaction.change(
                "onderschat.conversation_count",
                "(day_number || ' ' || audience)",
                "conversation_count = greatest(conversation_count + ?, 0), is_approximate = false",
                "provenance = 'demonstration' AND NOT is_withdrawn AND conversation_count IS NOT NULL AND action_on >= ?",
                more,
                transaction.recent());
    }

    private static boolean pass(LiveTransaction transaction) throws SQLException {
        Optional<LiveRow> day = transaction.pick(
                "onderschat.action_day", DAY, HELD, transaction.today().minusDays(60));
        if (day.isEmpty()) {
            return false;
        }
        String number = day.get().get("day_number");
        return transaction.run(
                        """
                        INSERT INTO onderschat.passed_signal (signal_number, day_number, passed_on, buurt_code, provenance,
                          reporter_contact, description)
                        SELECT replace(day_number, 'OSD', 'OSS') || '-' || 1 + (SELECT count(*) FROM onderschat.passed_signal
                            WHERE day_number = held.day_number), day_number, greatest(?, action_on), buurt_code, provenance, ?, ?
                        FROM onderschat.action_day AS held WHERE day_number = ?""",
                        transaction.today().minusDays(transaction.chance().between(0, 5)),
                        DEMO_NAME,
                        DEMO_TEXT,
                        number)
                == 1;
    }

    private static boolean withdrawSignal(LiveTransaction transaction) throws SQLException {
        return transaction.change(
                "onderschat.passed_signal", "signal_number", "is_withdrawn = true", SIGNAL, transaction.recent());
    }

    private static boolean moveSignal(LiveTransaction transaction) throws SQLException {
        return transaction.change(
                "onderschat.passed_signal",
                "signal_number",
                "buurt_code = ?",
                SIGNAL,
                transaction.area(),
                transaction.recent());
    }
}
