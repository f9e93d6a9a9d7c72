package nl.mjpmonitor.ops.sources.politiecijfers;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.List;
import nl.mjpmonitor.ops.sources.SourceResource;
import nl.mjpmonitor.ops.sources.SourceSystem;
import nl.mjpmonitor.ops.sources.database.SourceDatabase;
import org.postgresql.PGConnection;

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
    private static final String CONTACT_NOTE = "Demogegevens: gegenereerd, met de gepubliceerde jaartotalen.";

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
     * Fills an empty source with the code lists and the demo's deliveries and registrations of 2019-2023. A source that holds any
     * delivery is left as it is.
     *
     * @param seed the same seed gives the same data
     * @return whether it filled the source
     */
    public static boolean fill(Connection connection, long seed) throws SQLException {
        return SourceDatabase.fillOnce(connection, "politie.delivery", () -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute(SourceResource.text(PolitiecijfersSource.class, "code-lists.sql"));
            }
            List<Registration> registrations = RegistrationGenerator.generate(seed);
            for (Delivery delivery : Delivery.plan()) {
                long deliveryId = insert(connection, delivery);
                copy(connection, deliveryId, delivery, registrations);
            }
        });
    }

    private static long insert(Connection connection, Delivery delivery) throws SQLException {
        String sql =
                "INSERT INTO politie.delivery (reference, period_from, period_to, delivered_at, status, police_classes, provenance, contact_note)"
                        + " VALUES (?, ?, ?, ?, 'accepted', ?, ?, ?) RETURNING delivery_id";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, delivery.reference());
            statement.setObject(2, delivery.from().atDay(1));
            statement.setObject(3, delivery.to().atDay(1));
            statement.setObject(4, deliveredAt(delivery));
            statement.setArray(
                    5, connection.createArrayOf("text", delivery.policeClasses().toArray()));
            statement.setString(6, delivery.provenance().toString());
            statement.setString(7, CONTACT_NOTE);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }

    private static void copy(
            Connection connection, long deliveryId, Delivery delivery, List<Registration> registrations)
            throws SQLException {
        StringBuilder rows = new StringBuilder();
        registrations.stream()
                .filter(registration -> delivery.covers(registration.month()))
                .forEach(registration -> appendRow(rows, deliveryId, delivery, registration));
        String sql =
                "COPY politie.registration (delivery_id, police_class, area_code, month, registration_count, updated_at,"
                        + " remark) FROM STDIN (FORMAT csv)";
        try {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, new StringReader(rows.toString()));
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory cannot fail", e);
        }
    }

    private static void appendRow(StringBuilder rows, long deliveryId, Delivery delivery, Registration registration) {
        boolean isUnknown = registration.count().isEmpty();
        rows.append(deliveryId)
                .append(',')
                .append(registration.policeClass())
                .append(',')
                .append(registration.areaCode())
                .append(',')
                .append(registration.month().atDay(1))
                .append(',')
                .append(isUnknown ? "" : Integer.toString(registration.count().getAsInt()))
                .append(',')
                .append(deliveredAt(delivery))
                .append(',')
                .append(isUnknown ? '"' + REMARK_UNKNOWN + '"' : "")
                .append('\n');
    }

    private static OffsetDateTime deliveredAt(Delivery delivery) {
        return delivery.deliveredAt().toOffsetDateTime();
    }
}
