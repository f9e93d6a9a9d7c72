package nl.mjpmonitor.dashboard.publications;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Semaphore;
import nl.mjpmonitor.dashboard.documents.Document;
import nl.mjpmonitor.dashboard.documents.DocumentRenderer;
import nl.mjpmonitor.dashboard.progress.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Gives an edition its files, one a form. At most {@value #AT_ONCE} documents are rendered at once; the others wait their turn. */
@Component
class EditionRenderers {

    private static final Logger LOG = LoggerFactory.getLogger(EditionRenderers.class);
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
     * @param progress hears of every file, and may stop
     * @throws EditionRefusedException when one of them cannot be made
     */
    List<EditionBytes> files(Document document, String name, Progress progress) {
        List<EditionBytes> files = new ArrayList<>();
        for (DocumentRenderer renderer : renderers) {
            progress.at(files.size(), renderers.size());
            files.add(file(renderer, document, name));
        }
        progress.at(files.size(), renderers.size());
        return files;
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
        } catch (IOException | RuntimeException problem) {
            LOG.error("The {} of {} cannot be made", renderer.extension(), name, problem);
            throw new EditionRefusedException(
                    EditionRefusedException.Reason.FILE_NOT_MADE, List.of(name + "." + renderer.extension()));
        } finally {
            turns.release();
        }
    }
}
