package nl.mjpmonitor.ops.sources.politiecijfers;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import nl.mjpmonitor.ops.sources.generation.Choice;
import nl.mjpmonitor.ops.sources.live.LiveAction;
import nl.mjpmonitor.ops.sources.live.LiveRow;
import nl.mjpmonitor.ops.sources.live.LiveSource;
import nl.mjpmonitor.ops.sources.live.LiveTransaction;
import nl.mjpmonitor.ops.sources.politiecijfers.Delivery.Status;

/**
 * The police between two deliveries: they add to, correct and take back what the newest delivery covers. When the next delivery is
 * due it comes in.
 */
public final class LivePolitiecijfers implements LiveSource {
    /** None before the first month without published totals. */
    private static final String NEWEST_DELIVERY = """
            (SELECT delivery_id FROM politie.delivery WHERE status = 'accepted' AND period_from >= '2024-01-01'
            ORDER BY period_to DESC, delivered_at DESC LIMIT 1)""";

    /** The months of the newest delivery. */
    private static final String RECENT = "registration_count IS NOT NULL AND month BETWEEN"
            + " (SELECT period_from FROM politie.delivery WHERE delivery_id = " + NEWEST_DELIVERY + ") AND"
            + " (SELECT period_to FROM politie.delivery WHERE delivery_id = " + NEWEST_DELIVERY + ") AND ";

    @Override
    public String system() {
        return PolitiecijfersSource.DATABASE;
    }

    @Override
    public List<Choice<LiveAction>> actions() {
        return List.of(
                new Choice<>(new LiveAction("registered late", LivePolitiecijfers::registerLate), 40),
                new Choice<>(
                        new LiveAction("registered late in another buurt", LivePolitiecijfers::registerElsewhere), 25),
                new Choice<>(new LiveAction("counted one too many", LivePolitiecijfers::takeOff), 15),
                new Choice<>(new LiveAction("assigned to another buurt", LivePolitiecijfers::move), 10),
                new Choice<>(new LiveAction("withdrew a cell", LivePolitiecijfers::withdraw), 6),
                new Choice<>(new LiveAction("stated a withdrawn cell again", LivePolitiecijfers::restore), 4));
    }

    /** Takes in the monthly deliveries that have come since the newest. */
    @Override
    public void keepUp(LiveTransaction transaction) throws SQLException {
        YearMonth newest = newestMonth(transaction);
        LocalDate yesterday = transaction.today().minusDays(1);
        if (!newest.isBefore(YearMonth.from(yesterday).minusMonths(1))) {
            return;
        }
        for (Delivery delivery : DeliveryPlan.until(yesterday)) {
            if (delivery.to().isAfter(newest) && delivery.status() == Status.ACCEPTED) {
                takeIn(transaction, delivery);
            }
        }
    }

    private static YearMonth newestMonth(LiveTransaction transaction) throws SQLException {
        try (PreparedStatement statement =
                        transaction.connection().prepareStatement("SELECT max(period_to) FROM politie.delivery");
                ResultSet newest = statement.executeQuery()) {
            newest.next();
            return YearMonth.from(newest.getObject(1, LocalDate.class));
        }
    }

    private static void takeIn(LiveTransaction transaction, Delivery delivery) throws SQLException {
        long id = PolitiecijfersSource.insert(transaction.connection(), delivery);
        MonthlyGenerator generator = new MonthlyGenerator(PolitiecijfersSource.DEMO_SEED);
        String sql = """
                INSERT INTO politie.registration (delivery_id, police_class, area_code, month, registration_count, is_withdrawn)
                VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT ON CONSTRAINT registration_cell_key DO UPDATE SET delivery_id = EXCLUDED.delivery_id,
                  registration_count = EXCLUDED.registration_count, is_withdrawn = EXCLUDED.is_withdrawn""";
        try (PreparedStatement statement = transaction.connection().prepareStatement(sql)) {
            for (YearMonth month = delivery.from(); !month.isAfter(delivery.to()); month = month.plusMonths(1)) {
                for (MonthlyGenerator.Stand stand : generator.stands(month, delivery.to())) {
                    if (stand.statedIn().equals(delivery.to())) {
                        statement.setLong(1, id);
                        statement.setString(2, stand.registration().policeClass());
                        statement.setString(3, stand.registration().areaCode());
                        statement.setObject(4, month.atDay(1));
                        statement.setInt(5, stand.registration().count().orElse(0));
                        statement.setBoolean(6, stand.isWithdrawn());
                        statement.addBatch();
                    }
                }
            }
            statement.executeBatch();
        }
    }

    private static boolean registerLate(LiveTransaction transaction) throws SQLException {
        return restate(transaction, "registration_count = registration_count + 1", "NOT is_withdrawn");
    }

    private static boolean takeOff(LiveTransaction transaction) throws SQLException {
        return restate(
                transaction,
                "registration_count = registration_count - 1",
                "NOT is_withdrawn AND registration_count > 1");
    }

    private static boolean withdraw(LiveTransaction transaction) throws SQLException {
        return restate(transaction, "is_withdrawn = true", "NOT is_withdrawn AND registration_count = 1");
    }

    private static boolean restore(LiveTransaction transaction) throws SQLException {
        return restate(transaction, "is_withdrawn = false", "is_withdrawn");
    }

    private static boolean registerElsewhere(LiveTransaction transaction) throws SQLException {
        Optional<LiveRow> cell = cell(transaction, "NOT is_withdrawn");
        return cell.isPresent() && addTo(transaction, cell.get(), transaction.area());
    }

    private static boolean move(LiveTransaction transaction) throws SQLException {
        String area = transaction.area();
        Optional<LiveRow> cell =
                cell(transaction, "NOT is_withdrawn AND registration_count > 1 AND area_code <> '" + area + "'");
        return cell.isPresent()
                && transaction.run(
                                "UPDATE politie.registration SET registration_count = registration_count - 1"
                                        + " WHERE registration_id = ?::bigint",
                                cell.get().get("registration_id"))
                        == 1
                && addTo(transaction, cell.get(), area);
    }

    private static boolean restate(LiveTransaction transaction, String settings, String condition) throws SQLException {
        return transaction.change(
                "politie.registration",
                "registration_id",
                "delivery_id = " + NEWEST_DELIVERY + ", " + settings,
                RECENT + condition);
    }

    private static Optional<LiveRow> cell(LiveTransaction transaction, String condition) throws SQLException {
        return transaction.pick(
                "politie.registration",
                List.of("registration_id", "police_class", "area_code", "month"),
                RECENT + condition);
    }

    /** Counts one more in the same class and month, in another area. */
    private static boolean addTo(LiveTransaction transaction, LiveRow cell, String area) throws SQLException {
        String sql = """
                INSERT INTO politie.registration AS stated (delivery_id, police_class, area_code, month, registration_count)
                VALUES (%s, ?, ?, ?::date, 1)
                ON CONFLICT ON CONSTRAINT registration_cell_key DO UPDATE SET delivery_id = EXCLUDED.delivery_id,
                  registration_count = CASE WHEN stated.is_withdrawn THEN 1 ELSE stated.registration_count + 1 END,
                  is_withdrawn = false""".formatted(NEWEST_DELIVERY);
        return transaction.run(sql, cell.get("police_class"), area, cell.get("month")) == 1;
    }
}
