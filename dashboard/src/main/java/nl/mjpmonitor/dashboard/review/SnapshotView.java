package nl.mjpmonitor.dashboard.review;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.mjpmonitor.dashboard.exports.PageExports;
import nl.mjpmonitor.dashboard.exports.PageFigures;
import nl.mjpmonitor.dashboard.figures.DemoMark;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.dashboard.review.FrozenReview.FrozenLine;
import nl.mjpmonitor.dashboard.review.FrozenReview.FrozenTopic;
import nl.mjpmonitor.dashboard.store.StoreAwayException;
import nl.mjpmonitor.dashboard.texts.Texts;
import nl.mjpmonitor.warehouse.indicators.Confidentiality;

/** A Maandbeeld as it was established. Nothing in it follows the warehouse and nothing can be changed. */
@Route("maandbeeld/vastgesteld/:nummer([0-9]{1,18})")
@RolesAllowed({"ANALIST", "PROGRAMMAMANAGER", "DRIEHOEK"})
@StyleSheet("styles/review.css")
class SnapshotView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    static final String NUMBER = "nummer";

    private final transient ReviewService service;
    private final transient ReviewWords words;
    private final H1 title = new H1();
    private final Div body = new Div();

    private transient Optional<SnapshotHeading> shown = Optional.empty();

    SnapshotView(ReviewService service, PageExports exports, Texts texts) {
        this.service = service;
        this.words = new ReviewWords(new FigureWords(texts, getLocale()));
        setId("inhoud");
        addClassNames("view", "review", "snapshot");
        getElement().setAttribute("tabindex", "-1");
        add(title, exports.menu(words.words(), this::taken), body);
    }

    /** As it was established. Whether the reader may still have it is asked once more. */
    private Optional<PageFigures> taken() {
        return shown.flatMap(heading -> service.snapshot(heading.id())).map(snapshot -> {
            ReviewKey key = snapshot.heading().key();
            return new PageFigures(
                    "maandbeeld-" + key.month() + "-" + key.area() + "-vastgesteld-"
                            + snapshot.heading().id(),
                    title.getText(),
                    words.text("review.snapshot.subtitle"),
                    snapshot.heading().peildatum(),
                    List.of(),
                    Confidentiality.VERTROUWELIJK,
                    body);
        });
    }

    @Override
    public String getPageTitle() {
        return words.text("title", title.getText());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        PaperNote.clear(event.getUI());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        body.removeAll();
        shown = Optional.empty();
        try {
            Snapshot snapshot = event.getRouteParameters()
                    .get(NUMBER)
                    .map(Long::valueOf)
                    .flatMap(service::snapshot)
                    .orElseThrow(NotFoundException::new);
            show(snapshot);
        } catch (StoreAwayException e) {
            title.setText(words.text("review.nav"));
            body.add(new Paragraph(words.text("review.store.away")));
        }
    }

    private void show(Snapshot snapshot) {
        SnapshotHeading heading = snapshot.heading();
        shown = Optional.of(heading);
        FrozenReview frozen = service.content(snapshot);
        title.setText(
                words.text("review.snapshot.title", words.month(heading.key().month()), frozen.areaName()));
        Paragraph by = new Paragraph(words.text(
                "review.snapshot.by",
                words.words().format().moment(heading.establishedAt()),
                words.text("role." + heading.authorRole()),
                heading.author(),
                words.words().format().moment(Instant.parse(frozen.peildatum()))));
        by.getElement().setAttribute("data-testid", "vastgesteld-door");
        PaperNote.show(UI.getCurrent(), by.getText());
        Paragraph hash = new Paragraph(words.text("review.snapshot.hash", heading.hash()));
        hash.addClassNames("secondary", "snapshot-hash");
        hash.getElement().setAttribute("data-testid", "vingerafdruk");
        RouterLink live = new RouterLink(words.text("review.snapshot.live"), ReviewView.class);
        live.setQueryParameters(heading.key().parameters());
        body.add(by, hash, live);
        if (frozen.isDemonstration()) {
            body.add(new DemoMark());
        }
        if (!snapshot.isIntact()) {
            Paragraph broken = new Paragraph(words.text("review.snapshot.broken"));
            broken.addClassName("unknown-choice");
            broken.getElement().setAttribute("role", "alert");
            body.add(broken);
        }
        // established in Dutch, whatever the language of the frame
        Div content = new Div();
        content.getElement().setAttribute("lang", "nl");
        content.addClassName("review-body");
        content.add(
                section(AgendaItem.DATA, AgendaSection.list(frozen.data(), "gegevens")),
                section(AgendaItem.SIGNALS, AgendaSection.list(frozen.signals(), "signalen")),
                topics(frozen),
                section(AgendaItem.AREAS, AgendaSection.list(frozen.outlook(), "vooruitblik")),
                section(
                        AgendaItem.ACTIONS,
                        frozen.actions().isEmpty()
                                ? new Div(new Paragraph(words.text("review.actions.none")))
                                : new Div(new ActionTable(words, frozen.actions()))),
                figures(frozen));
        body.add(content);
    }

    private Section section(AgendaItem item, Component content) {
        H2 heading = new H2(words.text(item.textKey()));
        heading.setId("kop-" + item.id());
        Section section = new Section(heading, content);
        section.setId(item.id());
        section.addClassName("agenda-section");
        section.getElement().setAttribute("aria-labelledby", "kop-" + item.id());
        return section;
    }

    private Section topics(FrozenReview frozen) {
        Div all = new Div();
        all.addClassName("topics");
        frozen.topics().forEach(topic -> all.add(topic(topic)));
        return section(AgendaItem.TOPICS, all);
    }

    private Article topic(FrozenTopic topic) {
        Article article = new Article(new H3(topic.finding()), new Paragraph(topic.sentence()));
        article.addClassName("topic");
        article.getElement().setAttribute("data-testid", "onderwerp-" + topic.indicator());
        article.add(box(
                topic.finding(),
                table(
                        words.text("review.snapshot.course"),
                        List.of(words.text("table.month"), words.text("chart.count")),
                        topic.course().stream().map(point -> List.of(point.period(), point.value())))));
        if (!topic.parts().isEmpty()) {
            String areas = words.text("review.topic.areas");
            article.add(box(
                    topic.finding() + ", " + areas,
                    table(
                            areas,
                            List.of(
                                    words.text("review.column.area"),
                                    words.text("review.column.now"),
                                    words.text("review.column.last-year"),
                                    words.text("review.column.judgement")),
                            topic.parts().stream()
                                    .map(part -> List.of(part.name(), part.now(), part.before(), part.judgement())))));
        }
        article.add(AgendaSection.list(topic.duiding(), "duiding-" + topic.indicator()));
        said("review.topic.request", topic.request()).ifPresent(article::add);
        said("review.topic.decision", topic.decision()).ifPresent(article::add);
        return article;
    }

    private Optional<Paragraph> said(String key, String text) {
        return Optional.of(text)
                .filter(given -> !given.isEmpty())
                .map(given -> new Paragraph(words.text(key) + ": " + given));
    }

    private Section figures(FrozenReview frozen) {
        H2 heading = new H2(words.text("review.figures"));
        heading.setId("kop-cijfers");
        Section section = new Section(heading);
        section.addClassName("agenda-section");
        section.getElement().setAttribute("aria-labelledby", "kop-cijfers");
        frozen.lines().stream()
                .collect(Collectors.groupingBy(FrozenLine::chapter, LinkedHashMap::new, Collectors.toList()))
                .forEach((chapter, lines) -> section.add(
                        new H3(chapter),
                        box(
                                chapter,
                                table(
                                        chapter,
                                        Stream.of(
                                                        "table.indicator",
                                                        "review.column.now",
                                                        "review.column.last-year",
                                                        "review.column.difference",
                                                        "review.column.year-to-date",
                                                        "review.column.rolling",
                                                        "review.column.rate",
                                                        "review.column.judgement")
                                                .map(words::text)
                                                .toList(),
                                        lines.stream().map(this::cells)))));
        return section;
    }

    private List<String> cells(FrozenLine line) {
        return List.of(
                line.name() + " (" + line.unit() + ")",
                (line.month() + " " + line.marks()).strip(),
                line.lastYear(),
                line.difference(),
                words.text("review.snapshot.pair", line.yearToDate(), line.yearToDateBefore()),
                words.text("review.snapshot.pair", line.rolling(), line.rollingBefore()),
                line.rate(),
                line.attention().isEmpty() ? line.judgement() : line.judgement() + "; " + line.attention());
    }

    private Div box(String name, NativeTable table) {
        Div box = new Div(table);
        box.addClassName("table-box");
        box.getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "region")
                .setAttribute("aria-label", words.text("table.box", name));
        return box;
    }

    private static NativeTable table(String caption, List<String> columns, Stream<List<String>> rows) {
        NativeTable table = new NativeTable();
        table.addClassNames("figure-table", "snapshot-table");
        table.setCaptionText(caption);
        NativeTableRow headings = new NativeTableRow();
        headings.add(ReviewTable.heading(columns.getFirst(), "col", "name"));
        columns.stream().skip(1).forEach(column -> headings.add(ReviewTable.heading(column, "col", "words")));
        table.getHead().add(headings);
        rows.forEach(cells -> {
            NativeTableRow row = new NativeTableRow(ReviewTable.heading(cells.getFirst(), "row", "name"));
            cells.stream().skip(1).map(NativeTableCell::new).forEach(row::add);
            table.getBody().add(row);
        });
        return table;
    }
}
