package nl.mjpmonitor.dashboard.exports;

import nl.mjpmonitor.dashboard.documents.csv.CsvRenderer;
import nl.mjpmonitor.dashboard.documents.json.JsonRenderer;
import nl.mjpmonitor.dashboard.documents.sheets.OdsRenderer;
import nl.mjpmonitor.dashboard.documents.sheets.XlsxRenderer;
import nl.mjpmonitor.dashboard.texts.Texts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The forms of documents beside paper. Published editions have all of them as well. */
@Configuration(proxyBeanMethods = false)
class ExportConfiguration {

    @Bean
    XlsxRenderer xlsxRenderer(Texts texts) {
        return new XlsxRenderer(texts);
    }

    @Bean
    OdsRenderer odsRenderer(Texts texts) {
        return new OdsRenderer(texts);
    }

    @Bean
    CsvRenderer csvRenderer(Texts texts) {
        return new CsvRenderer(texts);
    }

    @Bean
    JsonRenderer jsonRenderer() {
        return new JsonRenderer();
    }
}
