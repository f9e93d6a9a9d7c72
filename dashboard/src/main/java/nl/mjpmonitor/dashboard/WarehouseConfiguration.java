package nl.mjpmonitor.dashboard;

import java.time.Clock;
import nl.mjpmonitor.dashboard.access.Unscoped;
import nl.mjpmonitor.warehouse.WarehouseConnection;
import nl.mjpmonitor.warehouse.areas.Areas;
import nl.mjpmonitor.warehouse.casework.CaseProgress;
import nl.mjpmonitor.warehouse.casework.ClickHouseCaseProgress;
import nl.mjpmonitor.warehouse.hotspots.ClickHouseHotspots;
import nl.mjpmonitor.warehouse.hotspots.Hotspots;
import nl.mjpmonitor.warehouse.indicators.ClickHouseIndicatorQuery;
import nl.mjpmonitor.warehouse.indicators.IndicatorCatalogue;
import nl.mjpmonitor.warehouse.indicators.IndicatorQuery;
import nl.mjpmonitor.warehouse.quality.ChangeSignal;
import nl.mjpmonitor.warehouse.quality.ClickHouseChangeSignal;
import nl.mjpmonitor.warehouse.quality.ClickHouseFigureSignal;
import nl.mjpmonitor.warehouse.quality.ClickHouseFreshness;
import nl.mjpmonitor.warehouse.quality.ClickHouseLags;
import nl.mjpmonitor.warehouse.quality.ClickHouseReconciliations;
import nl.mjpmonitor.warehouse.quality.ClickHouseRejectedEvents;
import nl.mjpmonitor.warehouse.quality.ClickHouseReplayRequests;
import nl.mjpmonitor.warehouse.quality.ClickHouseTableNotices;
import nl.mjpmonitor.warehouse.quality.FigureSignal;
import nl.mjpmonitor.warehouse.quality.Freshness;
import nl.mjpmonitor.warehouse.quality.Lags;
import nl.mjpmonitor.warehouse.quality.Reconciliations;
import nl.mjpmonitor.warehouse.quality.RejectedEvents;
import nl.mjpmonitor.warehouse.quality.ReplayRequests;
import nl.mjpmonitor.warehouse.quality.TableNotices;
import nl.mjpmonitor.warehouse.revisions.ClickHouseKnownMoments;
import nl.mjpmonitor.warehouse.revisions.KnownMoments;
import nl.mjpmonitor.warehouse.thresholds.ClickHouseThresholdRegister;
import nl.mjpmonitor.warehouse.thresholds.ThresholdRegister;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The warehouse in ClickHouse. The dashboard starts without it and shows figures as soon as it answers. */
@Configuration(proxyBeanMethods = false)
@Profile("!in-memory")
class WarehouseConfiguration {

    @Bean(destroyMethod = "close")
    WarehouseConnection warehouseConnection(
            @Value("${mjp.clickhouse.url:}") String url,
            @Value("${mjp.clickhouse.user:}") String user,
            @Value("${mjp.clickhouse.password:}") String password) {
        if (url.isBlank()) {
            throw new IllegalStateException(
                    "MJP_CLICKHOUSE_URL is not set. Give the warehouse's address, such as jdbc:clickhouse://127.0.0.1:18123,"
                            + " with MJP_CLICKHOUSE_USER and MJP_CLICKHOUSE_PASSWORD.");
        }
        return WarehouseConnection.open(url, user, password);
    }

    @Bean(defaultCandidate = false)
    @Unscoped
    IndicatorQuery unscopedIndicatorQuery(
            WarehouseConnection connection, IndicatorCatalogue catalogue, Areas areas, Clock clock) {
        return new ClickHouseIndicatorQuery(connection, catalogue, areas, clock);
    }

    @Bean
    FigureSignal changeSignal(WarehouseConnection connection) {
        return new ClickHouseFigureSignal(connection);
    }

    @Bean(defaultCandidate = false)
    ChangeSignal detectionSignal(WarehouseConnection connection) {
        return ClickHouseChangeSignal.ofDetections(connection);
    }

    @Bean(defaultCandidate = false)
    ChangeSignal qualitySignal(WarehouseConnection connection) {
        return ClickHouseChangeSignal.ofQuality(connection);
    }

    @Bean
    KnownMoments knownMoments(WarehouseConnection connection) {
        return new ClickHouseKnownMoments(connection);
    }

    @Bean
    Freshness freshness(WarehouseConnection connection) {
        return new ClickHouseFreshness(connection);
    }

    @Bean
    Hotspots hotspots(WarehouseConnection connection) {
        return new ClickHouseHotspots(connection);
    }

    @Bean
    CaseProgress caseProgress(WarehouseConnection connection) {
        return new ClickHouseCaseProgress(connection);
    }

    @Bean
    Lags lags(WarehouseConnection connection) {
        return new ClickHouseLags(connection);
    }

    @Bean
    Reconciliations reconciliations(WarehouseConnection connection, Clock clock) {
        return new ClickHouseReconciliations(connection, clock);
    }

    @Bean
    RejectedEvents rejectedEvents(WarehouseConnection connection, Clock clock) {
        return new ClickHouseRejectedEvents(connection, clock);
    }

    @Bean
    ReplayRequests replayRequests(WarehouseConnection connection, Clock clock) {
        return new ClickHouseReplayRequests(connection, clock);
    }

    @Bean
    ThresholdRegister thresholdRegister(WarehouseConnection connection, Clock clock) {
        return new ClickHouseThresholdRegister(connection, clock);
    }

    @Bean
    TableNotices tableNotices(WarehouseConnection connection) {
        return new ClickHouseTableNotices(connection);
    }
}
