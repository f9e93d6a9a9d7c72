package nl.mjpmonitor.dashboard.progress;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TurnsConfiguration {

    @Bean(destroyMethod = "close")
    Turns turns(
            @Value("${mjp.files.at-once}") int atOnce,
            @Value("${mjp.files.longest-line}") int longestLine,
            MeterRegistry meters) {
        Turns turns = new Turns(atOnce, longestLine);
        Gauge.builder("mjp.files.waiting", turns, Turns::length)
                .description("Files that are being made or wait for their turn")
                .register(meters);
        return turns;
    }
}
