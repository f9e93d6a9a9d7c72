package nl.mjpmonitor.dashboard.reports;

import nl.mjpmonitor.warehouse.indicators.IndicatorCatalogue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The kinds of report, as they are packaged. A mistake in one stops the start. */
@Configuration(proxyBeanMethods = false)
class ReportConfiguration {

    @Bean
    ReportCatalogue reportCatalogue(IndicatorCatalogue indicators) {
        return ReportReader.packaged(indicators);
    }
}
