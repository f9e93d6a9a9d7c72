package nl.mjpmonitor.ops.sources.politiecijfers;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.mjpmonitor.ops.sources.SourceResource;
import nl.mjpmonitor.ops.sources.SourceSystem;
import nl.mjpmonitor.ops.sources.database.SourceDatabase;
import nl.mjpmonitor.ops.sources.database.TableRows;

/**
 * The demo source system {@code politiecijfers} in a PostgreSQL database: its schema, and its data.
 *
 * <p>Both methods do their work in one transaction of the connection they are given, change nothing when it is done already, and
 * leave the connection open and in the commit mode it had. When one fails nothing of it remains.
 */
public final class PolitiecijfersSource {
    /** Name of the database. */
    public static final String DATABASE = "politiecijfers";

    /** Login role of the connector: replication, and reading the published columns. */
    public static final String REPLICATION_ROLE = SourceSystem.REPLICATION_ROLE;

    /** The seed of the demo data. */
    public static final long DEMO_SEED = 20_240_206L;

    private static final String REMARK_UNKNOWN =
            "Uitvoeringsplan 2024, tabel HIC: vier waarden voor vijf jaren; of 2020 of 2021 ontbreekt is niet te zien. Onbekend, niet nul.";
    private static final String NOTE_PUBLISHED = "Demogegevens: gegenereerd, met de gepubliceerde jaartotalen.";
    private static final String NOTE_INVENTED = "Demogegevens: verzonnen.";

    private PolitiecijfersSource() {}

    /**
     * Creates what is missing of schema, publication and replication role, and puts publication, grants and password right.
     *
     * @param connection to the database, as a superuser: only one may create a replication role
     * @param replicationPassword of {@link #REPLICATION_ROLE}; it reaches the server as a SCRAM verifier only
     * @throws IllegalArgumentException if the password is blank
     */
    public static void createSchema(Connection connection, String replicationPassword) throws SQLException {
        SourceDatabase.createSchema(
                connection, SourceResource.text(PolitiecijfersSource.class, "schema.sql"), replicationPassword);
    }

    /**
     * Fills an empty source with the code lists and the demo's deliveries and registrations. A source that holds any delivery is left
     * as it is.
     *
     * @param seed the same seed gives the same data
     * @param lastDay deliveries that come after it are left out
     * @return whether it filled the source
     */
    public static boolean fill(Connection connection, long seed, LocalDate lastDay) throws SQLException {
        return SourceDatabase.fillOnce(connection, "politie.delivery", () -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute(SourceResource.text(PolitiecijfersSource.class, "code-lists.sql"));
            }
            DemoRegister register = DemoRegister.at(lastDay, seed);
            Map<String, Long> deliveryIds = new HashMap<>();
            for (Delivery delivery : register.deliveries()) {
                deliveryIds.put(delivery.reference(), insert(connection, delivery));
            }
            copy(connection, deliveryIds, register.registrations());
        });
    }

    /** Adds a delivery. */
    static long insert(Connection connection, Delivery delivery) throws SQLException {
        String sql = "INSERT INTO politie.delivery (reference, period_from, period_to, delivered_at, status,"
                + " police_classes, provenance, contact_note) VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING delivery_id";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, delivery.reference());
            statement.setObject(2, delivery.from().atDay(1));
            statement.setObject(3, delivery.to().atDay(1));
            statement.setObject(4, delivery.deliveredAt().toOffsetDateTime());
            statement.setString(5, delivery.status().toString());
            statement.setArray(
                    6, connection.createArrayOf("text", delivery.policeClasses().toArray()));
            statement.setString(7, delivery.provenance().toString());
            statement.setString(8, delivery.isPublished() ? NOTE_PUBLISHED : NOTE_INVENTED);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }

    private static void copy(
            Connection connection, Map<String, Long> deliveryIds, List<StatedRegistration> registrations)
            throws SQLException {
        TableRows rows = new TableRows(
                "politie.registration",
                "delivery_id",
                "police_class",
                "area_code",
                "month",
                "registration_count",
                "is_withdrawn",
                "updated_at",
                "remark");
        for (StatedRegistration stated : registrations) {
            Registration registration = stated.registration();
            boolean isUnknown = registration.count().isEmpty();
            rows.add(
                    deliveryIds.get(stated.delivery().reference()),
                    registration.policeClass(),
                    registration.areaCode(),
                    registration.month().atDay(1),
                    isUnknown ? null : registration.count().getAsInt(),
                    stated.isWithdrawn(),
                    stated.delivery().deliveredAt().toOffsetDateTime(),
                    isUnknown ? REMARK_UNKNOWN : null);
        }
        rows.copyInto(connection);
    }
}
