package nl.mjpmonitor.dashboard;

import java.time.Clock;
import nl.mjpmonitor.dashboard.access.Unscoped;
import nl.mjpmonitor.dashboard.progress.Workers;
import nl.mjpmonitor.warehouse.areas.Areas;
import nl.mjpmonitor.warehouse.indicators.IndicatorQuery;
import nl.mjpmonitor.warehouse.quality.ChangeSignal;
import nl.mjpmonitor.warehouse.quality.Lags;
import nl.mjpmonitor.warehouse.quality.Reconciliations;
import nl.mjpmonitor.warehouse.quality.RejectedEvents;
import nl.mjpmonitor.warehouse.quality.ReplayRequests;
import nl.mjpmonitor.warehouse.quality.TableNotices;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

@Configuration(proxyBeanMethods = false)
@Profile("in-memory")
class InMemoryConfiguration {

    @Bean
    InMemoryWarehouse inMemoryWarehouse(Areas areas, Clock clock) {
        return new InMemoryWarehouse(areas, clock);
    }

    @Bean(defaultCandidate = false)
    @Unscoped
    IndicatorQuery unscopedIndicatorQuery(InMemoryWarehouse warehouse) {
        return warehouse;
    }

    @Bean
    InMemoryDetections inMemoryDetections() {
        return new InMemoryDetections();
    }

    @Bean(defaultCandidate = false)
    ChangeSignal detectionSignal(InMemoryDetections detections) {
        return detections::token;
    }

    @Bean
    InMemoryQuality inMemoryQuality() {
        return new InMemoryQuality();
    }

    @Bean(defaultCandidate = false)
    ChangeSignal qualitySignal(InMemoryQuality quality, InMemoryThresholds thresholds) {
        return () -> quality.token() + "-" + thresholds.token();
    }

    @Bean
    InMemoryThresholds inMemoryThresholds() {
        return new InMemoryThresholds();
    }

    @Bean
    RejectedEvents rejectedEvents(InMemoryQuality quality) {
        return quality.events();
    }

    @Bean
    ReplayRequests replayRequests(InMemoryQuality quality) {
        return quality.requests();
    }

    @Bean
    Reconciliations reconciliations(InMemoryQuality quality) {
        return quality.reconciliations();
    }

    @Bean
    TableNotices tableNotices(InMemoryQuality quality) {
        return quality.notices();
    }

    @Bean
    Lags lags(InMemoryQuality quality) {
        return quality.lags();
    }

    @Bean
    InMemoryStore inMemoryStore() {
        return new InMemoryStore();
    }

    @Bean
    InMemoryDuidingStore inMemoryDuidingStore(InMemoryStore store) {
        return new InMemoryDuidingStore(store);
    }

    @Bean
    InMemoryChoiceStore inMemoryChoiceStore(InMemoryStore store) {
        return new InMemoryChoiceStore(store);
    }

    @Bean
    InMemorySignals inMemorySignals() {
        return new InMemorySignals();
    }

    @Bean(defaultCandidate = false)
    ChangeSignal signalChanges(InMemorySignals signals) {
        return signals::token;
    }

    @Bean
    InMemorySignalStore inMemorySignalStore(InMemoryStore store) {
        return new InMemorySignalStore(store);
    }

    @Bean
    InMemoryEditionStore inMemoryEditionStore(InMemoryStore store) {
        return new InMemoryEditionStore(store);
    }

    @Bean
    InMemoryDestructionStore inMemoryDestructionStore(InMemoryEditionStore editions, InMemoryStore store) {
        return new InMemoryDestructionStore(editions, store);
    }

    @Bean
    InMemorySendingStore inMemorySendingStore(InMemoryStore store) {
        return new InMemorySendingStore(store);
    }

    /** A test waits for its work. */
    @Bean
    Workers workers() {
        return Runnable::run;
    }

    @Bean
    InMemoryAuditStore inMemoryAuditStore(InMemoryStore store) {
        return new InMemoryAuditStore(store);
    }
}
