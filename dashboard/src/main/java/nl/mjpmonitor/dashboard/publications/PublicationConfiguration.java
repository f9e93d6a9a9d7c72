package nl.mjpmonitor.dashboard.publications;

import nl.mjpmonitor.dashboard.documents.pdf.PdfRenderer;
import nl.mjpmonitor.dashboard.store.Store;
import nl.mjpmonitor.dashboard.texts.Texts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

@Configuration(proxyBeanMethods = false)
class PublicationConfiguration {

    @Bean
    PdfRenderer pdfRenderer(Texts texts) {
        return new PdfRenderer(texts);
    }

    @Bean
    @Profile("!in-memory")
    EditionStore editionStore(Store store) {
        return new JdbcEditionStore(store);
    }
}
