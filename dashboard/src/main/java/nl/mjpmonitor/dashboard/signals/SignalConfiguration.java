package nl.mjpmonitor.dashboard.signals;

import nl.mjpmonitor.dashboard.live.LiveReadings;
import nl.mjpmonitor.dashboard.store.Store;
import nl.mjpmonitor.warehouse.WarehouseConnection;
import nl.mjpmonitor.warehouse.quality.ChangeSignal;
import nl.mjpmonitor.warehouse.quality.ClickHouseChangeSignal;
import nl.mjpmonitor.warehouse.signals.ClickHouseSignals;
import nl.mjpmonitor.warehouse.signals.Signals;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

@Configuration(proxyBeanMethods = false)
class SignalConfiguration {

    @Bean
    LiveSignals liveSignals(@Qualifier("liveSignalReadings") LiveReadings readings, Signals signals) {
        return new LiveSignals(readings, signals);
    }

    /** What stands outside this process. */
    @Configuration(proxyBeanMethods = false)
    @Profile("!in-memory")
    static class Outside {

        @Bean
        Signals signals(WarehouseConnection connection) {
            return new ClickHouseSignals(connection);
        }

        @Bean(defaultCandidate = false)
        ChangeSignal signalChanges(WarehouseConnection connection) {
            return ClickHouseChangeSignal.ofSignals(connection);
        }

        @Bean
        SignalStore signalStore(Store store) {
            return new JdbcSignalStore(store);
        }
    }
}
