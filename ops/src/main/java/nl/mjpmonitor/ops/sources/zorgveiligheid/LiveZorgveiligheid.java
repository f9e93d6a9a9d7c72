package nl.mjpmonitor.ops.sources.zorgveiligheid;

import java.sql.SQLException;
import java.util.List;
import nl.mjpmonitor.ops.sources.generation.Choice;
import nl.mjpmonitor.ops.sources.live.LiveAction;
import nl.mjpmonitor.ops.sources.live.LiveSource;
import nl.mjpmonitor.ops.sources.live.LiveTransaction;

/** Those who deliver the counts: late ones come in, others are delivered again differently, withdrawn and stated again. */
public final class LiveZorgveiligheid implements LiveSource {
    private static final String COUNTS = "provenance = 'demonstration' AND NOT is_withdrawn AND month >= ? AND ";
    private static final String CASES = "(subject || ' ' || month)";

    @Override
    public String system() {
        return "zorgveiligheid";
    }

    @Override
    public List<Choice<LiveAction>> actions() {
        return List.of(
                new Choice<>(new LiveAction("delivered a count again", LiveZorgveiligheid::deliverAgain), 40),
                new Choice<>(new LiveAction("delivered a count late", LiveZorgveiligheid::deliverLate), 12),
                new Choice<>(new LiveAction("counted trainings again", LiveZorgveiligheid::recountTrainings), 14),
                new Choice<>(new LiveAction("counted meetings again", LiveZorgveiligheid::recountMeetings), 12),
                new Choice<>(new LiveAction("counted guest lessons again", LiveZorgveiligheid::recountLessons), 10),
                new Choice<>(new LiveAction("withdrew a count", LiveZorgveiligheid::withdraw), 3),
                new Choice<>(new LiveAction("stated a withdrawn count again", LiveZorgveiligheid::restore), 4));
    }

    /** A month is counted when it has passed, by a delivery; a register that ran ahead of it would read as zero. */
    @Override
    public void keepUp(LiveTransaction transaction) {}

    /** Of what is a part of nothing, so that no part outgrows its whole. */
    private static boolean deliverAgain(LiveTransaction transaction) throws SQLException {
        return transaction.change(
                "zorgveiligheid.case_count",
                CASES,
                "counted = counted + ?",
                COUNTS + "subject IN ('via_report', 'police_deployment', 'gia_report') AND counted > 2",
                more(transaction),
                transaction.recent());
    }

    /** As many as the month before. */
    private static boolean deliverLate(LiveTransaction transaction) throws SQLException {
        return transaction.change(
                "zorgveiligheid.case_count",
                CASES,
                "delivered_on = ?, counted = coalesce((SELECT known.counted FROM zorgveiligheid.case_count AS known"
                        + " WHERE known.subject = case_count.subject AND known.counted IS NOT NULL"
                        + " ORDER BY known.month DESC LIMIT 1), 0)",
                COUNTS + "counted IS NULL",
                transaction.today(),
                transaction.recent());
    }

    private static boolean recountTrainings(LiveTransaction transaction) throws SQLException {
        return transaction.change(
                "zorgveiligheid.training_count",
                "(programme || ' ' || level || ' ' || audience || ' ' || month)",
                "trained_count = trained_count + ?",
                COUNTS + "trained_count > 2",
                more(transaction),
                transaction.recent());
    }

    private static boolean recountMeetings(LiveTransaction transaction) throws SQLException {
        return transaction.change(
                "zorgveiligheid.meeting_count",
                "(kind || ' ' || month)",
                "counted = greatest(counted + ?, 0)",
                COUNTS + "counted IS NOT NULL",
                more(transaction),
                transaction.recent());
    }

    private static boolean recountLessons(LiveTransaction transaction) throws SQLException {
        return transaction.change(
                "zorgveiligheid.outreach_count",
                "(kind || ' ' || phase || ' ' || month)",
                "counted = greatest(counted + ?, 0)",
                COUNTS + "kind = 'guest_lesson' AND counted IS NOT NULL",
                more(transaction),
                transaction.recent());
    }

    private static boolean withdraw(LiveTransaction transaction) throws SQLException {
        return transaction.change(
                "zorgveiligheid.meeting_count",
                "(kind || ' ' || month)",
                "is_withdrawn = true",
                COUNTS + "counted IS NOT NULL",
                transaction.recent());
    }

    private static boolean restore(LiveTransaction transaction) throws SQLException {
        return transaction.change(
                "zorgveiligheid.meeting_count",
                "(kind || ' ' || month)",
                "is_withdrawn = false",
                "provenance = 'demonstration' AND is_withdrawn AND month >= ?",
                transaction.recent());
    }

    private static int more(LiveTransaction transaction) {
        return transaction.chance().happens(0.7) ? transaction.chance().between(1, 3) : -1;
    }
}
