package nl.mjpmonitor.dashboard.live;

import static org.awaitility.Awaitility.await;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Lets a test decide when the dashboard looks at the warehouse. */
@Component
@Profile("in-memory")
public class LiveDriver {

    private final WarehousePoller poller;
    private final LiveReadings detections;
    private final LiveReadings quality;
    private final LiveReadings signals;
    private final ScheduledExecutorService executor;

    LiveDriver(
            WarehousePoller poller,
            LiveReadings detections,
            @Qualifier("liveQuality") LiveReadings quality,
            @Qualifier("liveSignalReadings") LiveReadings signals,
            ScheduledExecutorService warehouseExecutor) {
        this.poller = poller;
        this.detections = detections;
        this.quality = quality;
        this.signals = signals;
        this.executor = warehouseExecutor;
    }

    /** One look, in the thread in which it always happens; every page has its news when it returns. */
    public void look() {
        try {
            executor.submit(this::poll).get();
            await().until(() -> PageDelivery.onTheirWay() == 0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private void poll() {
        poller.poll();
        detections.poll();
        quality.poll();
        signals.poll();
    }
}
