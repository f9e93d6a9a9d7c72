package nl.mjpmonitor.dashboard.publications;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import nl.mjpmonitor.dashboard.documents.Document;

/**
 * What an edition holds.
 *
 * @param peildatum its figures are what the warehouse knew at this moment
 * @param texts what people wrote, by id of the text
 * @param frozen the document, with its figures, definitions and code version; empty as long as it is a concept
 */
public record EditionContent(Instant peildatum, Map<String, String> texts, Optional<Document> frozen) {

    public EditionContent {
        texts = Map.copyOf(texts);
    }

    EditionContent withTexts(Map<String, String> newTexts) {
        return new EditionContent(peildatum, newTexts, Optional.empty());
    }

    EditionContent at(Instant newPeildatum) {
        return new EditionContent(newPeildatum, texts, Optional.empty());
    }

    EditionContent frozen(Document document) {
        return new EditionContent(peildatum, texts, Optional.of(document));
    }

    EditionContent thawed() {
        return new EditionContent(peildatum, texts, Optional.empty());
    }
}
