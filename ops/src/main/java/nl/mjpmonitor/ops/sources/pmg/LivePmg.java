package nl.mjpmonitor.ops.sources.pmg;

import static nl.mjpmonitor.ops.sources.live.LiveTransaction.DEMO_NAME;
import static nl.mjpmonitor.ops.sources.live.LiveTransaction.DEMO_TEXT;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import nl.mjpmonitor.ops.sources.generation.Choice;
import nl.mjpmonitor.ops.sources.live.LiveAction;
import nl.mjpmonitor.ops.sources.live.LiveRow;
import nl.mjpmonitor.ops.sources.live.LiveSource;
import nl.mjpmonitor.ops.sources.live.LiveTransaction;
import org.jspecify.annotations.Nullable;

/**
 * The programme's administration: actions and milestones move, counts of months that have passed are put right, money is booked.
 */
public final class LivePmg implements LiveSource {
    private static final String COUNTS = "provenance = 'demonstration' AND NOT is_withdrawn AND ";
    private static final String ACTION = COUNTS + "planned_on BETWEEN ? AND ? AND ";
    private static final List<String> KINDS = List.of(
            "agreement",
            "consultation",
            "analysis",
            "deployment",
            "event_presence",
            "support",
            "school_programme",
            "communication");

    @Override
    public String system() {
        return "pmg";
    }

    @Override
    public List<Choice<LiveAction>> actions() {
        return List.of(
                new Choice<>(new LiveAction("planned an action", LivePmg::plan), 14),
                new Choice<>(new LiveAction("started an action", LivePmg::start), 14),
                new Choice<>(new LiveAction("completed an action", LivePmg::complete), 12),
                new Choice<>(new LiveAction("cancelled an action", LivePmg::cancel), 2),
                new Choice<>(new LiveAction("took an action up again", LivePmg::takeUp), 3),
                new Choice<>(new LiveAction("withdrew an action", LivePmg::withdraw), 1),
                new Choice<>(new LiveAction("counted contacts again", LivePmg::recountReach), 16),
                new Choice<>(new LiveAction("counted hours again", LivePmg::recountHours), 12),
                new Choice<>(new LiveAction("counted messages again", LivePmg::recountMessages), 8),
                new Choice<>(new LiveAction("booked spending late", LivePmg::book), 12),
                new Choice<>(new LiveAction("put a booking right", LivePmg::correct), 4));
    }

    /** What is counted by month waits until the month has passed: a register that ran ahead of it would read as zero. */
    @Override
    public void keepUp(LiveTransaction transaction) throws SQLException {
        transaction.keepRegisters("pmg", "register IN ('front', 'action', 'milestone')");
    }

    private static boolean plan(LiveTransaction transaction) throws SQLException {
        Front front = transaction.chance().pick(List.of(Front.values()));
        transaction.insert(
                "pmg.action",
                List.of(
                        "front_code",
                        "kind",
                        "state",
                        "owner_role",
                        "planned_on",
                        "due_on",
                        "title",
                        "owner_name",
                        "note"),
                front.toString(),
                transaction.chance().pick(KINDS),
                "planned",
                front.ownerRole(),
                transaction.today(),
                transaction.today().plusDays(transaction.chance().between(30, 180)),
                DEMO_TEXT,
                DEMO_NAME,
                DEMO_TEXT);
        return true;
    }

    private static boolean start(LiveTransaction transaction) throws SQLException {
        return transaction.change(
                "pmg.action",
                "action_id",
                "state = 'running', started_on = ?",
                ACTION + "state = 'planned'",
                transaction.today(),
                transaction.recent(),
                transaction.today());
    }

    private static boolean complete(LiveTransaction transaction) throws SQLException {
        return transaction.change(
                "pmg.action",
                "action_id",
                "state = 'done', completed_on = ?",
                ACTION + "state = 'running' AND started_on <= ?",
                transaction.today(),
                transaction.recent(),
                transaction.today(),
                transaction.today());
    }

    private static boolean cancel(LiveTransaction transaction) throws SQLException {
        return action(transaction, "state = 'cancelled'", "state IN ('planned', 'running')");
    }

    private static boolean takeUp(LiveTransaction transaction) throws SQLException {
        return action(transaction, "state = 'running', completed_on = NULL", "state = 'done'");
    }

    private static boolean withdraw(LiveTransaction transaction) throws SQLException {
        return action(transaction, "is_withdrawn = true", "state = 'planned'");
    }

    private static boolean action(LiveTransaction transaction, String settings, String condition) throws SQLException {
        return transaction.change(
                "pmg.action", "action_id", settings, ACTION + condition, transaction.recent(), transaction.today());
    }

    private static boolean recountReach(LiveTransaction transaction) throws SQLException {
        return transaction.change(
                "pmg.reach_count",
                "(activity || ' ' || month)",
                "contact_count = greatest(contact_count + ?, 0)",
                COUNTS + "contact_count IS NOT NULL AND month >= ?",
                more(transaction, 5),
                transaction.recent());
    }

    private static boolean recountHours(LiveTransaction transaction) throws SQLException {
        return transaction.change(
                "pmg.presence_hours",
                "(organisation || ' ' || occasion || ' ' || month)",
                "hour_count = greatest(hour_count + ?, 0)",
                COUNTS + "hour_count IS NOT NULL AND month >= ?",
                more(transaction, 8),
                transaction.recent());
    }

    private static boolean recountMessages(LiveTransaction transaction) throws SQLException {
        return transaction.change(
                "pmg.communication_count",
                "(channel || ' ' || month)",
                "item_count = greatest(item_count + ?, 0)",
                COUNTS + "item_count IS NOT NULL AND month >= ?",
                more(transaction, 2),
                transaction.recent());
    }

    private static int more(LiveTransaction transaction, int most) {
        int difference = transaction.chance().between(1, most);
        return transaction.chance().happens(0.7) ? difference : -difference;
    }

    /** In the newest month of the books. */
    private static boolean book(LiveTransaction transaction) throws SQLException {
        Optional<LiveRow> booking = booking(transaction);
        if (booking.isEmpty()) {
            return false;
        }
        spend(transaction, booking.get(), "booking", null, transaction.chance().between(2, 60) * 100);
        return true;
    }

    private static boolean correct(LiveTransaction transaction) throws SQLException {
        Optional<LiveRow> booking = booking(transaction);
        if (booking.isEmpty()) {
            return false;
        }
        int tenth = Math.max(Integer.parseInt(booking.get().get("amount_in_euros")) / 10, 1);
        spend(transaction, booking.get(), "correction", booking.get().get("month"), -tenth);
        return true;
    }

    private static Optional<LiveRow> booking(LiveTransaction transaction) throws SQLException {
        return transaction.pick(
                "pmg.spending",
                List.of("spending_id", "scheme", "front_code", "month", "amount_in_euros"),
                COUNTS + "kind = 'booking' AND month >= ? AND month = (SELECT max(month) FROM pmg.spending)",
                transaction.recent());
    }

    private static void spend(
            LiveTransaction transaction, LiveRow booking, String kind, @Nullable String corrected, int amount)
            throws SQLException {
        transaction.run(
                """
                INSERT INTO pmg.spending (scheme, front_code, kind, month, corrected_month, amount_in_euros, provenance,
                  creditor_name, description) VALUES (?, ?, ?, ?::date, ?::date, ?, 'demonstration', ?, ?)""",
                booking.get("scheme"),
                booking.get("front_code"),
                kind,
                booking.get("month"),
                corrected,
                amount,
                DEMO_NAME,
                DEMO_TEXT);
    }
}
