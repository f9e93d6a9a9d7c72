package nl.mjpmonitor.dashboard.live;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import nl.mjpmonitor.dashboard.access.SeriesGate;
import nl.mjpmonitor.dashboard.access.Unscoped;
import nl.mjpmonitor.warehouse.indicators.FigureSources;
import nl.mjpmonitor.warehouse.indicators.IndicatorCatalogue;
import nl.mjpmonitor.warehouse.indicators.IndicatorQuery;
import nl.mjpmonitor.warehouse.quality.ChangeSignal;
import nl.mjpmonitor.warehouse.quality.FigureSignal;
import nl.mjpmonitor.warehouse.quality.Freshness;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LiveConfiguration {

    private static final int QUESTIONS_AT_ONCE = 4;

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean(destroyMethod = "shutdownNow")
    ScheduledExecutorService warehouseExecutor() {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("warehouse-poller").daemon().factory());
    }

    @Bean
    LiveFigures liveFigures(
            @Unscoped IndicatorQuery query,
            IndicatorCatalogue catalogue,
            SeriesGate gate,
            Clock clock,
            @Value("${mjp.live.patience}") Duration patience,
            MeterRegistry meters) {
        return new LiveFigures(
                query,
                new FigureSources(catalogue),
                gate,
                FirstQuestions.atOnce(QUESTIONS_AT_ONCE),
                clock,
                patience,
                meters);
    }

    @Bean
    LiveFreshness liveFreshness(Freshness freshness, Clock clock) {
        return new LiveFreshness(freshness, clock);
    }

    /** What the stream detects is told apart from the figures: it changes at other moments, and is asked apart. */
    @Bean
    LiveReadings liveDetections(@Qualifier("detectionSignal") ChangeSignal signal) {
        return new LiveReadings(signal);
    }

    /** How the data are, which is told apart too. */
    @Bean(defaultCandidate = false)
    LiveReadings liveQuality(@Qualifier("qualitySignal") ChangeSignal signal) {
        return new LiveReadings(signal);
    }

    /** What the stream noticed. */
    @Bean(defaultCandidate = false)
    LiveReadings liveSignalReadings(@Qualifier("signalChanges") ChangeSignal signal) {
        return new LiveReadings(signal);
    }

    @Bean
    WarehousePoller warehousePoller(
            FigureSignal signal, LiveFigures figures, LiveFreshness freshness, MeterRegistry meters) {
        return new WarehousePoller(signal, figures, freshness, meters);
    }

    @Bean
    ApplicationListener<ApplicationReadyEvent> polling(
            WarehousePoller poller,
            LiveReadings detections,
            @Qualifier("liveQuality") LiveReadings quality,
            @Qualifier("liveSignalReadings") LiveReadings signals,
            ScheduledExecutorService warehouseExecutor,
            @Value("${mjp.live.interval}") Duration interval) {
        // what is not a figure changes less often: one of them at each look
        Iterator<LiveReadings> others = Stream.generate(() -> List.of(detections, quality, signals))
                .flatMap(List::stream)
                .iterator();
        return event -> {
            var ignored = warehouseExecutor.scheduleWithFixedDelay(
                    () -> {
                        poller.poll();
                        others.next().poll();
                    },
                    0,
                    interval.toMillis(),
                    TimeUnit.MILLISECONDS);
        };
    }
}
