package nl.mjpmonitor.dashboard.exports;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import nl.mjpmonitor.dashboard.access.OutOfScopeException;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.warehouse.WarehouseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The menu with which a reader takes figures along: a link a form. The file is made at the moment of following the link, on behalf of who
 * follows it; what fails is an error of the download and never half a file.
 */
@StyleSheet("styles/exports.css")
public final class ExportMenu extends Details {

    private static final Logger LOG = LoggerFactory.getLogger(ExportMenu.class);

    /** The forms that hold a whole page. */
    private static final List<ExportForm> WHOLE =
            List.of(ExportForm.PDF, ExportForm.XLSX, ExportForm.ODS, ExportForm.CSVW, ExportForm.JSON);

    private final transient FigureWords words;
    private final transient Map<ExportForm, Anchor> links = new EnumMap<>(ExportForm.class);
    private final Div charts = new Div();

    private transient Function<ExportForm, Optional<ExportFile>> files = _ -> Optional.empty();
    private transient BiFunction<ChartChoice, ExportForm, Optional<ExportFile>> pictures = (_, _) -> Optional.empty();

    /**
     * A chart that can be taken along by itself.
     *
     * @param id its id in the document of the page
     * @param title what it shows
     */
    record ChartChoice(String id, String title) {}

    /** A menu of one series, in every form. */
    public ExportMenu(FigureWords words) {
        this(words, Arrays.asList(ExportForm.values()), "export.hint");
    }

    private ExportMenu(FigureWords words, List<ExportForm> forms, String hint) {
        this.words = words;
        addClassName("export-menu");
        getElement().setAttribute("data-testid", "exporteren");
        setSummaryText(words.text("export.menu"));
        UnorderedList list = new UnorderedList();
        for (ExportForm form : forms) {
            Anchor link = link(words.text("export." + form.word()), "export-" + form.word());
            links.put(form, link);
            list.add(new ListItem(link));
        }
        charts.addClassName("export-charts");
        add(new Paragraph(words.text(hint)), list, charts);
    }

    /** A menu of a whole page, in the forms that hold one. */
    static ExportMenu ofPage(FigureWords words) {
        return new ExportMenu(words, WHOLE, "export.page.hint");
    }

    /**
     * Offers files.
     *
     * @param newFiles makes the file of a form for the reader of its thread; empty when there is nothing to put in it. It may throw
     *     {@link OutOfScopeException} and {@link WarehouseException}
     */
    public void offer(Function<ExportForm, Optional<ExportFile>> newFiles) {
        files = newFiles;
        links.forEach((form, link) -> link.setHref(download(form)));
    }

    /** What answers when the link of a form is followed. */
    DownloadHandler download(ExportForm form) {
        return handler(form, () -> make(form));
    }

    /** What following the link of a form gives. */
    Optional<ExportFile> make(ExportForm form) {
        return files.apply(form);
    }

    /** What following the link of a chart gives. */
    Optional<ExportFile> make(ChartChoice chart, ExportForm form) {
        return pictures.apply(chart, form);
    }

    /**
     * Offers charts one by one. Which there are is found out every time the menu is opened: a page changes.
     *
     * @param shown the charts of the page
     * @param newPictures makes the picture of a chart; empty when the chart is gone
     */
    void offerCharts(
            Supplier<List<ChartChoice>> shown, BiFunction<ChartChoice, ExportForm, Optional<ExportFile>> newPictures) {
        pictures = newPictures;
        addOpenedChangeListener(change -> {
            charts.removeAll();
            List<ChartChoice> choices = change.isOpened() ? shown.get() : List.of();
            if (!choices.isEmpty()) {
                UnorderedList list = new UnorderedList();
                choices.forEach(choice -> list.add(item(choice)));
                charts.add(new Paragraph(words.text("export.charts")), list);
            }
        });
    }

    private ListItem item(ChartChoice choice) {
        ListItem item = new ListItem(new Span(choice.title()));
        for (ExportForm form : List.of(ExportForm.SVG, ExportForm.PNG)) {
            Anchor link = link(words.text("export.chart." + form.word()), "export-" + choice.id() + "-" + form.word());
            link.setAriaLabel(words.text("export.chart.of", choice.title(), form.name()));
            link.setHref(handler(form, () -> make(choice, form)));
            item.add(link);
        }
        return item;
    }

    private static Anchor link(String text, String testId) {
        Anchor link = new Anchor();
        link.setText(text);
        link.getElement().setAttribute("data-testid", testId);
        return link;
    }

    private static DownloadHandler handler(ExportForm form, Supplier<Optional<ExportFile>> file) {
        return DownloadHandler.fromInputStream(event -> answer(form, file));
    }

    private static DownloadResponse answer(ExportForm form, Supplier<Optional<ExportFile>> files) {
        try {
            return files.get()
                    .map(file -> new DownloadResponse(
                            new ByteArrayInputStream(file.bytes()), file.name(), file.mediaType(), file.bytes().length))
                    .orElseGet(() -> DownloadResponse.error(HttpStatusCode.NOT_FOUND));
        } catch (OutOfScopeException refused) {
            return DownloadResponse.error(HttpStatusCode.FORBIDDEN, refused);
        } catch (WarehouseException away) {
            return DownloadResponse.error(HttpStatusCode.SERVICE_UNAVAILABLE, away);
        } catch (RuntimeException unforeseen) {
            LOG.error("An export to {} failed", form.word(), unforeseen);
            return DownloadResponse.error(HttpStatusCode.INTERNAL_SERVER_ERROR, unforeseen);
        }
    }
}
