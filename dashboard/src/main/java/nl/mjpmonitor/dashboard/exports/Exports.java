package nl.mjpmonitor.dashboard.exports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.mjpmonitor.dashboard.audit.AuditAction;
import nl.mjpmonitor.dashboard.audit.AuditLog;
import nl.mjpmonitor.dashboard.documents.Chart;
import nl.mjpmonitor.dashboard.documents.Document;
import nl.mjpmonitor.dashboard.documents.DocumentRenderer;
import nl.mjpmonitor.dashboard.documents.charts.ChartPicture;
import org.springframework.stereotype.Component;

/**
 * Makes files of series. A file is made whole before any of it is sent, so that nobody gets half of one; at most {@value #AT_ONCE} are
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
        turns.acquireUninterruptibly();
        try {
            return switch (form) {
                case CSV ->
                    Optional.of(new ExportFile(
                            name(figures, "csv"),
                            CSV,
                            SeriesCsv.of(
                                            figures.indicator(),
                                            figures.area(),
                                            figures.points(),
                                            figures.peildatum().toString())
                                    .getBytes(StandardCharsets.UTF_8)));
                case CSVW -> Optional.of(rendered(figures, "zip", locale));
                case XLSX, ODS, JSON, PDF -> Optional.of(rendered(figures, form.word(), locale));
                case SVG -> picture(figures, form, "image/svg+xml", ChartPicture::writeSvg, locale);
                case PNG -> picture(figures, form, "image/png", ChartPicture::writePng, locale);
            };
        } finally {
            turns.release();
        }
    }

    @FunctionalInterface
    private interface Painter {
        void paint(ChartPicture picture, OutputStream out) throws IOException;
    }

    private Optional<ExportFile> picture(
            SeriesFigures figures, ExportForm form, String mediaType, Painter painter, Locale locale) {
        return chart(documents.of(figures, locale)).map(chart -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try {
                painter.paint(new ChartPicture(chart, locale), out);
            } catch (IOException problem) {
                throw new UncheckedIOException("The chart cannot be drawn", problem);
            }
            return new ExportFile(name(figures, form.word()), mediaType, out.toByteArray());
        });
    }

    private static Optional<Chart> chart(Document document) {
        return document.sections().stream()
                .flatMap(section -> section.blocks().stream())
                .filter(Chart.class::isInstance)
                .map(Chart.class::cast)
                .findFirst();
    }

    private ExportFile rendered(SeriesFigures figures, String extension, Locale locale) {
        DocumentRenderer renderer = Optional.ofNullable(renderers.get(extension))
                .orElseThrow(() -> new IllegalStateException("Nothing writes " + extension));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            renderer.write(documents.of(figures, locale), out);
        } catch (IOException problem) {
            throw new UncheckedIOException("The " + extension + " cannot be made", problem);
        }
        return new ExportFile(name(figures, extension), renderer.mediaType(), out.toByteArray());
    }

    private static String name(SeriesFigures figures, String extension) {
        return figures.indicator().id() + "-" + figures.area().code() + "-"
                + LocalDate.ofInstant(figures.peildatum(), DUTCH_TIME) + "." + extension;
    }
}
