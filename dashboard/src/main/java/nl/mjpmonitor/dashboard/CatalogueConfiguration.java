package nl.mjpmonitor.dashboard;

import nl.mjpmonitor.warehouse.areas.Areas;
import nl.mjpmonitor.warehouse.calendar.SafetyCalendar;
import nl.mjpmonitor.warehouse.indicators.IndicatorCatalogue;
import nl.mjpmonitor.warehouse.indicators.IndicatorQuery;
import nl.mjpmonitor.warehouse.programme.ProgrammeCatalogue;
import nl.mjpmonitor.warehouse.revisions.KnownMoments;
import nl.mjpmonitor.warehouse.revisions.QueriedRevisions;
import nl.mjpmonitor.warehouse.revisions.Revisions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What can be asked, as it is packaged with the warehouse. A mistake in it stops the start. */
@Configuration(proxyBeanMethods = false)
class CatalogueConfiguration {

    @Bean
    IndicatorCatalogue indicatorCatalogue() {
        return IndicatorCatalogue.load();
    }

    @Bean
    Revisions revisions(IndicatorQuery query, IndicatorCatalogue catalogue, KnownMoments moments) {
        return new QueriedRevisions(query, catalogue, moments);
    }

    @Bean
    ProgrammeCatalogue programmeCatalogue(IndicatorCatalogue catalogue) {
        return ProgrammeCatalogue.load(catalogue);
    }

    @Bean
    Areas areas() {
        return Areas.load();
    }

    @Bean
    SafetyCalendar safetyCalendar() {
        return SafetyCalendar.load();
    }
}
