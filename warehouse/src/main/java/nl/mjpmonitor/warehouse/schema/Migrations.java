package nl.mjpmonitor.warehouse.schema;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.mjpmonitor.warehouse.WarehouseConnection;
import nl.mjpmonitor.warehouse.WarehouseException;
import nl.mjpmonitor.warehouse.reference.ReferenceFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the ClickHouse databases to the schema of this version.
 *
 * <p>Each file is applied once and recorded in {@code control.migration} with its checksum. A file is safe to run twice,
 * so an applier that dies between a statement and its record does no harm.
 */
public final class Migrations {

    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final WarehouseConnection connection;
    private final List<MigrationFile> files;
    private final ReferenceFiles reference;

    /**
     * Brings the schema and the reference data of this installation to an engine.
     *
     * @throws nl.mjpmonitor.warehouse.reference.ReferenceException when the environment names a folder of reference data
     *     that cannot be used
     */
    public Migrations(WarehouseConnection connection) {
        this(connection, MigrationFile.packaged(), ReferenceFiles.of(System.getenv()));
    }

    /** As {@link #Migrations(WarehouseConnection)}, with other reference data. */
    public Migrations(WarehouseConnection connection, ReferenceFiles reference) {
        this(connection, MigrationFile.packaged(), reference);
    }

    Migrations(WarehouseConnection connection, List<MigrationFile> files, ReferenceFiles reference) {
        this.connection = connection;
        this.files = List.copyOf(files);
        this.reference = reference;
    }

    /**
     * Applies what has not been applied yet and loads the reference data that changed; does nothing when all has been done.
     * Appliers wait for each other. Wrong reference data is refused before anything is applied.
     *
     * @return the names of the files applied now, in order
     * @throws MigrationException when an applied file was changed or is missing, or one cannot be applied; it names the
     *     file and says what to do
     * @throws nl.mjpmonitor.warehouse.reference.ReferenceException when the reference data is wrong
     * @throws WarehouseException when ClickHouse stops answering in between
     */
    public List<String> apply() {
        List<ReferenceTable> tables = ReferenceTables.of(reference);
        for (MigrationFile file : MigrationFile.bootstrap()) {
            run(file);
        }
        try (MigrationLock lock = MigrationLock.acquire(connection, PATIENCE)) {
            List<MigrationFile> pending = MigrationPlan.pending(files, applied());
            for (MigrationFile file : pending) {
                lock.confirm();
                run(file);
                record(file);
                LOG.info("Applied {}", file.name());
            }
            new ReferenceLoad(connection, lock).load(tables);
            return pending.stream().map(MigrationFile::name).toList();
        }
    }

    /**
     * The schema as the engine has it after {@link #apply}, in the form of {@code schema.sql}.
     *
     * @throws WarehouseException when ClickHouse cannot be asked
     */
    public String dump() {
        return SchemaDump.of(connection, files);
    }

    private Map<String, String> applied() {
        Map<String, String> checksums = new LinkedHashMap<>();
        connection
                .query(
                        "Query of the applied migrations",
                        "SELECT name, argMax(checksum, applied_at) AS checksum FROM control.migration GROUP BY name",
                        Map.of(),
                        row -> Map.entry(row.getString("name"), row.getString("checksum")))
                .forEach(entry -> checksums.put(entry.getKey(), entry.getValue()));
        return checksums;
    }

    private void run(MigrationFile file) {
        try {
            connection.execute("Migration " + file.name(), file.sql(), Map.of("rows", file.rows()));
        } catch (WarehouseException failure) {
            throw new MigrationException(
                    failure.getMessage() + ". Mend the cause and start again: what was applied before it stays.",
                    failure);
        }
    }

    private void record(MigrationFile file) {
        connection.execute(
                "Record of migration " + file.name(),
                "INSERT INTO control.migration (name, checksum, applied_at)"
                        + " SELECT {name:String}, {checksum:String}, now64(3, 'UTC')",
                Map.of("name", file.name(), "checksum", file.checksum()));
    }
}
