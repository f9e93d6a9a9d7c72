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
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.mjpmonitor.dashboard.access.Reader;
import nl.mjpmonitor.dashboard.audit.AuditAction;
import nl.mjpmonitor.dashboard.audit.AuditLog;
import nl.mjpmonitor.dashboard.documents.Document;
import nl.mjpmonitor.dashboard.documents.DocumentRenderer;
import nl.mjpmonitor.dashboard.documents.Drawing;
import nl.mjpmonitor.dashboard.documents.charts.DrawingPicture;
import nl.mjpmonitor.dashboard.progress.Turn;
import nl.mjpmonitor.dashboard.progress.Turns;
import org.springframework.stereotype.Component;

/**
 * Makes files of series and of pages, each in its {@link Turn}, so that exports do not get in the way of the screen. A file is made whole
 * before any of it is sent, so that nobody gets half of one. Every file leaves a trace in the audit log; who asks for the same file twice
 * at the same time gets one.
 *
 * <p>All methods throw {@link nl.mjpmonitor.dashboard.progress.LineFullException} when too many wait already.
 */
@Component
public class Exports {

    private static final ZoneId DUTCH_TIME = ZoneId.of("Europe/Amsterdam");
    private static final String CSV = "text/csv; charset=utf-8";

    private final FigureDocuments documents;
    private final Map<String, DocumentRenderer> renderers;
    private final AuditLog audit;
    private final Turns turns;

    /**
     * What is asked for.
     *
     * @param reader for whom; nobody for open data
     * @param asked what it holds
     * @param name the file or drawing
     */
    private record Wanted(Optional<Reader> reader, Object asked, String name, ExportForm form) {}

    Exports(FigureDocuments documents, List<DocumentRenderer> renderers, AuditLog audit, Turns turns) {
        this.documents = documents;
        this.renderers = renderers.stream()
                .collect(Collectors.toUnmodifiableMap(DocumentRenderer::extension, Function.identity()));
        this.audit = audit;
        this.turns = turns;
    }

    /**
     * A series as a file.
     *
     * @param asked which series; equal for equal figures
     * @param figures asks for it in the turn, on behalf of the reader of this thread
     * @return empty when it is to be a picture and there is no figure to draw
     */
    public Turn<Optional<ExportFile>> file(
            Object asked, Supplier<SeriesFigures> figures, ExportForm form, Locale locale) {
        return turns.enter(
                new Wanted(Optional.of(Reader.current()), asked, locale.toLanguageTag(), form),
                () -> traced(made(figures.get(), form, locale)));
    }

    /** The same for nobody in particular: without a trace. */
    public Turn<Optional<ExportFile>> openFile(
            Object asked, Supplier<SeriesFigures> figures, ExportForm form, Locale locale) {
        return turns.enter(
                new Wanted(Optional.empty(), asked, locale.toLanguageTag(), form),
                () -> made(figures.get(), form, locale));
    }

    private Optional<ExportFile> made(SeriesFigures figures, ExportForm form, Locale locale) {
        String name = name(figures);
        return switch (form) {
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
        };
    }

    /**
     * A document as a file.
     *
     * @param name name of the file without its extension
     * @param form one that holds a whole document
     * @throws IllegalArgumentException when the form holds something else
     */
    Turn<Optional<ExportFile>> file(Document document, String name, ExportForm form) {
        if (form == ExportForm.CSV || form.isPicture()) {
            throw new IllegalArgumentException("A document is no " + form.word());
        }
        return turns.enter(
                new Wanted(Optional.of(Reader.current()), content(document), name, form),
                () -> traced(Optional.of(rendered(document, name, form == ExportForm.CSVW ? "zip" : form.word()))));
    }

    /**
     * One drawing of a document as a file.
     *
     * @param form a picture
     * @return empty when the document has no such drawing
     */
    Turn<Optional<ExportFile>> picture(Document document, String drawing, String name, ExportForm form, Locale locale) {
        String whole = name + "-" + drawing;
        return turns.enter(
                new Wanted(Optional.of(Reader.current()), content(document), whole, form),
                () -> traced(drawings(document)
                        .filter(one -> one.id().equals(drawing))
                        .findFirst()
                        .map(found -> drawn(found, whole, form, locale))));
    }

    /** What a reader gets to see of it: all but the moment at which it was made. */
    private static Object content(Document document) {
        return List.of(
                document.locale(),
                document.title(),
                document.subtitle(),
                document.origin().peildatum(),
                document.sections());
    }

    private Optional<ExportFile> traced(Optional<ExportFile> file) {
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
