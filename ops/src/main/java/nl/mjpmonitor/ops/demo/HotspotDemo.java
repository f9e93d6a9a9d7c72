package nl.mjpmonitor.ops.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import nl.mjpmonitor.ops.sources.generation.DemoLocations;
import nl.mjpmonitor.ops.sources.generation.DemoLocations.Location;
import nl.mjpmonitor.ops.sources.generation.DemoLocations.Use;
import nl.mjpmonitor.ops.sources.live.LiveMode;
import nl.mjpmonitor.ops.sources.live.LiveTransaction;
import nl.mjpmonitor.warehouse.WarehouseConnection;
import nl.mjpmonitor.warehouse.hotspots.ClickHouseHotspots;
import nl.mjpmonitor.warehouse.hotspots.Hotspot;
import nl.mjpmonitor.warehouse.hotspots.HotspotState;
import nl.mjpmonitor.warehouse.signals.SignalRule;

/**
 * Has six residents report nuisance at one quiet location, says what the warehouse makes of it, and withdraws the reports again.
 *
 * <p>The reports are demonstration rows like those of the live mode. The location is one without reports about persons or drugs in the
 * last half year. Which hotspot follows is told by its buurt and the moment from which it is known: the source knows no pseudonym.
 */
public final class HotspotDemo {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final List<Integer> DAYS_AGO = List.of(9, 7, 4, 2, 1, 0);
    private static final String UNIQUE_VIOLATION = "23505";
    private static final int QUIET_DAYS = 180;

    /** What the signal is about that says how many others wait for another day. */
    private static final String ALL = "alle";

    private final LiveMode.Databases databases;
    private final WarehouseConnection warehouse;
    private final Clock clock;
    private final Consumer<String> told;

    /**
     * Nothing happens yet.
     *
     * @param clock says what day it is in Maastricht
     * @param told hears what is done and seen, line by line
     */
    public HotspotDemo(
            LiveMode.Databases databases, WarehouseConnection warehouse, Clock clock, Consumer<String> told) {
        this.databases = databases;
        this.warehouse = warehouse;
        this.clock = clock;
        this.told = told;
    }

    /**
     * Makes a hotspot.
     *
     * @param keep whether the reports stay
     * @return whether the warehouse saw it open and, unless the reports stay, go again
     * @throws SQLException when the Melddesk cannot be written
     * @throws nl.mjpmonitor.warehouse.WarehouseException when ClickHouse cannot be asked
     */
    public boolean run(boolean keep) throws SQLException {
        Set<String> before = new HashSet<>();
        hotspots().forEach(hotspot -> before.add(hotspot.id()));
        List<String> reports = new ArrayList<>();
        try (Connection desk = databases.connect("melddesk")) {
            desk.setAutoCommit(true);
            Location location = quietLocation(desk);
            Instant start = clock.instant();
            for (int daysAgo : DAYS_AGO) {
                reports.add(report(desk, location, daysAgo));
                told.accept("melddesk   a report of nuisance by persons in %s, of %d days ago"
                        .formatted(location.areaCode(), daysAgo));
            }
            Optional<Hotspot> opened = await(() -> hotspots().stream()
                    .filter(hotspot -> !before.contains(hotspot.id())
                            && hotspot.area().value().equals(location.areaCode())
                            && hotspot.state() == HotspotState.OPEN
                            && hotspot.reports() == DAYS_AGO.size())
                    .findFirst());
            opened.ifPresent(hotspot -> tell(hotspot, start));
            if (keep) {
                return opened.isPresent();
            }
            withdraw(desk, reports);
            told.accept("melddesk   all of them were withdrawn");
            return opened.isPresent() && isGone(opened.get());
        }
    }

    private void tell(Hotspot hotspot, Instant start) {
        told.accept("warehouse  %s in %s, %d ms after the first report: %s"
                .formatted(
                        hotspot.id(),
                        hotspot.area(),
                        Duration.between(start, hotspot.knownAt()).toMillis(),
                        hotspot.why(Locale.ENGLISH)));
        if (!hasSignals()) {
            return;
        }
        Optional<String> signal = await(() -> signal(SignalRule.HOTSPOT_OPENED, hotspot.id()));
        told.accept("signal     "
                + signal.or(() -> signal(SignalRule.MORE_SIGNALS, ALL))
                        .orElse("none within " + PATIENCE.toSeconds() + " s"));
    }

    /** What an open signal says. */
    private Optional<String> signal(SignalRule rule, String subject) {
        return warehouse
                .query(
                        "Query of the signal",
                        """
                        SELECT sentence_en
                        FROM mart.signal_current
                        WHERE rule_id = {rule:String} AND subject = {subject:String} AND state = 'open'""",
                        Map.of("rule", rule.id(), "subject", subject),
                        row -> row.getString("sentence_en"))
                .stream()
                .findFirst();
    }

    private boolean hasSignals() {
        return !warehouse
                .query(
                        "Query of the table of signals",
                        "SELECT name FROM system.tables WHERE database = 'mart' AND name = 'signal_current'",
                        Map.of(),
                        row -> row.getString("name"))
                .isEmpty();
    }

    private boolean isGone(Hotspot opened) {
        Optional<Boolean> gone = await(() ->
                hotspots().stream().noneMatch(hotspot -> hotspot.id().equals(opened.id()))
                        ? Optional.of(true)
                        : Optional.empty());
        told.accept("warehouse  " + opened.id() + (gone.isPresent() ? " is none any more" : " is still there"));
        return gone.isPresent();
    }

    private List<Hotspot> hotspots() {
        return new ClickHouseHotspots(warehouse).all();
    }

    private static Location quietLocation(Connection desk) throws SQLException {
        Set<String> reported = new HashSet<>();
        try (PreparedStatement statement = desk.prepareStatement("""
                        SELECT DISTINCT location_number FROM melddesk.report
                        WHERE location_number IS NOT NULL AND category IN ('persons', 'drugs')
                          AND happened_on > current_date - ?""")) {
            statement.setInt(1, QUIET_DAYS);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reported.add(rows.getString(1));
                }
            }
        }
        return DemoLocations.with(Use.CATERING).stream()
                .filter(location -> !reported.contains(location.number()))
                .findFirst()
                .orElseThrow(() -> new SQLException("Every location has reports; start anew with ops/run --fresh."));
    }

    /** Live users take numbers too: of two that take the same, the later takes the next. */
    private String report(Connection desk, Location location, int daysAgo) throws SQLException {
        while (true) {
            String number = nextNumber(desk);
            try (PreparedStatement statement = desk.prepareStatement("""
                            INSERT INTO melddesk.report (report_number, received_at, happened_on, channel, category,
                              location_number, buurt_code, status, provenance, reporter_name, reporter_telephone,
                              address, description)
                            VALUES (?, now(), ?, 'app', 'persons', ?, ?, 'received', 'demonstration', ?, '0000000000',
                              'Demostraat 0', ?)""")) {
                statement.setString(1, number);
                statement.setObject(2, LocalDate.now(clock).minusDays(daysAgo));
                statement.setString(3, location.number());
                statement.setString(4, location.areaCode());
                statement.setString(5, LiveTransaction.DEMO_NAME);
                statement.setString(6, LiveTransaction.DEMO_TEXT);
                statement.executeUpdate();
                return number;
            } catch (SQLException refused) {
                if (!UNIQUE_VIOLATION.equals(refused.getSQLState())) {
                    throw refused;
                }
            }
        }
    }

    private String nextNumber(Connection desk) throws SQLException {
        String start = "MD-" + LocalDate.now(clock).getYear() + "-";
        try (PreparedStatement statement = desk.prepareStatement("""
                        SELECT coalesce(max(substr(report_number, ?)::integer), 0) + 1
                        FROM melddesk.report WHERE report_number ~ ?""")) {
            statement.setInt(1, start.length() + 1);
            statement.setString(2, "^" + start + "[0-9]+$");
            try (ResultSet found = statement.executeQuery()) {
                found.next();
                return (start + "%06d").formatted(found.getInt(1));
            }
        }
    }

    private static void withdraw(Connection desk, List<String> reports) throws SQLException {
        try (PreparedStatement statement = desk.prepareStatement("""
                        UPDATE melddesk.report SET is_withdrawn = true, status = 'closed', closed_on = current_date
                        WHERE report_number = ANY (?)""")) {
            statement.setArray(1, desk.createArrayOf("text", reports.toArray()));
            statement.executeUpdate();
        }
    }

    private static <T> Optional<T> await(Supplier<Optional<T>> answer) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Optional<T> found = answer.get();
        while (found.isEmpty() && System.nanoTime() < deadline) {
            try {
                Thread.sleep(PAUSE.toMillis());
            } catch (InterruptedException interruption) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
            found = answer.get();
        }
        return found;
    }
}
