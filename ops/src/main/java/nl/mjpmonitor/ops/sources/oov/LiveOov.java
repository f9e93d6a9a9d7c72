package nl.mjpmonitor.ops.sources.oov;

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

/** Those who keep public order: events, demonstrations, incidents and consultations. */
public final class LiveOov implements LiveSource {
    private static final String COUNTS = "provenance = 'demonstration' AND NOT is_withdrawn AND ";
    private static final String EVENT = COUNTS + "received_on BETWEEN ? AND ? AND ";
    private static final String INCIDENT = COUNTS + "happened_on BETWEEN ? AND ? AND ";

    private static final List<Choice<String>> RISKS =
            List.of(new Choice<>("regular", 0.75), new Choice<>("attention", 0.2), new Choice<>("high", 0.05));

    private static final List<Choice<String>> INCIDENTS = List.of(
            new Choice<>("violence", 0.3),
            new Choice<>("high_water", 0.03),
            new Choice<>("illegal_party", 0.1),
            new Choice<>("fire", 0.25),
            new Choice<>("explosion", 0.07),
            new Choice<>("disturbance", 0.15),
            new Choice<>("other", 0.1));

    private static final List<Choice<String>> CONSULTATIONS =
            List.of(new Choice<>("vrzl_refugees", 0.6), new Choice<>("azc", 0.2), new Choice<>("vrzl_board", 0.2));

    @Override
    public String system() {
        return "oov";
    }

    @Override
    public List<Choice<LiveAction>> actions() {
        return List.of(
                new Choice<>(new LiveAction("received an application for an event", LiveOov::receive), 20),
                new Choice<>(new LiveAction("assessed an event", LiveOov::assess), 16),
                new Choice<>(new LiveAction("permitted an event", LiveOov::permit), 12),
                new Choice<>(new LiveAction("refused an event", LiveOov::refuse), 1),
                new Choice<>(new LiveAction("registered that an event was held", LiveOov::hold), 8),
                new Choice<>(new LiveAction("registered that an event was cancelled", LiveOov::cancel), 3),
                new Choice<>(new LiveAction("put the buurt of an event right", LiveOov::move), 3),
                new Choice<>(new LiveAction("made a safety round", LiveOov::makeRound), 6),
                new Choice<>(new LiveAction("registered an incident", LiveOov::registerIncident), 10),
                new Choice<>(new LiveAction("went on to aftercare", LiveOov::careAfter), 5),
                new Choice<>(new LiveAction("closed an incident", LiveOov::closeIncident), 5),
                new Choice<>(new LiveAction("opened an incident again", LiveOov::reopenIncident), 2),
                new Choice<>(new LiveAction("withdrew an incident", LiveOov::withdrawIncident), 1),
                new Choice<>(new LiveAction("assessed a demonstration", LiveOov::assessDemonstration), 4),
                new Choice<>(new LiveAction("registered that a demonstration was held", LiveOov::demonstrate), 3),
                new Choice<>(new LiveAction("held a consultation", LiveOov::consult), 2));
    }

    private static boolean receive(LiveTransaction transaction) throws SQLException {
        transaction.insert(
                "oov.event_application",
                List.of(
                        "event_number",
                        "received_on",
                        "status",
                        "buurt_code",
                        "event_name",
                        "organiser_name",
                        "handler_name"),
                transaction.nextNumber("oov.event_application", "event_number", "EV", 4),
                transaction.today().minusDays(transaction.chance().happens(0.85) ? 0 : 12),
                "received",
                transaction.area(),
                DEMO_TEXT,
                DEMO_NAME,
                DEMO_NAME);
        return true;
    }

    private static boolean assess(LiveTransaction transaction) throws SQLException {
        return transaction.change(
                "oov.event_application",
                "event_number",
                "status = 'assessed', assessed_on = ?, risk = ?",
                EVENT + "status = 'received'",
                transaction.today(),
                transaction.chance().draw(RISKS),
                transaction.recent(),
                transaction.today());
    }

    private static boolean permit(LiveTransaction transaction) throws SQLException {
        return decide(transaction, "granted");
    }

    private static boolean refuse(LiveTransaction transaction) throws SQLException {
        return decide(transaction, "refused");
    }

    private static boolean decide(LiveTransaction transaction, String status) throws SQLException {
        return transaction.change(
                "oov.event_application",
                "event_number",
                "status = ?, decided_on = ?",
                EVENT + "status = 'assessed' AND assessed_on <= ?",
                status,
                transaction.today(),
                transaction.recent(),
                transaction.today(),
                transaction.today());
    }

    private static boolean hold(LiveTransaction transaction) throws SQLException {
        return transaction.change(
                "oov.event_application",
                "event_number",
                "held_on = ?",
                EVENT + "status = 'granted' AND held_on IS NULL AND decided_on <= ?",
                transaction.today(),
                transaction.recent(),
                transaction.today(),
                transaction.today());
    }

    private static boolean cancel(LiveTransaction transaction) throws SQLException {
        return transaction.change(
                "oov.event_application",
                "event_number",
                "status = 'cancelled'",
                EVENT + "status = 'granted' AND held_on IS NULL",
                transaction.recent(),
                transaction.today());
    }

    private static boolean move(LiveTransaction transaction) throws SQLException {
        return transaction.change(
                "oov.event_application",
                "event_number",
                "buurt_code = ?",
                EVENT + "status IN ('received', 'assessed')",
                transaction.area(),
                transaction.recent(),
                transaction.today());
    }

    private static boolean makeRound(LiveTransaction transaction) throws SQLException {
        Optional<LiveRow> event = transaction.pick(
                "oov.event_application",
                List.of("event_number", "buurt_code"),
                EVENT + "status = 'granted'",
                transaction.recent(),
                transaction.today());
        if (event.isEmpty()) {
            return false;
        }
        transaction.insert(
                "oov.event_safety_round",
                List.of(
                        "event_number",
                        "held_on",
                        "status",
                        "has_findings",
                        "partner_count",
                        "buurt_code",
                        "handler_name",
                        "note"),
                event.get().get("event_number"),
                transaction.today(),
                "held",
                transaction.chance().happens(0.4),
                transaction.chance().between(2, 6),
                event.get().get("buurt_code"),
                DEMO_NAME,
                DEMO_TEXT);
        return true;
    }

    private static boolean registerIncident(LiveTransaction transaction) throws SQLException {
        transaction.insert(
                "oov.incident",
                List.of(
                        "happened_on",
                        "kind",
                        "is_aov_deployed",
                        "grip_level",
                        "status",
                        "buurt_code",
                        "aov_name",
                        "log"),
                transaction.today().minusDays(transaction.chance().between(0, 4)),
                transaction.chance().draw(INCIDENTS),
                transaction.chance().happens(0.8),
                transaction.chance().happens(0.06) ? 1 : 0,
                "open",
                transaction.area(),
                DEMO_NAME,
                DEMO_TEXT);
        return true;
    }

    private static boolean careAfter(LiveTransaction transaction) throws SQLException {
        return incident(transaction, "status = 'aftercare'", "status = 'open'");
    }

    private static boolean closeIncident(LiveTransaction transaction) throws SQLException {
        return transaction.change(
                "oov.incident",
                "incident_id",
                "status = 'closed', closed_on = ?",
                INCIDENT + "status <> 'closed'",
                transaction.today(),
                transaction.recent(),
                transaction.today());
    }

    private static boolean reopenIncident(LiveTransaction transaction) throws SQLException {
        return incident(transaction, "status = 'aftercare', closed_on = NULL", "status = 'closed'");
    }

    private static boolean withdrawIncident(LiveTransaction transaction) throws SQLException {
        return incident(transaction, "is_withdrawn = true", "status = 'open'");
    }

    private static boolean incident(LiveTransaction transaction, String settings, String condition)
            throws SQLException {
        return transaction.change(
                "oov.incident",
                "incident_id",
                settings,
                INCIDENT + condition,
                transaction.recent(),
                transaction.today());
    }

    private static boolean assessDemonstration(LiveTransaction transaction) throws SQLException {
        transaction.insert(
                "oov.demonstration",
                List.of(
                        "definition",
                        "announced_on",
                        "is_announced_in_time",
                        "assessed_on",
                        "size",
                        "is_restricted",
                        "status",
                        "buurt_code",
                        "organiser_name",
                        "theme",
                        "route"),
                "announced_and_assessed",
                transaction.today().minusDays(transaction.chance().between(0, 5)),
                transaction.chance().happens(0.85),
                transaction.today(),
                transaction.chance().happens(0.9) ? "small" : "larger",
                transaction.chance().happens(0.12),
                "assessed",
                transaction.area(),
                DEMO_NAME,
                DEMO_TEXT,
                DEMO_TEXT);
        return true;
    }

    private static boolean demonstrate(LiveTransaction transaction) throws SQLException {
        return transaction.change(
                "oov.demonstration",
                "demonstration_id",
                "status = 'held', held_on = ?",
                COUNTS + "definition = 'announced_and_assessed' AND status = 'assessed' AND announced_on >= ?"
                        + " AND assessed_on BETWEEN ? AND ?",
                transaction.today(),
                transaction.recent(),
                transaction.recent(),
                transaction.today());
    }

    private static boolean consult(LiveTransaction transaction) throws SQLException {
        transaction.insert(
                "oov.consultation",
                List.of("kind", "held_on", "status", "partner_count", "chair_name", "minutes"),
                transaction.chance().draw(CONSULTATIONS),
                transaction.today(),
                transaction.chance().happens(0.93) ? "held" : "cancelled",
                transaction.chance().between(3, 9),
                DEMO_NAME,
                DEMO_TEXT);
        return true;
    }
}
