package nl.mjpmonitor.ops.sources.melddesk;

import static nl.mjpmonitor.ops.sources.live.LiveTransaction.DEMO_NAME;
import static nl.mjpmonitor.ops.sources.live.LiveTransaction.DEMO_TEXT;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.mjpmonitor.ops.sources.generation.Chance;
import nl.mjpmonitor.ops.sources.generation.Choice;
import nl.mjpmonitor.ops.sources.generation.DemoLocations;
import nl.mjpmonitor.ops.sources.generation.DemoLocations.Location;
import nl.mjpmonitor.ops.sources.generation.DemoLocations.Use;
import nl.mjpmonitor.ops.sources.live.LiveAction;
import nl.mjpmonitor.ops.sources.live.LiveRow;
import nl.mjpmonitor.ops.sources.live.LiveSource;
import nl.mjpmonitor.ops.sources.live.LiveTransaction;
import org.jspecify.annotations.Nullable;

/** The desk at work: reports come in, also late, are screened, put right, merged, withdrawn, closed and opened again. */
public final class LiveMelddesk implements LiveSource {
    private static final String DEMO_ADDRESS = "Demostraat 0";
    private static final String COUNTS = "provenance = 'demonstration' AND NOT is_withdrawn AND ";
    private static final String REPORT = COUNTS + "NOT is_merged AND happened_on BETWEEN ? AND ? AND ";
    private static final String NOT_SCREENED = "report_number NOT IN (SELECT report_number FROM melddesk.screening)";
    private static final String HOTSPOT = COUNTS + "detected_on BETWEEN ? AND ? AND ";
    private static final String DWELLING = COUNTS + "started_on BETWEEN ? AND ? AND ";

    private static final List<Choice<String>> CATEGORIES = List.of(
            new Choice<>("persons", 130),
            new Choice<>("drugs", 80),
            new Choice<>("youth", 70),
            new Choice<>("noise", 110),
            new Choice<>("neighbours", 60),
            new Choice<>("litter", 90),
            new Choice<>("parking", 60),
            new Choice<>("other", 40));

    private static final List<Choice<String>> CHANNELS = List.of(
            new Choice<>("app", 0.45),
            new Choice<>("website", 0.3),
            new Choice<>("telephone", 0.2),
            new Choice<>("email", 0.05));

    private static final List<Choice<String>> RESULTS =
            List.of(new Choice<>("stopped", 0.4), new Choice<>("manageable", 0.4), new Choice<>("running", 0.2));

    @Override
    public String system() {
        return "melddesk";
    }

    @Override
    public List<Choice<LiveAction>> actions() {
        return List.of(
                new Choice<>(new LiveAction("received a report", LiveMelddesk::receive), 34),
                new Choice<>(new LiveAction("received a late report", LiveMelddesk::receiveLate), 8),
                new Choice<>(new LiveAction("screened a report", LiveMelddesk::screen), 12),
                new Choice<>(new LiveAction("assigned a report", LiveMelddesk::assign), 10),
                new Choice<>(new LiveAction("closed a report", LiveMelddesk::close), 10),
                new Choice<>(new LiveAction("opened a report again", LiveMelddesk::reopen), 3),
                new Choice<>(new LiveAction("put a category right", LiveMelddesk::recategorise), 4),
                new Choice<>(new LiveAction("put a buurt right", LiveMelddesk::move), 4),
                new Choice<>(new LiveAction("merged two reports", LiveMelddesk::merge), 3),
                new Choice<>(new LiveAction("withdrew a report", LiveMelddesk::withdraw), 3),
                new Choice<>(new LiveAction("noticed a potential hotspot", LiveMelddesk::notice), 1),
                new Choice<>(new LiveAction("identified a hotspot", LiveMelddesk::identify), 1),
                new Choice<>(new LiveAction("dismissed a potential hotspot", LiveMelddesk::dismiss), 1),
                new Choice<>(new LiveAction("started on a dwelling", LiveMelddesk::startOnDwelling), 1),
                new Choice<>(new LiveAction("closed the case of a dwelling", LiveMelddesk::closeDwelling), 1),
                new Choice<>(new LiveAction("opened the case of a dwelling again", LiveMelddesk::reopenDwelling), 1));
    }

    private static boolean receive(LiveTransaction transaction) throws SQLException {
        return receive(transaction, transaction.chance().happens(0.8) ? 0 : 1);
    }

    private static boolean receiveLate(LiveTransaction transaction) throws SQLException {
        return receive(transaction, transaction.chance().between(8, 45));
    }

    private static boolean receive(LiveTransaction transaction, int daysLate) throws SQLException {
        Chance chance = transaction.chance();
        Location location = chance.happens(0.6) ? location(chance) : null;
        transaction.insert(
                "melddesk.report",
                List.of(
                        "report_number",
                        "received_at",
                        "happened_on",
                        "channel",
                        "category",
                        "location_number",
                        "buurt_code",
                        "status",
                        "reporter_name",
                        "reporter_telephone",
                        "address",
                        "description"),
                transaction.nextNumber("melddesk.report", "report_number", "MD", 6),
                transaction.now(),
                transaction.today().minusDays(daysLate),
                chance.draw(CHANNELS),
                chance.draw(CATEGORIES),
                location == null ? null : location.number(),
                location == null ? transaction.area() : location.areaCode(),
                "received",
                DEMO_NAME,
                "0000000000",
                DEMO_ADDRESS,
                DEMO_TEXT);
        return true;
    }

    private static Location location(Chance chance) {
        return chance.pick(DemoLocations.with(chance.pick(List.of(Use.values()))));
    }

    private static boolean screen(LiveTransaction transaction) throws SQLException {
        Optional<LiveRow> report =
                report(transaction, "category IN ('persons', 'drugs') AND status = 'received' AND " + NOT_SCREENED);
        if (report.isEmpty()) {
            return false;
        }
        Chance chance = transaction.chance();
        transaction.insert(
                "melddesk.screening",
                List.of(
                        "report_number",
                        "screened_on",
                        "category",
                        "is_repeated",
                        "is_prolonged",
                        "is_drug_related",
                        "is_intimidating",
                        "result",
                        "buurt_code",
                        "screener_name",
                        "findings"),
                number(report),
                transaction.today(),
                report.get().get("category"),
                chance.happens(0.3),
                chance.happens(0.2),
                report.get().get("category").equals("drugs"),
                chance.happens(0.1),
                chance.happens(0.12) ? "indication" : "none",
                report.get().get("buurt_code"),
                DEMO_NAME,
                DEMO_TEXT);
        return set(transaction, number(report), "status = 'screened'");
    }

    private static boolean assign(LiveTransaction transaction) throws SQLException {
        Optional<LiveRow> report = report(
                transaction, "(status = 'screened' OR status = 'received' AND category NOT IN ('persons', 'drugs'))");
        return report.isPresent() && set(transaction, number(report), "status = 'assigned'");
    }

    private static boolean close(LiveTransaction transaction) throws SQLException {
        Optional<LiveRow> report = report(transaction, "status = 'assigned'");
        return report.isPresent()
                && set(transaction, number(report), "status = 'closed', closed_on = ?", transaction.today());
    }

    private static boolean reopen(LiveTransaction transaction) throws SQLException {
        Optional<LiveRow> report = report(transaction, "status = 'closed'");
        return report.isPresent() && set(transaction, number(report), "status = 'assigned', closed_on = NULL");
    }

    private static boolean recategorise(LiveTransaction transaction) throws SQLException {
        String category = transaction.chance().draw(CATEGORIES);
        Optional<LiveRow> report =
                report(transaction, "status <> 'closed' AND category <> ? AND " + NOT_SCREENED, category);
        if (report.isEmpty()) {
            return false;
        }
        correct(transaction, report.get(), "category", category);
        return set(transaction, number(report), "category = ?", category);
    }

    private static boolean move(LiveTransaction transaction) throws SQLException {
        String area = transaction.area();
        Optional<LiveRow> report = report(transaction, "status <> 'closed' AND buurt_code <> ?", area);
        if (report.isEmpty()) {
            return false;
        }
        correct(transaction, report.get(), "buurt_code", area);
        transaction.run("UPDATE melddesk.screening SET buurt_code = ? WHERE report_number = ?", area, number(report));
        return set(transaction, number(report), "buurt_code = ?", area);
    }

    private static void correct(LiveTransaction transaction, LiveRow report, String field, String to)
            throws SQLException {
        transaction.insert(
                "melddesk.report_correction",
                List.of("report_number", "corrected_on", "field", "from_code", "to_code", "corrector_name"),
                report.get("report_number"),
                transaction.today(),
                field,
                report.get(field),
                to,
                DEMO_NAME);
    }

    private static boolean merge(LiveTransaction transaction) throws SQLException {
        Optional<LiveRow> report = report(
                transaction,
                "status = 'received' AND " + NOT_SCREENED
                        + " AND report_number NOT IN (SELECT merged_into_number FROM melddesk.report WHERE is_merged)");
        if (report.isEmpty()) {
            return false;
        }
        Optional<LiveRow> other = report(
                transaction,
                "report_number <> ? AND category = ? AND status <> 'closed'",
                number(report),
                report.get().get("category"));
        return other.isPresent()
                && set(
                        transaction,
                        number(report),
                        "is_merged = true, merged_into_number = ?, status = 'closed', closed_on = ?",
                        number(other),
                        transaction.today());
    }

    private static boolean withdraw(LiveTransaction transaction) throws SQLException {
        Optional<LiveRow> report = report(transaction, "status = 'received' AND " + NOT_SCREENED);
        return report.isPresent()
                && set(
                        transaction,
                        number(report),
                        "is_withdrawn = true, status = 'closed', closed_on = ?",
                        transaction.today());
    }

    private static boolean notice(LiveTransaction transaction) throws SQLException {
        boolean isDwelling = transaction.chance().happens(0.4);
        Location location = transaction.chance().pick(DemoLocations.with(isDwelling ? Use.DWELLING : Use.PREMISES));
        transaction.insert(
                "melddesk.hotspot",
                List.of(
                        "hotspot_number",
                        "location_number",
                        "origin",
                        "detected_on",
                        "status",
                        "buurt_code",
                        "place_name",
                        "address",
                        "note"),
                transaction.nextNumber("melddesk.hotspot", "hotspot_number", "HS", 3),
                location.number(),
                isDwelling ? "dwelling" : "public_space",
                transaction.today(),
                "potential",
                location.areaCode(),
                DEMO_NAME,
                DEMO_ADDRESS,
                DEMO_TEXT);
        return true;
    }

    private static boolean identify(LiveTransaction transaction) throws SQLException {
        return transaction.change(
                "melddesk.hotspot",
                "hotspot_number",
                "status = 'identified', identified_on = ?",
                HOTSPOT + "status = 'potential'",
                transaction.today(),
                transaction.recent(),
                transaction.today());
    }

    private static boolean dismiss(LiveTransaction transaction) throws SQLException {
        return transaction.change(
                "melddesk.hotspot",
                "hotspot_number",
                "status = 'dismissed'",
                HOTSPOT + "status = 'potential'",
                transaction.recent(),
                transaction.today());
    }

    private static boolean startOnDwelling(LiveTransaction transaction) throws SQLException {
        Location dwelling = transaction.chance().pick(DemoLocations.with(Use.DWELLING));
        transaction.insert(
                "melddesk.dwelling_nuisance_case",
                List.of(
                        "nuisance_case_number",
                        "location_number",
                        "kind",
                        "started_on",
                        "status",
                        "partner_count",
                        "buurt_code",
                        "resident_names",
                        "address",
                        "approach"),
                transaction.nextNumber("melddesk.dwelling_nuisance_case", "nuisance_case_number", "WO", 3),
                dwelling.number(),
                transaction.chance().pick(List.of("noise", "pollution", "intimidation", "multiple")),
                transaction.today(),
                "open",
                transaction.chance().between(2, 6),
                dwelling.areaCode(),
                DEMO_NAME,
                DEMO_ADDRESS,
                DEMO_TEXT);
        return true;
    }

    private static boolean closeDwelling(LiveTransaction transaction) throws SQLException {
        return transaction.change(
                "melddesk.dwelling_nuisance_case",
                "nuisance_case_number",
                "status = 'closed', closed_on = ?, result = ?",
                DWELLING + "status = 'open'",
                transaction.today(),
                transaction.chance().draw(RESULTS),
                transaction.recent(),
                transaction.today());
    }

    private static boolean reopenDwelling(LiveTransaction transaction) throws SQLException {
        return transaction.change(
                "melddesk.dwelling_nuisance_case",
                "nuisance_case_number",
                "status = 'open', closed_on = NULL, result = NULL, reopened_on = ?",
                DWELLING + "status = 'closed'",
                transaction.today(),
                transaction.recent(),
                transaction.today());
    }

    private static Optional<LiveRow> report(LiveTransaction transaction, String condition, @Nullable Object... values)
            throws SQLException {
        @Nullable Object[] all = new Object[values.length + 2];
        LocalDate recent = transaction.recent();
        all[0] = recent;
        all[1] = transaction.today();
        System.arraycopy(values, 0, all, 2, values.length);
        return transaction.pick(
                "melddesk.report", List.of("report_number", "category", "buurt_code"), REPORT + condition, all);
    }

    private static String number(Optional<LiveRow> report) {
        return report.orElseThrow().get("report_number");
    }

    private static boolean set(LiveTransaction transaction, String number, String settings, Object... values)
            throws SQLException {
        Object[] all = new Object[values.length + 1];
        System.arraycopy(values, 0, all, 0, values.length);
        all[values.length] = number;
        return transaction.run("UPDATE melddesk.report SET " + settings + " WHERE report_number = ?", all) == 1;
    }
}
