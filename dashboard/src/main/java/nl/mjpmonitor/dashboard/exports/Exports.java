package nl.mjpmonitor.dashboard.exports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.mjpmonitor.dashboard.audit.AuditAction;
import nl.mjpmonitor.dashboard.audit.AuditLog;
import nl.mjpmonitor.dashboard.documents.Document;
import nl.mjpmonitor.dashboard.documents.DocumentRenderer;
import nl.mjpmonitor.dashboard.documents.Drawing;
import nl.mjpmonitor.dashboard.documents.charts.DrawingPicture;
import org.springframework.stereotype.Component;

/**
 * Makes files of series and of pages. A file is made whole before any of it is sent, so that nobody gets half of one; at most {@value #AT_ONCE} are
 * made at once and the others wait their turn, so that exports do not get in the way of the screen. Every export leaves a trace in the
 * audit log.
 */
@Component
public class Exports {

    static final int AT_ONCE = 3;

    private static final ZoneId DUTCH_TIME = ZoneId.of("Europe/Amsterdam");
    private static final String CSV = "text/csv; charset=utf-8";

    private final FigureDocuments documents;
    private final Map<String, DocumentRenderer> renderers;
    private final AuditLog audit;
    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    Exports(FigureDocuments documents, List<DocumentRenderer> renderers, AuditLog audit) {
        this.documents = documents;
        this.renderers = renderers.stream()
                .collect(Collectors.toUnmodifiableMap(DocumentRenderer::extension, Function.identity()));
        this.audit = audit;
    }

    /**
     * A series as a file.
     *
     * @param figures what the reader of this thread was answered
     * @return empty when it is to be a picture and there is no figure to draw
     */
    public Optional<ExportFile> file(SeriesFigures figures, ExportForm form, Locale locale) {
        Optional<ExportFile> file = make(figures, form, locale);
        file.ifPresent(made -> audit.record(AuditAction.EXPORT, made.name()));
        return file;
    }

    /** The same file for nobody in particular: without a trace. */
    public Optional<ExportFile> make(SeriesFigures figures, ExportForm form, Locale locale) {
        String name = name(figures);
        return inTurn(() -> switch (form) {
            case CSV ->
                Optional.of(new ExportFile(
                        name + ".csv",
                        CSV,
                        SeriesCsv.of(
                                        figures.indicator(),
                                        figures.area(),
                                        figures.points(),
                                        figures.peildatum().toString())
                                .getBytes(StandardCharsets.UTF_8)));
            case CSVW -> Optional.of(rendered(documents.of(figures, locale), name, "zip"));
            case XLSX, ODS, JSON, PDF -> Optional.of(rendered(documents.of(figures, locale), name, form.word()));
            case SVG, PNG ->
                drawings(documents.of(figures, locale)).findFirst().map(drawing -> drawn(drawing, name, form, locale));
        });
    }

    /**
     * A document as a file, with a trace.
     *
     * @param name name of the file without its extension
     * @param form one that holds a whole document
     * @throws IllegalArgumentException when the form holds something else
     */
    ExportFile file(Document document, String name, ExportForm form) {
        ExportFile file = inTurn(() -> switch (form) {
            case CSVW -> rendered(document, name, "zip");
            case XLSX, ODS, JSON, PDF -> rendered(document, name, form.word());
            case CSV, SVG, PNG -> throw new IllegalArgumentException("A document is no " + form.word());
        });
        audit.record(AuditAction.EXPORT, file.name());
        return file;
    }

    /**
     * One drawing of a document as a file, with a trace.
     *
     * @param form a picture
     * @return empty when the document has no such drawing
     */
    Optional<ExportFile> picture(Document document, String drawing, String name, ExportForm form, Locale locale) {
        Optional<ExportFile> file = drawings(document)
                .filter(one -> one.id().equals(drawing))
                .findFirst()
                .map(found -> inTurn(() -> drawn(found, name + "-" + drawing, form, locale)));
        file.ifPresent(made -> audit.record(AuditAction.EXPORT, made.name()));
        return file;
    }

    /** The drawings of a document in the order of reading. */
    static Stream<Drawing> drawings(Document document) {
        return document.sections().stream()
                .flatMap(section -> section.blocks().stream())
                .filter(Drawing.class::isInstance)
                .map(Drawing.class::cast);
    }

    private <T> T inTurn(Supplier<T> making) {
        turns.acquireUninterruptibly();
        try {
            return making.get();
        } finally {
            turns.release();
        }
    }

    @FunctionalInterface
    private interface Painter {
        void paint(DrawingPicture picture, OutputStream out) throws IOException;
    }

    private static ExportFile drawn(Drawing drawing, String name, ExportForm form, Locale locale) {
        return switch (form) {
            case SVG -> painted(drawing, name + ".svg", "image/svg+xml", DrawingPicture::writeSvg, locale);
            case PNG -> painted(drawing, name + ".png", "image/png", DrawingPicture::writePng, locale);
            case CSV, CSVW, XLSX, ODS, JSON, PDF ->
                throw new IllegalArgumentException("A picture is no " + form.word());
        };
    }

    private static ExportFile painted(Drawing drawing, String name, String mediaType, Painter painter, Locale locale) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            painter.paint(new DrawingPicture(drawing, locale), out);
        } catch (IOException problem) {
            throw new UncheckedIOException("The drawing cannot be made", problem);
        }
        return new ExportFile(name, mediaType, out.toByteArray());
    }

    private ExportFile rendered(Document document, String name, String extension) {
        DocumentRenderer renderer = Optional.ofNullable(renderers.get(extension))
                .orElseThrow(() -> new IllegalStateException("Nothing writes " + extension));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            renderer.write(document, out);
        } catch (IOException problem) {
            throw new UncheckedIOException("The " + extension + " cannot be made", problem);
        }
        return new ExportFile(name + "." + extension, renderer.mediaType(), out.toByteArray());
    }

    private static String name(SeriesFigures figures) {
        return figures.indicator().id() + "-" + figures.area().code() + "-" + day(figures.peildatum());
    }

    /** The day of a peildatum, as it stands in the name of a file. */
    static LocalDate day(Instant peildatum) {
        return LocalDate.ofInstant(peildatum, DUTCH_TIME);
    }
}
