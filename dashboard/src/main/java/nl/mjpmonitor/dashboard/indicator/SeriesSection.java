package nl.mjpmonitor.dashboard.indicator;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.mjpmonitor.dashboard.duiding.DuidingState;
import nl.mjpmonitor.dashboard.figures.AxisScale;
import nl.mjpmonitor.dashboard.figures.Favour;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.dashboard.figures.Folded;
import nl.mjpmonitor.dashboard.figures.IndicatorChart;
import nl.mjpmonitor.dashboard.figures.JudgementMark;
import nl.mjpmonitor.dashboard.figures.PointMark;
import nl.mjpmonitor.dashboard.figures.RowTable;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue;
import nl.mjpmonitor.warehouse.indicators.Unit;
import nl.mjpmonitor.warehouse.periods.Period;
import nl.mjpmonitor.warehouse.periods.PeriodGrain;
import nl.mjpmonitor.warehouse.statistics.Judgement;
import nl.mjpmonitor.warehouse.statistics.Limits;

/** The series as a chart with what happened and what was written, and as a table. */
final class SeriesSection extends Section {

    private final transient FigureWords words;
    private final transient Indicator indicator;
    private final JudgementMark mark = new JudgementMark();
    private final Paragraph finding = new Paragraph();
    private final Paragraph judgement = new Paragraph();
    private final Paragraph beyond = new Paragraph();
    private final Paragraph missing = new Paragraph();
    private final Paragraph key = new Paragraph();
    private final IndicatorChart chart;
    private final Div picture = new Div();
    private final UnorderedList legend = new UnorderedList();
    private final Div happened = new Div();
    private final Div tableBox = new Div();
    private transient Optional<Content> shown = Optional.empty();
    private boolean isTableMade;

    SeriesSection(Indicator indicator, FigureWords words) {
        this.indicator = indicator;
        this.words = words;
        this.chart = new IndicatorChart(words, indicator.name().in(words.locale()), indicator.exceptionalYears());
        addClassName("series");
        getElement().setAttribute("aria-labelledby", "kop-verloop");
        H2 title = new H2(words.text("indicator.series"));
        title.setId("kop-verloop");
        finding.addClassName("finding");
        finding.getElement().setAttribute("data-testid", "bevinding");
        judgement.addClassName("judgement-sentence");
        beyond.addClassName("secondary");
        missing.addClassName("chart-missing");
        missing.setText(words.text("indicator.series.none"));
        missing.setVisible(false);
        key.addClassNames("remarks", "mark-key");
        chart.getElement().setAttribute("data-testid", "grafiek-reeks");
        legend.addClassName("chart-legend");
        picture.add(chart, legend);
        Folded table = new Folded(words.text("panel.show-table"), this::table);
        table.getElement().setAttribute("data-testid", "toon-tabel");
        add(title, finding, mark, judgement, picture, missing, beyond, happened, table, key);
    }

    /** What the section shows. */
    record Content(IndicatorChoice choice, ControlledSeries series, Timeline timeline, List<Annotation> annotations) {

        Content {
            annotations = List.copyOf(annotations);
        }

        /** The figures of the months that the reader chose; without a choice up to the newest figure. */
        List<ControlledSeries.Controlled> inSight() {
            Optional<YearMonth> from = from();
            Optional<YearMonth> to = to();
            return series.points().stream()
                    .filter(one -> from.map(first ->
                                            !one.point().period().lastMonth().isBefore(first))
                                    .orElse(false)
                            && to.map(last -> !one.point().period().lastMonth().isAfter(last))
                                    .orElse(false))
                    .toList();
        }

        Optional<YearMonth> from() {
            return choice.from().or(() -> known().findFirst().map(Period::firstMonth));
        }

        Optional<YearMonth> to() {
            return choice.to()
                    .or(() -> known().reduce((first, second) -> second).map(Period::lastMonth));
        }

        private Stream<Period> known() {
            return series.points().stream()
                    .map(ControlledSeries.Controlled::point)
                    .filter(ControlledSeries::isKnown)
                    .map(IndicatorPoint::period);
        }
    }

    void show(Content content) {
        List<ControlledSeries.Controlled> inSight = content.inSight();
        boolean isKnown = inSight.stream().anyMatch(one -> ControlledSeries.isKnown(one.point()));
        picture.setVisible(isKnown);
        missing.setVisible(!isKnown);
        Optional<ControlledSeries.Controlled> newest = new ControlledSeries(inSight).newestKnown();
        say(newest, content);
        if (isKnown) {
            chart.show(picture(content, inSight), describe(newest, inSight));
            explain(inSight);
        }
        list(content);
        key(inSight);
        shown = Optional.of(content);
        if (isTableMade) {
            fillTable(content);
        }
    }

    private void key(List<ControlledSeries.Controlled> inSight) {
        Set<PointMark> marks = EnumSet.noneOf(PointMark.class);
        inSight.forEach(one -> marks.addAll(PointMark.of(one.point())));
        key.setText(marks.stream()
                .map(each -> each.letter() + " = " + words.text(each.textKey()))
                .collect(Collectors.joining(" · ")));
        key.setVisible(!marks.isEmpty());
    }

    private void say(Optional<ControlledSeries.Controlled> newest, Content content) {
        finding.setText(newest.map(one -> words.text(
                        "indicator.finding",
                        one.point().period().label(words.locale()),
                        words.amount(one.point().value(), indicator.unit())))
                .orElseGet(() -> words.text(
                        "indicator.finding.none", content.choice().area().name())));
        Optional<Judgement> judged = newest.flatMap(ControlledSeries.Controlled::judgement);
        mark.setVisible(false);
        judged.ifPresent(one -> mark.show(one, Favour.of(indicator.direction(), one.verdict()), words));
        judgement.setText(judged.map(one -> one.sentence(words.locale()))
                .orElseGet(() -> newest.isPresent() ? words.text("indicator.judgement.rolling") : ""));
        judgement.setVisible(!judgement.getText().isEmpty());
        Optional<Period> last = content.series().points().stream()
                .map(one -> one.point().period())
                .reduce((first, second) -> second);
        boolean isBehind = content.choice().to().isEmpty()
                && last.isPresent()
                && newest.filter(one -> one.point().period().equals(last.get())).isEmpty();
        beyond.setVisible(isBehind && newest.isPresent());
        beyond.setText(newest.map(one -> words.text(
                        "indicator.series.beyond",
                        one.point().period().label(words.locale()),
                        last.map(period -> period.label(words.locale())).orElse("")))
                .orElse(""));
    }

    private IndicatorChart.Content picture(Content content, List<ControlledSeries.Controlled> inSight) {
        List<Timeline.Event> onChart = content.timeline().onChart();
        int before = content.timeline().events().size() - onChart.size();
        List<IndicatorChart.Event> events = new ArrayList<>();
        for (int i = 0; i < onChart.size(); i++) {
            events.add(new IndicatorChart.Event(onChart.get(i).first(), before + i + 1));
        }
        return new IndicatorChart.Content(
                inSight.stream()
                        .map(one -> new IndicatorChart.Point(
                                one.point().period(),
                                one.point().value(),
                                one.stretch(),
                                one.limits(),
                                one.isOutside(),
                                Annotation.about(
                                                content.annotations(),
                                                one.point().period())
                                        .map(Annotation::letter)
                                        .orElse("")))
                        .toList(),
                indicator.breaks(),
                events,
                content.from().orElseThrow(),
                content.to().orElseThrow(),
                scale(content.series()));
    }

    /** The same whatever months are in sight. */
    private AxisScale scale(ControlledSeries series) {
        List<Double> values = new ArrayList<>();
        series.points().forEach(one -> {
            number(one.point().value()).ifPresent(values::add);
            one.limits().ifPresent(limits -> values.addAll(List.of(limits.lower(), limits.upper())));
        });
        return AxisScale.of(
                values, indicator.unit() != Unit.CIJFER, indicator.unit().isWhole());
    }

    private static Optional<Double> number(IndicatorValue value) {
        return switch (value) {
            case IndicatorValue.Counted(long count, var _) -> Optional.of((double) count);
            case IndicatorValue.Measured measured ->
                Optional.of(measured.value().doubleValue());
            case IndicatorValue.Unknown _, IndicatorValue.Suppressed _, IndicatorValue.NotApplicable _ ->
                Optional.empty();
        };
    }

    private String describe(Optional<ControlledSeries.Controlled> newest, List<ControlledSeries.Controlled> inSight) {
        String extremes = words.extremes(
                        inSight.stream().map(ControlledSeries.Controlled::point).toList(),
                        point -> point.period().label(words.locale()))
                .orElse("");
        String said = newest.flatMap(ControlledSeries.Controlled::judgement)
                .map(one -> one.word(words.locale()) + ". ")
                .orElse("");
        return (indicator.name().in(words.locale()) + ". " + finding.getText() + " " + said + extremes).strip();
    }

    /** What the signs in the chart mean, as far as they are in it. */
    private void explain(List<ControlledSeries.Controlled> inSight) {
        legend.removeAll();
        if (inSight.stream().anyMatch(one -> one.limits().isPresent())) {
            legend.add(sample("normal", "legend.normal"), sample("centre", "legend.centre"));
        }
        if (inSight.stream().anyMatch(ControlledSeries.Controlled::isOutside)) {
            legend.add(sample("unusual", "legend.unusual"));
        }
        if (inSight.stream().anyMatch(one -> PointMark.of(one.point()).contains(PointMark.PROVISIONAL))) {
            legend.add(sample("provisional", "legend.provisional"));
        }
        if (!indicator.exceptionalYears().isEmpty()) {
            legend.add(sample("exceptional", "legend.exceptional"));
        }
        if (inSight.stream().anyMatch(one -> !ControlledSeries.isKnown(one.point()))) {
            legend.add(sample("gap", "legend.gap"));
        }
    }

    private ListItem sample(String kind, String textKey) {
        Span sample = new Span();
        sample.addClassNames("sample", kind);
        sample.getElement().setAttribute("aria-hidden", "true");
        return new ListItem(sample, new Span(words.text(textKey)));
    }

    private void list(Content content) {
        happened.removeAll();
        if (!content.timeline().events().isEmpty()) {
            OrderedList events = new OrderedList();
            events.addClassName("timeline");
            events.getElement().setAttribute("data-testid", "tijdlijn");
            content.timeline().events().forEach(event -> events.add(new ListItem(sentence(event))));
            happened.add(new H3(words.text("indicator.timeline")), events);
            if (content.timeline().events().size() > Timeline.MOST_LINES) {
                happened.add(
                        new Paragraph(words.text("indicator.timeline.more", Integer.toString(Timeline.MOST_LINES))));
            }
        }
        if (!content.annotations().isEmpty()) {
            UnorderedList texts = new UnorderedList();
            texts.addClassName("annotations");
            texts.getElement().setAttribute("data-testid", "annotaties");
            content.annotations()
                    .forEach(annotation -> annotation.duidingen().forEach(duiding -> {
                        Span letter = new Span(annotation.letter());
                        letter.addClassName("letter");
                        String state = duiding.current().state() == DuidingState.CONCEPT
                                ? " (" + words.text("duiding.state.CONCEPT") + ")"
                                : "";
                        texts.add(new ListItem(
                                letter,
                                new Span(annotation.period().label(words.locale()) + state + ": "
                                        + duiding.current().text())));
                    }));
            happened.add(new H3(words.text("indicator.annotations")), texts);
        }
    }

    private String sentence(Timeline.Event event) {
        String when = Period.span(event.first(), event.last()).monthCount() == 1
                ? new Period(PeriodGrain.MONTH, event.first()).label(words.locale())
                : Period.span(event.first(), event.last()).label(words.locale());
        OptionalLong count = event.count();
        String what = count.isPresent()
                ? words.text("timeline." + event.kind(), words.format().count(count.getAsLong()))
                : event.name();
        String demonstration = event.isDemonstration() ? " (" + words.text("indicator.demonstration") + ")" : "";
        return when + ": " + what + demonstration;
    }

    private Div table() {
        isTableMade = true;
        shown.ifPresent(this::fillTable);
        return tableBox;
    }

    private void fillTable(Content content) {
        RowTable table = new RowTable(
                words.text(
                        "indicator.table",
                        indicator.name().in(words.locale()),
                        content.choice().area().name(),
                        words.unit(indicator.unit())),
                List.of(
                        RowTable.Column.text(words.text("table.period")),
                        RowTable.Column.figure(words.text("table.value")),
                        RowTable.Column.figure(words.text("chart.normal")),
                        RowTable.Column.text(words.text("table.judgement"))));
        List<RowTable.Row> rows = new ArrayList<>();
        for (ControlledSeries.Controlled one : content.inSight().reversed()) {
            rows.add(RowTable.Row.of(
                    one.point().period().label(words.locale()),
                    List.of(
                            RowTable.Cell.figure(words.value(one.point().value()), PointMark.of(one.point()))
                                    .named(indicator.id() + "-"
                                            + one.point().period().label()),
                            RowTable.Cell.text(one.limits().map(this::range).orElse("")),
                            RowTable.Cell.text(word(one)))));
        }
        table.show(rows);
        tableBox.removeAll();
        tableBox.add(table.inBox(words.text("table.box", words.text("indicator.series"))));
    }

    private String word(ControlledSeries.Controlled one) {
        boolean isExceptional = indicator
                .exceptionalYears()
                .contains(one.point().period().lastMonth().getYear());
        return isExceptional
                ? words.text("legend.exceptional")
                : one.judgement().map(said -> said.word(words.locale())).orElse("");
    }

    /** Counts are whole, so the normal ones are those within the limits. */
    private String range(Limits limits) {
        if (indicator.unit().isWhole()) {
            long lowest = (long) Math.ceil(limits.lower());
            long highest = (long) Math.floor(limits.upper());
            return words.text(
                    "indicator.range",
                    words.format().count(lowest),
                    words.format().count(Math.max(lowest, highest)));
        }
        return words.text(
                "indicator.range",
                words.format().decimal(BigDecimal.valueOf(limits.lower())),
                words.format().decimal(BigDecimal.valueOf(limits.upper())));
    }
}
