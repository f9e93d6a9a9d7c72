package nl.mjpmonitor.dashboard.exports;

import com.vaadin.flow.component.UI;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import nl.mjpmonitor.dashboard.access.SeriesGate;
import nl.mjpmonitor.dashboard.documents.Document;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import org.springframework.stereotype.Component;

/**
 * Takes whole pages along. A file holds what stands on the page when the link is followed, and nothing else: the same choice of area and
 * period, the same figures as of the same moment, the same withholding of small numbers. Whether the reader may have them is asked once
 * more, because the page may have been opened before a role was taken away.
 */
@Component
public class PageExports {

    private final SeriesGate gate;
    private final FigureDocuments documents;
    private final Exports exports;

    /** A page that was read, and how a file of it is called. */
    private record Taken(Document document, String name) {}

    PageExports(SeriesGate gate, FigureDocuments documents, Exports exports) {
        this.gate = gate;
        this.documents = documents;
        this.exports = exports;
    }

    /**
     * A menu for the page that is being made in this thread.
     *
     * @param shown what the page shows now; empty while there are no figures. Asked with the session locked
     */
    public ExportMenu menu(FigureWords words, Supplier<Optional<PageFigures>> shown) {
        UI ui = UI.getCurrent();
        Locale locale = words.locale();
        ExportMenu menu = ExportMenu.ofPage(words);
        menu.offer(form -> locked(ui, shown, locale).map(taken -> exports.file(taken.document(), taken.name(), form)));
        menu.offerCharts(
                () -> shown.get().flatMap(page -> documents.of(page, locale)).stream()
                        .flatMap(Exports::drawings)
                        .map(drawing -> new ExportMenu.ChartChoice(drawing.id(), drawing.title()))
                        .toList(),
                (choice, form) -> locked(ui, shown, locale)
                        .map(taken -> exports.picture(taken.document(), choice.id(), taken.name(), form, locale)));
        return menu;
    }

    /** Only reading the page holds the session; the file is made while the reader works on. */
    private Optional<Taken> locked(UI ui, Supplier<Optional<PageFigures>> shown, Locale locale) {
        AtomicReference<Optional<Taken>> read = new AtomicReference<>(Optional.empty());
        ui.accessSynchronously(() -> read.set(shown.get().flatMap(page -> take(page, locale))));
        return read.get();
    }

    /**
     * Reads a page.
     *
     * @throws nl.mjpmonitor.dashboard.access.OutOfScopeException when the reader of this thread may not see all of it
     */
    private Optional<Taken> take(PageFigures page, Locale locale) {
        gate.admit(page.asked());
        return documents
                .of(page, locale)
                .map(document -> new Taken(document, page.name() + "-" + Exports.day(page.peildatum())));
    }
}
