package nl.mjpmonitor.dashboard.exports;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.dashboard.progress.Turn;

/**
 * The menu with which a reader takes figures along: a link a form. The file is made at the moment of following the link, on behalf of who
 * follows it; what fails is an error of the download and never half a file.
 */
@StyleSheet("styles/exports.css")
public final class ExportMenu extends Details {

    /** The forms that hold a whole page. */
    private static final List<ExportForm> WHOLE =
            List.of(ExportForm.PDF, ExportForm.XLSX, ExportForm.ODS, ExportForm.CSVW, ExportForm.JSON);

    private final transient FigureWords words;
    private final transient Map<ExportForm, Anchor> links = new EnumMap<>(ExportForm.class);
    private final Div charts = new Div();
    private final Downloads downloads;

    private transient Function<ExportForm, Optional<Turn<Optional<ExportFile>>>> files = _ -> Optional.empty();
    private transient BiFunction<ChartChoice, ExportForm, Optional<Turn<Optional<ExportFile>>>> pictures =
            (_, _) -> Optional.empty();

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
        this.downloads = new Downloads(words);
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
        add(new Paragraph(words.text(hint)), list, charts, downloads);
    }

    /** A menu of a whole page, in the forms that hold one. */
    static ExportMenu ofPage(FigureWords words) {
        return new ExportMenu(words, WHOLE, "export.page.hint");
    }

    /**
     * Offers files.
     *
     * @param newFiles lets the file of a form wait for its turn, for the reader of its thread; empty when there is nothing to put in it.
     *     It and its turn may throw {@link nl.mjpmonitor.dashboard.access.OutOfScopeException} and
     *     {@link nl.mjpmonitor.warehouse.WarehouseException}
     */
    public void offer(Function<ExportForm, Optional<Turn<Optional<ExportFile>>>> newFiles) {
        files = newFiles;
        links.forEach((form, link) -> link.setHref(download(form)));
    }

    /** What answers when the link of a form is followed. */
    DownloadHandler download(ExportForm form) {
        return downloads.handler(words.text("export." + form.word()), () -> files.apply(form));
    }

    /** What following the link of a form gives. */
    Optional<ExportFile> make(ExportForm form) {
        return files.apply(form).flatMap(Turn::await);
    }

    /** What following the link of a chart gives. */
    Optional<ExportFile> make(ChartChoice chart, ExportForm form) {
        return pictures.apply(chart, form).flatMap(Turn::await);
    }

    /**
     * Offers charts one by one. Which there are is found out every time the menu is opened: a page changes.
     *
     * @param shown the charts of the page
     * @param newPictures makes the picture of a chart; empty when the chart is gone
     */
    void offerCharts(
            Supplier<List<ChartChoice>> shown,
            BiFunction<ChartChoice, ExportForm, Optional<Turn<Optional<ExportFile>>>> newPictures) {
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
            String name = words.text("export.chart.of", choice.title(), form.name());
            link.setAriaLabel(name);
            link.setHref(downloads.handler(name, () -> pictures.apply(choice, form)));
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
}
