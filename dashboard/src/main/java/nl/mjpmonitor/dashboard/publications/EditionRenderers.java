package nl.mjpmonitor.dashboard.publications;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Semaphore;
import nl.mjpmonitor.dashboard.documents.Document;
import nl.mjpmonitor.dashboard.documents.DocumentRenderer;
import org.springframework.stereotype.Component;

/** Gives an edition its files, one a form. At most {@value #AT_ONCE} documents are rendered at once; the others wait their turn. */
@Component
class EditionRenderers {

    private static final int AT_ONCE = 2;

    private final List<DocumentRenderer> renderers;
    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    EditionRenderers(List<DocumentRenderer> renderers) {
        this.renderers = renderers.stream()
                .sorted(Comparator.comparing(DocumentRenderer::extension))
                .toList();
    }

    /**
     * All files of a document.
     *
     * @param name of the files, without extension
     */
    List<EditionBytes> files(Document document, String name) {
        return renderers.stream()
                .map(renderer -> file(renderer, document, name))
                .toList();
    }

    /** The document on paper. */
    EditionBytes pdf(Document document, String name) {
        DocumentRenderer pdf = renderers.stream()
                .filter(renderer -> renderer.extension().equals("pdf"))
                .findFirst()
                .orElseThrow();
        return file(pdf, document, name);
    }

    private EditionBytes file(DocumentRenderer renderer, Document document, String name) {
        turns.acquireUninterruptibly();
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            renderer.write(document, out);
            return EditionBytes.of(name + "." + renderer.extension(), renderer.mediaType(), out.toByteArray());
        } catch (IOException problem) {
            throw new UncheckedIOException("The " + renderer.extension() + " of " + name + " cannot be made", problem);
        } finally {
            turns.release();
        }
    }
}
