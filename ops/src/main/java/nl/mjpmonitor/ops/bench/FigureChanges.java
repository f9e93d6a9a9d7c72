package nl.mjpmonitor.ops.bench;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import nl.mjpmonitor.ops.launcher.DashboardAlone;
import nl.mjpmonitor.warehouse.WarehouseConnection;

/** Changes one count of the warehouse now and then, so that open pages are read again as they are in a chain that runs. */
final class FigureChanges implements AutoCloseable {

    private static final String ONE_MORE = """
        INSERT INTO mart.monthly_count (measure, area_code, month, known_at, count, unknown_count, change_count)
        SELECT measure, area_code, month, now64(3) AS now, count + 1, unknown_count, change_count + 1
        FROM mart.monthly_count
        WHERE area_code = 'BU09350000' AND month = '2025-12-01'
        ORDER BY known_at DESC, measure
        LIMIT 1\
        """;

    private final ScheduledExecutorService clock;
    private final WarehouseConnection connection;

    private FigureChanges(ScheduledExecutorService clock, WarehouseConnection connection) {
        this.clock = clock;
        this.connection = connection;
    }

    /** Zero seconds mean no changes. */
    static FigureChanges every(Duration time, DashboardAlone dashboard) {
        WarehouseConnection connection = dashboard.warehouse();
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        if (time.isPositive()) {
            var ignored = clock.scheduleAtFixedRate(
                    () -> connection.execute("One more", ONE_MORE, Map.of()),
                    time.toMillis(),
                    time.toMillis(),
                    TimeUnit.MILLISECONDS);
        }
        return new FigureChanges(clock, connection);
    }

    @Override
    public void close() {
        clock.shutdownNow();
        clock.close();
        connection.close();
    }
}
