package nl.mjpmonitor.dashboard.quality;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.Supplier;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.dashboard.figures.PlainTable;
import nl.mjpmonitor.dashboard.page.IndicatorPageLink;
import nl.mjpmonitor.warehouse.WarehouseException;

/** What was revised lately. Found out when it is asked for: it compares two states of every figure. */
final class RevisionSection extends Section {

    static final int MOST_SHOWN = 50;

    private final transient FigureWords words;
    private final transient Supplier<List<RevisedFigure>> revisions;
    private final Button show;
    private final Paragraph finding = new Paragraph();

    RevisionSection(FigureWords words, Supplier<List<RevisedFigure>> revisions) {
        this.words = words;
        this.revisions = revisions;
        H2 title = new H2(words.text("quality.revisions"));
        title.setId("kop-bijgesteld");
        getElement().setAttribute("aria-labelledby", "kop-bijgesteld");
        Paragraph intro = new Paragraph(words.text("quality.revisions.intro"));
        intro.addClassName("secondary");
        finding.getElement().setAttribute("role", "status").setAttribute("data-testid", "bijgesteld-melding");
        show = new Button(words.text("quality.revisions.show"), click -> show());
        show.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        show.setDisableOnClick(true);
        show.getElement().setAttribute("data-testid", "toon-bijgesteld");
        add(title, intro, show, finding);
    }

    private void show() {
        try {
            List<RevisedFigure> found = revisions.get();
            show.setVisible(false);
            finding.setText(words.text(found.isEmpty() ? "quality.revisions.none" : "quality.revisions.some"));
            if (!found.isEmpty()) {
                add(table(found));
            }
            if (found.size() > MOST_SHOWN) {
                add(new Paragraph(
                        words.text("quality.revisions.most", words.format().count(MOST_SHOWN))));
            }
        } catch (WarehouseException away) {
            finding.setText(words.text("state.failed"));
            show.setEnabled(true);
        }
    }

    private PlainTable table(List<RevisedFigure> found) {
        PlainTable table = new PlainTable(
                        words.text("quality.revisions.caption"),
                        "tabel-bijgesteld",
                        List.of(
                                words.text("table.period"),
                                words.text("quality.revisions.figure"),
                                words.text("revision.then"),
                                words.text("revision.now"),
                                words.text("revision.since")))
                .figures(2, 3);
        found.stream()
                .limit(MOST_SHOWN)
                .forEach(figure -> table.row(
                        figure.revision().period().label(words.locale()),
                        new IndicatorPageLink(figure.indicator(), figure.area(), words),
                        new Span(words.value(figure.revision().then().value()).text()),
                        new Span(words.value(figure.revision().now().value()).text()),
                        new Span(figure.revision()
                                .knownAt()
                                .map(moment -> words.format().moment(moment))
                                .orElse(""))));
        return table;
    }
}
