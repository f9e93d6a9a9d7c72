package nl.mjpmonitor.ops.sources.ondermijning;

import static nl.mjpmonitor.ops.sources.live.LiveTransaction.DEMO_NAME;
import static nl.mjpmonitor.ops.sources.live.LiveTransaction.DEMO_TEXT;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.mjpmonitor.ops.sources.generation.AreaWeights;
import nl.mjpmonitor.ops.sources.generation.Choice;
import nl.mjpmonitor.ops.sources.generation.DemoLocations;
import nl.mjpmonitor.ops.sources.generation.DemoLocations.Location;
import nl.mjpmonitor.ops.sources.generation.DemoLocations.Use;
import nl.mjpmonitor.ops.sources.live.LiveAction;
import nl.mjpmonitor.ops.sources.live.LiveRow;
import nl.mjpmonitor.ops.sources.live.LiveSource;
import nl.mjpmonitor.ops.sources.live.LiveTransaction;

/** The working group at work: signals come in and are assessed, cases go from step to step, close and open again. */
public final class LiveOndermijning implements LiveSource {
    private static final String COUNTS = "provenance = 'demonstration' AND NOT is_withdrawn AND ";
    private static final String RECENT_SIGNAL = COUNTS + "received_on BETWEEN ? AND ? AND ";
    private static final String RECENT_CASE = COUNTS + "opened_on BETWEEN ? AND ? AND ";
    private static final List<String> CASE = List.of("case_number", "buurt_code", "location_number");

    private static final List<Choice<String>> CHANNELS = List.of(
            new Choice<>("anonymous_tip_line", 0.28),
            new Choice<>("municipality", 0.2),
            new Choice<>("police", 0.22),
            new Choice<>("residents", 0.1),
            new Choice<>("professionals", 0.2));

    private static final List<Choice<String>> LWO_OUTCOMES = List.of(
            new Choice<>("police", 0.12),
            new Choice<>("wabo", 0.1),
            new Choice<>("public_space_enforcement", 0.08),
            new Choice<>("chain_partner", 0.1),
            new Choice<>("atom", 0.4),
            new Choice<>("mot", 0.2));

    private static final List<Choice<String>> ATOM_OUTCOMES = List.of(
            new Choice<>("penalty_order", 0.25),
            new Choice<>("wabo", 0.3),
            new Choice<>("social_investigation", 0.2),
            new Choice<>("mot", 0.25));

    private static final List<Choice<String>> INTERVENTIONS = List.of(
            new Choice<>("administrative", 0.5),
            new Choice<>("criminal", 0.25),
            new Choice<>("fiscal", 0.15),
            new Choice<>("civil", 0.1));

    private static final List<String> ACTIONS =
            List.of("supervision_check", "enforcement_check", "phenomenon_check", "other");
    private static final List<String> PARTIES =
            List.of("atom", "thor", "thgo", "police", "social_investigation", "chain_partner");

    @Override
    public String system() {
        return "ondermijning";
    }

    @Override
    public List<Choice<LiveAction>> actions() {
        return List.of(
                new Choice<>(new LiveAction("received a signal", LiveOndermijning::receive), 24),
                new Choice<>(new LiveAction("registered a signal late", LiveOndermijning::receiveLate), 6),
                new Choice<>(new LiveAction("enriched a signal", LiveOndermijning::enrich), 12),
                new Choice<>(new LiveAction("confirmed a signal", LiveOndermijning::confirm), 8),
                new Choice<>(new LiveAction("did not confirm a signal", LiveOndermijning::doNotConfirm), 6),
                new Choice<>(new LiveAction("withdrew a signal", LiveOndermijning::withdrawSignal), 3),
                new Choice<>(new LiveAction("put the buurt of a signal right", LiveOndermijning::moveSignal), 4),
                new Choice<>(new LiveAction("set out an action", LiveOndermijning::setOut), 5),
                new Choice<>(new LiveAction("completed an action", LiveOndermijning::complete), 4),
                new Choice<>(new LiveAction("brought a case to the LWO", LiveOndermijning::bringToLwo), 8),
                new Choice<>(new LiveAction("ended a case in the LWO", LiveOndermijning::endLwo), 7),
                new Choice<>(new LiveAction("checked a location", LiveOndermijning::check), 4),
                new Choice<>(new LiveAction("ended a case in ATOM", LiveOndermijning::endAtom), 3),
                new Choice<>(new LiveAction("put an intervention to work", LiveOndermijning::intervene), 3),
                new Choice<>(new LiveAction("ended a case in the MOT", LiveOndermijning::endMot), 2),
                new Choice<>(new LiveAction("ended a case in the RIEC", LiveOndermijning::endRiec), 1),
                new Choice<>(new LiveAction("opened a case again", LiveOndermijning::reopen), 2),
                new Choice<>(new LiveAction("withdrew a case", LiveOndermijning::withdrawCase), 1),
                new Choice<>(new LiveAction("checked a storage unit", LiveOndermijning::checkStorage), 2),
                new Choice<>(new LiveAction("gave a workshop", LiveOndermijning::giveWorkshop), 1));
    }

    private static boolean receive(LiveTransaction transaction) throws SQLException {
        return receive(transaction, transaction.today());
    }

    private static boolean receiveLate(LiveTransaction transaction) throws SQLException {
        return receive(
                transaction, transaction.today().minusDays(transaction.chance().between(10, 40)));
    }

    private static boolean receive(LiveTransaction transaction, LocalDate receivedOn) throws SQLException {
        transaction.insert(
                "ondermijning.signal",
                List.of(
                        "signal_number",
                        "received_on",
                        "channel",
                        "phenomenon_code",
                        "buurt_code",
                        "status",
                        "reporter_contact",
                        "description",
                        "handler_name"),
                transaction.nextNumber("ondermijning.signal", "signal_number", "SIG", 4),
                receivedOn,
                transaction.chance().draw(CHANNELS),
                transaction.chance().draw(CaseGenerator.phenomena()),
                transaction.area(),
                "received",
                DEMO_NAME,
                DEMO_TEXT,
                DEMO_NAME);
        return true;
    }

    private static boolean enrich(LiveTransaction transaction) throws SQLException {
        return transaction.change(
                "ondermijning.signal",
                "signal_number",
                "status = 'enriched', enriched_on = ?",
                RECENT_SIGNAL + "status = 'received'",
                transaction.today(),
                transaction.recent(),
                transaction.today());
    }

    private static boolean confirm(LiveTransaction transaction) throws SQLException {
        Optional<LiveRow> signal = transaction.pick(
                "ondermijning.signal",
                List.of("signal_number", "phenomenon_code", "buurt_code"),
                RECENT_SIGNAL + "status = 'enriched' AND enriched_on <= ?",
                transaction.recent(),
                transaction.today(),
                transaction.today());
        if (signal.isEmpty()) {
            return false;
        }
        String area = signal.get().get("buurt_code");
        Optional<LiveRow> location = transaction.pick(
                "ondermijning.location", List.of("location_number"), "use_kind <> 'storage' AND buurt_code = ?", area);
        String number = transaction.nextNumber("ondermijning.case_file", "case_number", "OND", 4);
        transaction.insert(
                "ondermijning.case_file",
                List.of(
                        "case_number",
                        "opened_on",
                        "phenomenon_code",
                        "location_number",
                        "buurt_code",
                        "status",
                        "handler_name",
                        "summary"),
                number,
                transaction.today(),
                signal.get().get("phenomenon_code"),
                location.map(found -> found.get("location_number")).orElse(null),
                area,
                "open",
                DEMO_NAME,
                DEMO_TEXT);
        transaction.run(
                "UPDATE ondermijning.signal SET status = 'confirmed', assessed_on = ?, case_number = ? WHERE signal_number = ?",
                transaction.today(),
                number,
                signal.get().get("signal_number"));
        return true;
    }

    private static boolean doNotConfirm(LiveTransaction transaction) throws SQLException {
        return transaction.change(
                "ondermijning.signal",
                "signal_number",
                "status = 'not_confirmed', assessed_on = ?",
                RECENT_SIGNAL + "status = 'enriched' AND enriched_on <= ?",
                transaction.today(),
                transaction.recent(),
                transaction.today(),
                transaction.today());
    }

    private static boolean withdrawSignal(LiveTransaction transaction) throws SQLException {
        return transaction.change(
                "ondermijning.signal",
                "signal_number",
                "is_withdrawn = true",
                RECENT_SIGNAL + "status IN ('received', 'enriched')",
                transaction.recent(),
                transaction.today());
    }

    private static boolean moveSignal(LiveTransaction transaction) throws SQLException {
        return transaction.change(
                "ondermijning.signal",
                "signal_number",
                "buurt_code = ?",
                RECENT_SIGNAL + "case_number IS NULL",
                transaction.area(),
                transaction.recent(),
                transaction.today());
    }

    private static boolean setOut(LiveTransaction transaction) throws SQLException {
        Optional<LiveRow> signal = transaction.pick(
                "ondermijning.signal",
                List.of("signal_number", "buurt_code"),
                RECENT_SIGNAL + "status IN ('enriched', 'confirmed')",
                transaction.recent(),
                transaction.today());
        if (signal.isEmpty()) {
            return false;
        }
        transaction.insert(
                "ondermijning.follow_up_action",
                List.of("signal_number", "kind", "party", "started_on", "buurt_code", "contact_name", "findings"),
                signal.get().get("signal_number"),
                transaction.chance().pick(ACTIONS),
                transaction.chance().pick(PARTIES),
                transaction.today(),
                signal.get().get("buurt_code"),
                DEMO_NAME,
                DEMO_TEXT);
        return true;
    }

    private static boolean complete(LiveTransaction transaction) throws SQLException {
        return transaction.change(
                "ondermijning.follow_up_action",
                "follow_up_action_id",
                "completed_on = ?",
                COUNTS + "completed_on IS NULL AND started_on BETWEEN ? AND ?",
                transaction.today(),
                transaction.recent(),
                transaction.today());
    }

    private static boolean bringToLwo(LiveTransaction transaction) throws SQLException {
        Optional<LiveRow> found = pickCase(
                transaction,
                "status = 'open' AND current_step IS NULL AND case_number NOT IN"
                        + " (SELECT case_number FROM ondermijning.case_step)");
        if (found.isEmpty()) {
            return false;
        }
        enter(transaction, number(found.get()), "lwo", 0);
        return true;
    }

    private static boolean endLwo(LiveTransaction transaction) throws SQLException {
        Optional<LiveRow> found = pickCase(transaction, "current_step = 'lwo'");
        if (found.isEmpty()) {
            return false;
        }
        String outcome = transaction.chance().draw(LWO_OUTCOMES);
        leave(transaction, number(found.get()), "lwo", outcome);
        if (outcome.equals("atom") || outcome.equals("mot")) {
            enter(transaction, number(found.get()), outcome, 0);
        } else {
            close(transaction, number(found.get()));
        }
        return true;
    }

    private static boolean endAtom(LiveTransaction transaction) throws SQLException {
        Optional<LiveRow> found = pickCase(transaction, "current_step = 'atom'");
        if (found.isEmpty()) {
            return false;
        }
        String outcome = transaction.chance().draw(ATOM_OUTCOMES);
        leave(transaction, number(found.get()), "atom", outcome);
        if (outcome.equals("mot")) {
            enter(transaction, number(found.get()), outcome, 0);
        } else {
            close(transaction, number(found.get()));
        }
        return true;
    }

    private static boolean endMot(LiveTransaction transaction) throws SQLException {
        Optional<LiveRow> found = pickCase(transaction, "current_step = 'mot'");
        if (found.isEmpty()) {
            return false;
        }
        leave(transaction, number(found.get()), "mot");
        if (transaction.chance().happens(0.2)) {
            enter(transaction, number(found.get()), "riec", 0);
        } else {
            close(transaction, number(found.get()));
        }
        return true;
    }

    private static boolean endRiec(LiveTransaction transaction) throws SQLException {
        Optional<LiveRow> found = pickCase(transaction, "current_step = 'riec'");
        if (found.isEmpty()) {
            return false;
        }
        leave(transaction, number(found.get()), "riec");
        close(transaction, number(found.get()));
        return true;
    }

    private static boolean check(LiveTransaction transaction) throws SQLException {
        Optional<LiveRow> found = pickCase(transaction, "current_step = 'atom' AND location_number IS NOT NULL");
        return found.isPresent()
                && transaction.run(
                                """
                                INSERT INTO ondermijning.location_check (location_number, case_number, checked_on, is_recheck,
                                  has_findings, buurt_code, provenance, team_members, findings)
                                SELECT location_number, ?, ?, EXISTS (SELECT FROM ondermijning.location_check WHERE case_number = ?),
                                  ?, buurt_code, 'demonstration', ?, ? FROM ondermijning.location WHERE location_number = ?""",
                                number(found.get()),
                                transaction.today(),
                                number(found.get()),
                                transaction.chance().happens(0.6),
                                DEMO_NAME,
                                DEMO_TEXT,
                                found.get().get("location_number"))
                        == 1;
    }

    private static boolean intervene(LiveTransaction transaction) throws SQLException {
        Optional<LiveRow> found = pickCase(transaction, "current_step = 'mot'");
        if (found.isEmpty()) {
            return false;
        }
        transaction.insert(
                "ondermijning.intervention",
                List.of("case_number", "kind", "started_on", "buurt_code", "executor_name", "note"),
                number(found.get()),
                transaction.chance().draw(INTERVENTIONS),
                transaction.today(),
                found.get().get("buurt_code"),
                DEMO_NAME,
                DEMO_TEXT);
        return true;
    }

    private static boolean reopen(LiveTransaction transaction) throws SQLException {
        Optional<LiveRow> found = pickCase(transaction, "status = 'closed' AND opened_on < ?", transaction.today());
        if (found.isEmpty()) {
            return false;
        }
        transaction.run(
                "UPDATE ondermijning.case_file SET status = 'reopened', reopened_on = ?, closed_on = NULL WHERE case_number = ?",
                transaction.today(),
                number(found.get()));
        enter(transaction, number(found.get()), "lwo", 1);
        return true;
    }

    private static boolean withdrawCase(LiveTransaction transaction) throws SQLException {
        Optional<LiveRow> found = pickCase(transaction, "status = 'open'");
        if (found.isEmpty()) {
            return false;
        }
        for (String table : List.of("case_file", "case_step", "case_outcome", "intervention", "location_check")) {
            transaction.run(
                    "UPDATE ondermijning.%s SET is_withdrawn = true WHERE case_number = ?".formatted(table),
                    number(found.get()));
        }
        transaction.run(
                "UPDATE ondermijning.case_file SET withdrawal_reason = ? WHERE case_number = ?",
                DEMO_TEXT,
                number(found.get()));
        return true;
    }

    private static boolean checkStorage(LiveTransaction transaction) throws SQLException {
        Location unit = transaction.chance().pick(DemoLocations.with(Use.STORAGE));
        transaction.run(
                "INSERT INTO ondermijning.location (location_number, use_kind, buurt_code, street, house_number, postcode)"
                        + " VALUES (?, ?, ?, 'Demostraat', '0', '0000 XX') ON CONFLICT (location_number) DO NOTHING",
                unit.number(),
                unit.use().toString(),
                unit.areaCode());
        return transaction.run(
                        """
                        INSERT INTO ondermijning.storage_unit_check (location_number, checked_on, has_findings, buurt_code,
                          provenance, tenant_name, findings) VALUES (?, ?, ?, ?, 'demonstration', ?, ?)
                        ON CONFLICT (location_number, checked_on) DO NOTHING""",
                        unit.number(),
                        transaction.today(),
                        transaction.chance().happens(0.15),
                        unit.areaCode(),
                        DEMO_NAME,
                        DEMO_TEXT)
                == 1;
    }

    private static boolean giveWorkshop(LiveTransaction transaction) throws SQLException {
        transaction.insert(
                "ondermijning.workshop",
                List.of("held_on", "setting", "participant_count", "buurt_code", "trainer_name", "note"),
                transaction.today(),
                transaction.chance().happens(0.5) ? "organisation_meeting" : "team_meeting",
                transaction.chance().between(6, 30),
                AreaWeights.REMAINDER_CODE,
                DEMO_NAME,
                DEMO_TEXT);
        return true;
    }

    private static Optional<LiveRow> pickCase(LiveTransaction transaction, String condition, Object... values)
            throws SQLException {
        Object[] all = new Object[values.length + 2];
        all[0] = transaction.recent();
        all[1] = transaction.today();
        System.arraycopy(values, 0, all, 2, values.length);
        return transaction.pick("ondermijning.case_file", CASE, RECENT_CASE + condition, all);
    }

    private static String number(LiveRow found) {
        return found.get("case_number");
    }

    /** Brings a case to a step; in the same pass, or in one more when it was opened again. */
    private static void enter(LiveTransaction transaction, String number, String step, int morePasses)
            throws SQLException {
        transaction.run("""
                INSERT INTO ondermijning.case_step (case_number, step, pass_number, entered_on, buurt_code, provenance,
                  handler_name, minutes)
                SELECT case_number, ?, coalesce((SELECT max(pass_number) + ? FROM ondermijning.case_step
                    WHERE case_number = opened.case_number), 1), ?, buurt_code, 'demonstration', ?, ?
                FROM ondermijning.case_file AS opened WHERE case_number = ?""", step, morePasses, transaction.today(), DEMO_NAME, DEMO_TEXT, number);
        transaction.run("UPDATE ondermijning.case_file SET current_step = ? WHERE case_number = ?", step, number);
    }

    private static void leave(LiveTransaction transaction, String number, String step, String... outcomes)
            throws SQLException {
        for (String outcome : outcomes) {
            transaction.run("""
                    INSERT INTO ondermijning.case_outcome (case_number, step, pass_number, outcome, decided_on, buurt_code,
                      provenance, considerations)
                    SELECT case_number, step, pass_number, ?, ?, buurt_code, 'demonstration', ? FROM ondermijning.case_step
                    WHERE case_number = ? AND step = ? ORDER BY pass_number DESC LIMIT 1
                    ON CONFLICT ON CONSTRAINT case_outcome_once_a_pass DO NOTHING""", outcome, transaction.today(), DEMO_TEXT, number, step);
        }
        transaction.run(
                "UPDATE ondermijning.case_step SET left_on = ? WHERE case_number = ? AND step = ? AND left_on IS NULL",
                transaction.today(),
                number,
                step);
    }

    private static void close(LiveTransaction transaction, String number) throws SQLException {
        transaction.run(
                "UPDATE ondermijning.case_file SET status = 'closed', closed_on = ?, current_step = NULL WHERE case_number = ?",
                transaction.today(),
                number);
    }
}
