package nl.mjpmonitor.dashboard.documents.pdf;

import java.util.Locale;
import nl.mjpmonitor.dashboard.texts.Texts;
import nl.mjpmonitor.warehouse.indicators.Confidentiality;

/** The words every document has around what it says. */
record DocumentWords(Texts texts, Locale locale) {

    String organisation() {
        return word("document.organisation");
    }

    String edition() {
        return word("document.edition");
    }

    String peildatum() {
        return word("document.peildatum");
    }

    String sources() {
        return word("document.sources");
    }

    String confidentiality() {
        return word("document.confidentiality");
    }

    String demonstration() {
        return word("app.demo");
    }

    String page() {
        return word("document.page");
    }

    String ofPages() {
        return word("document.of-pages");
    }

    String of(Confidentiality confidentiality) {
        return word("confidentiality." + confidentiality.name().toLowerCase(Locale.ROOT));
    }

    private String word(String key) {
        return texts.getTranslation(key, locale);
    }
}
