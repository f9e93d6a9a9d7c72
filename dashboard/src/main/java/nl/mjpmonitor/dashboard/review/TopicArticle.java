package nl.mjpmonitor.dashboard.review;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Optional;
import nl.mjpmonitor.dashboard.duiding.DuidingPanel;
import nl.mjpmonitor.dashboard.duiding.DuidingPanels;
import nl.mjpmonitor.dashboard.figures.Folded;
import nl.mjpmonitor.dashboard.figures.IndicatorDefinition;
import nl.mjpmonitor.dashboard.figures.MonthChart;
import nl.mjpmonitor.dashboard.figures.MonthTable;
import nl.mjpmonitor.dashboard.figures.Shown;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;

/** One subject: finding, chart, areas, explanation, and what is asked and decided. */
final class TopicArticle extends Article {

    private final transient ReviewWords words;
    private final transient Indicator indicator;
    private final H3 finding = new H3();
    private final Paragraph sentence = new Paragraph();
    private final MonthChart chart;
    private transient Optional<Div> table = Optional.empty();
    private final Div parts = new Div();
    private final IndicatorDefinition definition;
    private final AgendaText request;
    private final AgendaText decision;
    private final Paragraph notChosen;
    private final transient Shown<ReviewLine> shown = new Shown<>();
    private final transient Shown<List<PartFigure>> shownParts = new Shown<>();

    TopicArticle(Indicator indicator, ReviewKey key, ReviewWords words, DuidingPanels panels, AgendaWriter writer) {
        this.words = words;
        this.indicator = indicator;
        this.chart = new MonthChart(words.words(), indicator.exceptionalYears());
        this.definition = new IndicatorDefinition(indicator, words.words());
        addClassName("topic");
        getElement().setAttribute("data-testid", "onderwerp-" + indicator.id());
        DuidingPanel duiding = panels.panelOf(words.name(indicator), words.words());
        duiding.show(indicator.id(), key.area(), List.of(key.period()));
        request = new AgendaText(
                words,
                "review.topic.request",
                "besluit-gevraagd-" + indicator.id(),
                text -> writer.write(content -> content.withTopic(indicator.id(), topic -> topic.asking(text))));
        decision = new AgendaText(
                words,
                "review.topic.decision",
                "besluit-" + indicator.id(),
                text -> writer.write(content -> content.withTopic(indicator.id(), topic -> topic.deciding(text))));
        notChosen = new Paragraph(words.text("review.topic.suggested"));
        notChosen.addClassNames("secondary", "topic-suggested");
        finding.addClassName("topic-finding");
        String areas = words.text("review.topic.areas");
        Div picture = new Div(chart);
        picture.addClassName("topic-chart");
        add(
                finding,
                sentence,
                new IndicatorAnchor(indicator, key.area(), words.text("review.to-indicator.of", words.name(indicator))),
                picture,
                new Folded(words.text("panel.show-table"), this::table),
                new H4(areas),
                scrollable(parts, words.name(indicator) + ", " + areas),
                duiding,
                notChosen,
                request,
                decision,
                details("panel.definition", definition));
    }

    private Details details(String key, Component content) {
        return new Details(words.text(key), content);
    }

    private Div scrollable(Div content, String name) {
        Div box = new Div(content);
        box.addClassName("table-box");
        box.getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "region")
                .setAttribute("aria-label", words.text("table.box", name));
        return box;
    }

    Indicator indicator() {
        return indicator;
    }

    void show(Review review, ReviewLine line) {
        shown.ifOther(line, () -> put(line));
        shownParts.ifOther(review.partsOf(indicator.id()), () -> {
            parts.removeAll();
            parts.add(partTable(words, review, line));
        });
        definition.showReadAt(review.readAt());
        boolean mayRead = review.papers().mayDo(ReviewRight.READ);
        boolean mayWrite = review.papers().mayDo(ReviewRight.WRITE) && review.isChosen();
        notChosen.setVisible(mayRead && !review.isChosen());
        request.setVisible(mayRead && review.isChosen());
        decision.setVisible(mayRead && review.isChosen());
        review.papers().agenda().content().topic(indicator.id()).ifPresent(topic -> {
            request.show(topic.request(), mayWrite);
            decision.show(topic.decision(), mayWrite);
        });
    }

    private void put(ReviewLine line) {
        finding.setText(words.finding(line));
        sentence.setText(words.sentence(line));
        chart.show(line.course(), chartWords(words, line));
        table.ifPresent(made -> fill(made, line));
    }

    private Div table() {
        Div made = new Div();
        table = Optional.of(made);
        shown.now().ifPresent(line -> fill(made, line));
        return scrollable(made, words.name(indicator));
    }

    private void fill(Div made, ReviewLine line) {
        made.removeAll();
        made.add(courseTable(words, line));
    }

    /** What the chart says to who does not see it. */
    static String chartWords(ReviewWords words, ReviewLine line) {
        String extremes = words.words()
                .extremes(line.course(), point -> words.period(point.period()))
                .orElse("");
        return (words.finding(line) + ". " + extremes).strip();
    }

    /** The figures of the chart. */
    static MonthTable courseTable(ReviewWords words, ReviewLine line) {
        List<Integer> years = line.course().stream()
                .map(IndicatorPoint::period)
                .map(period -> period.year())
                .distinct()
                .toList();
        MonthTable table = new MonthTable(
                words.words(),
                words.text("panel.table", words.name(line.indicator())),
                "verloop-" + line.indicator().id(),
                years);
        table.getElement().getClassList().add("course-table");
        table.show(line.course(), false);
        return table;
    }

    static Component partTable(ReviewWords words, Review review, ReviewLine line) {
        List<PartFigure> figures = review.partsOf(line.indicator().id());
        return figures.isEmpty() ? new Paragraph(words.text("review.parts.none")) : new PartTable(words, line, figures);
    }
}
