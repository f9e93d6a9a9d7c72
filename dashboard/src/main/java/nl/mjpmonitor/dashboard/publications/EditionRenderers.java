package nl.mjpmonitor.dashboard.publications;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import nl.mjpmonitor.dashboard.documents.Document;
import nl.mjpmonitor.dashboard.documents.DocumentRenderer;
import nl.mjpmonitor.dashboard.progress.Progress;
import nl.mjpmonitor.dashboard.progress.Turn;
import nl.mjpmonitor.dashboard.progress.Turns;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Gives an edition its files, one a form, each in its {@link Turn}. */
@Component
class EditionRenderers {

    private static final Logger LOG = LoggerFactory.getLogger(EditionRenderers.class);
    private static final String PDF = "pdf";

    private final List<DocumentRenderer> renderers;
    private final Turns turns;

    EditionRenderers(List<DocumentRenderer> renderers, Turns turns) {
        this.turns = turns;
        this.renderers = renderers.stream()
                .sorted(Comparator.comparing(DocumentRenderer::extension))
                .toList();
    }

    /**
     * All files of a document.
     *
     * @param name of the files, without extension
     * @param progress hears of every file and of its place in the line, and may stop
     * @throws EditionRefusedException when one of them cannot be made
     */
    List<EditionBytes> files(Document document, String name, Progress progress) {
        List<EditionBytes> files = new ArrayList<>();
        for (DocumentRenderer renderer : renderers) {
            progress.at(files.size(), renderers.size());
            Turn<EditionBytes> turn = turns.enter(new Object(), () -> file(renderer, document, name));
            files.add(turn.await(before -> progress.waits(turn, before)));
        }
        progress.at(files.size(), renderers.size());
        return files;
    }

    /**
     * The document on paper, in its turn.
     *
     * @param what equal for equal documents
     * @param document is asked for in the turn, on behalf of the reader of this thread
     * @param made hears of the file
     */
    Turn<EditionBytes> pdf(Object what, Supplier<Document> document, String name, Consumer<EditionBytes> made) {
        DocumentRenderer pdf = renderers.stream()
                .filter(renderer -> renderer.extension().equals(PDF))
                .findFirst()
                .orElseThrow();
        return turns.enter(what, () -> {
            EditionBytes file = file(pdf, document.get(), name);
            made.accept(file);
            return file;
        });
    }

    private EditionBytes file(DocumentRenderer renderer, Document document, String name) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            renderer.write(document, out);
            return EditionBytes.of(name + "." + renderer.extension(), renderer.mediaType(), out.toByteArray());
        } catch (IOException | RuntimeException problem) {
            LOG.error("The {} of {} cannot be made", renderer.extension(), name, problem);
            throw new EditionRefusedException(
                    EditionRefusedException.Reason.FILE_NOT_MADE, List.of(name + "." + renderer.extension()));
        }
    }
}
