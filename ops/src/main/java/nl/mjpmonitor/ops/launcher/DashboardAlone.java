package nl.mjpmonitor.ops.launcher;

import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import nl.mjpmonitor.ops.launcher.DemoAccounts.DemoAccount;
import nl.mjpmonitor.warehouse.WarehouseConnection;
import nl.mjpmonitor.warehouse.reference.ReferenceFiles;
import nl.mjpmonitor.warehouse.schema.Migrations;

/**
 * The dashboard with what it asks, PostgreSQL and ClickHouse, and without the stream: for measuring it.
 *
 * <p>Its state folder is its own: what it held is thrown away when it is opened, but for the warehouse when that is to be kept.
 */
public final class DashboardAlone implements AutoCloseable {

    private final Home home;
    private final Parts parts;
    private final StateLock lock;
    private final List<Supervisor> started = new ArrayList<>();

    private DashboardAlone(Home home, Parts parts, StateLock lock) {
        this.home = home;
        this.parts = parts;
        this.lock = lock;
    }

    /**
     * Starts the databases: a store without texts, and a warehouse without figures or with those that were kept.
     *
     * @param keepsWarehouse whether an earlier warehouse in the folder is used again
     * @throws LauncherException when the environment names a ClickHouse that somebody else runs
     */
    public static DashboardAlone open(Home home, boolean keepsWarehouse, ReferenceFiles reference)
            throws IOException, SQLException, InterruptedException {
        home.createState();
        StateLock lock = StateLock.take(home);
        try {
            Orphans.stop(home, Progress.silent());
            throwAway(home, keepsWarehouse);
            home.createState();
            DashboardAlone alone =
                    new DashboardAlone(home, new Parts(home, Ports.free(), Secrets.in(home.secrets())), lock);
            try {
                alone.openDatabases(reference);
                return alone;
            } catch (IOException | SQLException | InterruptedException | RuntimeException e) {
                alone.close();
                throw e;
            }
        } catch (IOException | SQLException | InterruptedException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** Starts the dashboard and returns when it is healthy. */
    public List<DemoAccount> start() throws IOException, InterruptedException {
        DemoAccounts accounts = DemoAccounts.create(parts.dashboard().accounts());
        run(parts.dashboard().component());
        return accounts.all();
    }

    /** A connection to ClickHouse, for statements that may take long. */
    public WarehouseConnection warehouse() {
        return parts.clickHouse().address().openPatiently();
    }

    /** The dashboard and the API. */
    public URI address() {
        return parts.dashboard().address();
    }

    /** The process of the dashboard, the last that was started. */
    public ProcessHandle process() {
        return ProcessHandle.of(started.getLast()
                        .pid()
                        .orElseThrow(() -> new LauncherException(
                                "The dashboard does not run; see %s.".formatted(home.log(DashboardServer.NAME)))))
                .orElseThrow();
    }

    /** Stops everything in reverse order. */
    @Override
    public void close() {
        try {
            for (Supervisor supervisor : started.reversed()) {
                supervisor.stop();
            }
            started.clear();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.close();
        }
    }

    private void openDatabases(ReferenceFiles reference) throws IOException, SQLException, InterruptedException {
        Component clickHouse = parts.clickHouse()
                .component()
                .orElseThrow(() -> new LauncherException(
                        "A dashboard alone needs a ClickHouse of its own; do this without CLICKHOUSE_URL."));
        run(parts.postgres().component());
        parts.store().create();
        run(clickHouse);
        try (WarehouseConnection connection = warehouse()) {
            new Migrations(connection, reference).apply();
        }
    }

    private void run(Component component) throws IOException, InterruptedException {
        Supervisor supervisor = new Supervisor(component, home, Progress.silent());
        started.add(supervisor);
        supervisor.start();
    }

    private static void throwAway(Home home, boolean keepsWarehouse) throws IOException {
        for (String component : List.of(PostgresServer.NAME, ClickHouseServer.NAME, DashboardServer.NAME)) {
            if (!(keepsWarehouse && component.equals(ClickHouseServer.NAME))) {
                Folders.delete(home.folder(component));
            }
        }
    }
}
