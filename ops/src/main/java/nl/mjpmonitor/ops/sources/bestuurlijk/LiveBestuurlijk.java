package nl.mjpmonitor.ops.sources.bestuurlijk;

import static nl.mjpmonitor.ops.sources.live.LiveTransaction.DEMO_NAME;
import static nl.mjpmonitor.ops.sources.live.LiveTransaction.DEMO_TEXT;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.mjpmonitor.ops.sources.generation.Choice;
import nl.mjpmonitor.ops.sources.generation.DemoLocations;
import nl.mjpmonitor.ops.sources.generation.DemoLocations.Location;
import nl.mjpmonitor.ops.sources.generation.DemoLocations.Use;
import nl.mjpmonitor.ops.sources.live.LiveAction;
import nl.mjpmonitor.ops.sources.live.LiveRow;
import nl.mjpmonitor.ops.sources.live.LiveSource;
import nl.mjpmonitor.ops.sources.live.LiveTransaction;

/** Those who decide on permits, screen applications and impose measures. */
public final class LiveBestuurlijk implements LiveSource {
    private static final String DEMO_ADDRESS = "Demostraat 0";
    private static final String COUNTS = "provenance = 'demonstration' AND NOT is_withdrawn AND ";

    private static final List<Choice<String>> KINDS = List.of(
            new Choice<>("catering_new", 0.2),
            new Choice<>("catering_change", 0.2),
            new Choice<>("building_large", 0.12),
            new Choice<>("building_small", 0.3),
            new Choice<>("sex_establishment", 0.01),
            new Choice<>("subsidy", 0.1),
            new Choice<>("real_estate", 0.07));

    private static final List<Choice<String>> DECISIONS = List.of(
            new Choice<>("granted", 0.8),
            new Choice<>("refused", 0.06),
            new Choice<>("not_considered", 0.07),
            new Choice<>("withdrawn_by_applicant", 0.07));

    private static final List<Choice<String>> OUTCOMES = List.of(
            new Choice<>("no_objection", 0.75),
            new Choice<>("with_conditions", 0.1),
            new Choice<>("refused", 0.05),
            new Choice<>("not_considered", 0.05),
            new Choice<>("withdrawn_by_applicant", 0.05));

    private static final List<Choice<String>> MEASURES =
            List.of(new Choice<>("closure", 0.5), new Choice<>("warning", 0.35), new Choice<>("penalty_order", 0.15));

    @Override
    public String system() {
        return "bestuurlijk";
    }

    @Override
    public List<Choice<LiveAction>> actions() {
        return List.of(
                new Choice<>(new LiveAction("received an application", LiveBestuurlijk::receive), 22),
                new Choice<>(new LiveAction("decided on an application", LiveBestuurlijk::decide), 16),
                new Choice<>(new LiveAction("withdrew an application", LiveBestuurlijk::withdrawApplication), 3),
                new Choice<>(new LiveAction("put the buurt of an application right", LiveBestuurlijk::move), 4),
                new Choice<>(new LiveAction("screened an application", LiveBestuurlijk::screen), 14),
                new Choice<>(new LiveAction("deepened a screening", LiveBestuurlijk::deepen), 3),
                new Choice<>(new LiveAction("ended a screening", LiveBestuurlijk::endScreening), 12),
                new Choice<>(new LiveAction("received a report under article 13b", LiveBestuurlijk::report), 5),
                new Choice<>(new LiveAction("imposed a measure under article 13b", LiveBestuurlijk::impose), 5),
                new Choice<>(new LiveAction("ended a measure under article 13b", LiveBestuurlijk::end), 4),
                new Choice<>(new LiveAction("imposed a penalty for street trade", LiveBestuurlijk::penalise), 5),
                new Choice<>(new LiveAction("forfeited a penalty", LiveBestuurlijk::forfeit), 2),
                new Choice<>(new LiveAction("withdrew a penalty", LiveBestuurlijk::withdrawPenalty), 1),
                new Choice<>(new LiveAction("gave behavioural orders", LiveBestuurlijk::order), 1),
                new Choice<>(new LiveAction("established a violation of an order", LiveBestuurlijk::violate), 2),
                new Choice<>(new LiveAction("imposed a house ban", LiveBestuurlijk::ban), 2),
                new Choice<>(new LiveAction("extended a house ban", LiveBestuurlijk::extend), 1));
    }

    private static boolean receive(LiveTransaction transaction) throws SQLException {
        String kind = transaction.chance().draw(KINDS);
        transaction.insert(
                "bestuurlijk.permit_application",
                List.of(
                        "application_number",
                        "kind",
                        "received_on",
                        "is_bibob_required",
                        "status",
                        "buurt_code",
                        "applicant_name",
                        "address",
                        "handler_name"),
                transaction.nextNumber("bestuurlijk.permit_application", "application_number", "AV", 4),
                kind,
                transaction.today(),
                kind.equals("catering_new")
                        || kind.equals("building_large")
                        || transaction.chance().happens(0.1),
                "received",
                transaction.area(),
                DEMO_NAME,
                DEMO_ADDRESS,
                DEMO_NAME);
        return true;
    }

    private static boolean decide(LiveTransaction transaction) throws SQLException {
        return transaction.change(
                "bestuurlijk.permit_application",
                "application_number",
                "status = ?, decided_on = ?",
                COUNTS + "status = 'received' AND received_on BETWEEN ? AND ?",
                transaction.chance().draw(DECISIONS),
                transaction.today(),
                transaction.recent(),
                transaction.today());
    }

    private static boolean withdrawApplication(LiveTransaction transaction) throws SQLException {
        return transaction.change(
                "bestuurlijk.permit_application",
                "application_number",
                "is_withdrawn = true",
                COUNTS + "received_on >= ? AND application_number NOT IN"
                        + " (SELECT application_number FROM bestuurlijk.bibob_screening)",
                transaction.recent());
    }

    private static boolean move(LiveTransaction transaction) throws SQLException {
        return transaction.change(
                "bestuurlijk.permit_application",
                "application_number",
                "buurt_code = ?",
                COUNTS + "received_on >= ?",
                transaction.area(),
                transaction.recent());
    }

    private static boolean screen(LiveTransaction transaction) throws SQLException {
        Optional<LiveRow> application = transaction.pick(
                "bestuurlijk.permit_application",
                List.of("application_number", "buurt_code"),
                COUNTS + "is_bibob_required AND received_on BETWEEN ? AND ? AND application_number NOT IN"
                        + " (SELECT application_number FROM bestuurlijk.bibob_screening WHERE NOT is_withdrawn)",
                transaction.recent(),
                transaction.today());
        if (application.isEmpty()) {
            return false;
        }
        transaction.insert(
                "bestuurlijk.bibob_screening",
                List.of("application_number", "screened_on", "buurt_code", "screener_name", "findings"),
                application.get().get("application_number"),
                transaction.today(),
                application.get().get("buurt_code"),
                DEMO_NAME,
                DEMO_TEXT);
        return true;
    }

    private static boolean deepen(LiveTransaction transaction) throws SQLException {
        return transaction.change(
                "bestuurlijk.bibob_screening",
                "bibob_screening_id",
                "deepened_on = ?, is_advice_requested = ?",
                COUNTS + "deepened_on IS NULL AND outcome IS NULL AND screened_on BETWEEN ? AND ?",
                transaction.today(),
                transaction.chance().happens(0.3),
                transaction.recent(),
                transaction.today());
    }

    private static boolean endScreening(LiveTransaction transaction) throws SQLException {
        return transaction.change(
                "bestuurlijk.bibob_screening",
                "bibob_screening_id",
                "outcome = ?, outcome_on = ?",
                COUNTS + "outcome IS NULL AND screened_on BETWEEN ? AND ?",
                transaction.chance().draw(OUTCOMES),
                transaction.today(),
                transaction.recent(),
                transaction.today());
    }

    private static boolean report(LiveTransaction transaction) throws SQLException {
        Use use = transaction.chance().happens(0.6) ? Use.DWELLING : Use.PREMISES;
        Location location = transaction.chance().pick(DemoLocations.with(use));
        transaction.insert(
                "bestuurlijk.damocles_measure",
                List.of(
                        "location_number",
                        "premises_kind",
                        "reported_on",
                        "status",
                        "buurt_code",
                        "address",
                        "resident_names",
                        "considerations"),
                location.number(),
                use.toString(),
                transaction.today().minusDays(transaction.chance().between(0, 6)),
                "under_review",
                location.areaCode(),
                DEMO_ADDRESS,
                DEMO_NAME,
                DEMO_TEXT);
        return true;
    }

    private static boolean impose(LiveTransaction transaction) throws SQLException {
        return transaction.change(
                "bestuurlijk.damocles_measure",
                "damocles_measure_id",
                "measure = ?, effective_on = ?, status = 'in_force'",
                COUNTS + "status = 'under_review' AND reported_on BETWEEN ? AND ?",
                transaction.chance().draw(MEASURES),
                transaction.today(),
                transaction.recent(),
                transaction.today());
    }

    private static boolean end(LiveTransaction transaction) throws SQLException {
        return transaction.change(
                "bestuurlijk.damocles_measure",
                "damocles_measure_id",
                "reopened_on = CASE measure WHEN 'closure' THEN ?::date END, status = 'ended'",
                COUNTS + "status = 'in_force' AND reported_on >= ? AND effective_on < ?",
                transaction.today(),
                transaction.recent(),
                transaction.today());
    }

    private static boolean penalise(LiveTransaction transaction) throws SQLException {
        transaction.insert(
                "bestuurlijk.street_trade_penalty",
                List.of("trade_role", "imposed_on", "status", "buurt_code", "person_name", "amount_in_euros", "note"),
                transaction.chance().happens(0.55) ? "seller" : "buyer",
                transaction.today().minusDays(transaction.chance().between(0, 3)),
                "imposed",
                transaction.area(),
                DEMO_NAME,
                2500,
                DEMO_TEXT);
        return true;
    }

    private static boolean forfeit(LiveTransaction transaction) throws SQLException {
        return transaction.change(
                "bestuurlijk.street_trade_penalty",
                "street_trade_penalty_id",
                "status = 'forfeited', forfeited_on = ?",
                COUNTS + "status = 'imposed' AND imposed_on BETWEEN ? AND ?",
                transaction.today(),
                transaction.recent(),
                transaction.today());
    }

    private static boolean withdrawPenalty(LiveTransaction transaction) throws SQLException {
        return transaction.change(
                "bestuurlijk.street_trade_penalty",
                "street_trade_penalty_id",
                "is_withdrawn = true",
                COUNTS + "imposed_on >= ?",
                transaction.recent());
    }

    private static boolean order(LiveTransaction transaction) throws SQLException {
        Location dwelling = transaction.chance().pick(DemoLocations.with(Use.DWELLING));
        LocalDate today = transaction.today();
        transaction.insert(
                "bestuurlijk.behavioural_order",
                List.of(
                        "location_number",
                        "imposed_on",
                        "ends_on",
                        "order_count",
                        "status",
                        "buurt_code",
                        "resident_names",
                        "conditions"),
                dwelling.number(),
                today,
                today.plusMonths(transaction.chance().between(6, 12)),
                transaction.chance().between(1, 3),
                "in_force",
                dwelling.areaCode(),
                DEMO_NAME,
                DEMO_TEXT);
        return true;
    }

    private static boolean violate(LiveTransaction transaction) throws SQLException {
        return transaction.change(
                "bestuurlijk.behavioural_order",
                "behavioural_order_id",
                "violation_count = violation_count + 1",
                COUNTS + "status = 'in_force' AND imposed_on >= ?",
                transaction.recent());
    }

    private static boolean ban(LiveTransaction transaction) throws SQLException {
        LocalDate imposedOn = transaction.today().minusDays(transaction.chance().between(0, 2));
        transaction.insert(
                "bestuurlijk.house_ban",
                List.of("imposed_on", "ends_on", "person_name", "address", "risk_assessment"),
                imposedOn,
                imposedOn.plusDays(10),
                DEMO_NAME,
                DEMO_ADDRESS,
                DEMO_TEXT);
        return true;
    }

    private static boolean extend(LiveTransaction transaction) throws SQLException {
        return transaction.change(
                "bestuurlijk.house_ban",
                "house_ban_id",
                "is_extended = true, ends_on = imposed_on + 28",
                COUNTS + "NOT is_extended AND imposed_on >= ?",
                transaction.recent());
    }
}
