package nl.mjpmonitor.warehouse.schema;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import nl.mjpmonitor.warehouse.WarehouseConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps two appliers of migrations apart, and an applier and a rebuild, in an engine that has neither transactions nor
 * locks.
 *
 * <p>Each applier creates a claim, a table of its own, and holds the lock when it sees no other live claim; else it
 * withdraws its claim and tries again a little later. A claim is renewed every few seconds; one that was not renewed for
 * {@link #LEASE} belongs to an applier that died and is removed.
 */
public final class MigrationLock implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MigrationLock.class);
    private static final Duration LEASE = Duration.ofSeconds(20);
    private static final Duration RENEWAL = Duration.ofSeconds(5);
    private static final String PREFIX = "migration_lock_";

    private final WarehouseConnection connection;
    private final String claim;
    private final ScheduledExecutorService renewals;
    private volatile long renewedNanos = System.nanoTime();

    private MigrationLock(WarehouseConnection connection, String claim) {
        this.connection = connection;
        this.claim = claim;
        this.renewals = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "migration-lock");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Waits for the lock.
     *
     * @throws MigrationException when another applier still holds it after {@code patience}
     */
    public static MigrationLock acquire(WarehouseConnection connection, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        String claim = PREFIX + UUID.randomUUID().toString().replace("-", "");
        while (true) {
            if (others(connection, claim).isEmpty() && claimed(connection, claim)) {
                MigrationLock lock = new MigrationLock(connection, claim);
                lock.keepAlive();
                return lock;
            }
            if (System.nanoTime() > deadline) {
                throw new MigrationException("Another process is still migrating this ClickHouse after "
                        + patience.toSeconds() + " s. Wait for it, or stop it and try again after "
                        + LEASE.toSeconds() + " s.");
            }
            pause();
        }
    }

    /**
     * Makes sure that no other applier can have taken over.
     *
     * @throws MigrationException when the claim was not renewed in time
     */
    public void confirm() {
        Duration age = Duration.ofNanos(System.nanoTime() - renewedNanos);
        if (age.compareTo(LEASE.minus(RENEWAL)) > 0) {
            throw new MigrationException("This process did not reach ClickHouse or stood still for " + age.toSeconds()
                    + " s and lost the migration lock. Start again.");
        }
    }

    @Override
    public void close() {
        renewals.shutdownNow();
        drop(connection, claim);
    }

    private static boolean claimed(WarehouseConnection connection, String claim) {
        connection.execute(
                "Claim of the migration lock",
                "CREATE TABLE control." + claim
                        + " (held UInt8) ENGINE = Memory COMMENT 'held by an applier of migrations'",
                Map.of());
        if (others(connection, claim).isEmpty()) {
            return true;
        }
        drop(connection, claim);
        return false;
    }

    /** Live claims of others; claims of the dead are removed on the way. */
    private static List<String> others(WarehouseConnection connection, String claim) {
        record Claim(String name, long age) {}
        List<Claim> claims = connection.query(
                "Query of the migration locks",
                """
                SELECT name, dateDiff('second', metadata_modification_time, now()) AS age
                FROM system.tables
                WHERE database = 'control' AND startsWith(name, {prefix:String}) AND name != {claim:String}
                ORDER BY name""",
                Map.of("prefix", PREFIX, "claim", claim),
                row -> new Claim(row.getString("name"), row.getLong("age")));
        for (Claim other : claims) {
            if (other.age() > LEASE.toSeconds()) {
                LOG.warn("Removing the migration lock of a process that stopped {} s ago", other.age());
                drop(connection, other.name());
            }
        }
        return claims.stream()
                .filter(other -> other.age() <= LEASE.toSeconds())
                .map(Claim::name)
                .toList();
    }

    private void keepAlive() {
        long period = RENEWAL.toMillis();
        var unused = renewals.scheduleWithFixedDelay(this::renew, period, period, TimeUnit.MILLISECONDS);
    }

    private void renew() {
        long startedNanos = System.nanoTime();
        try {
            connection.execute(
                    "Renewal of the migration lock",
                    "ALTER TABLE control." + claim + " MODIFY COMMENT 'held by an applier of migrations'",
                    Map.of());
            renewedNanos = startedNanos;
        } catch (RuntimeException failure) {
            LOG.warn("The migration lock was not renewed; trying again in {} s", RENEWAL.toSeconds(), failure);
        }
    }

    private static void drop(WarehouseConnection connection, String claim) {
        connection.execute("Release of the migration lock", "DROP TABLE IF EXISTS control." + claim, Map.of());
    }

    private static void pause() {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(50, 250));
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new MigrationException("Waiting for the migration lock was interrupted", interruption);
        }
    }
}
