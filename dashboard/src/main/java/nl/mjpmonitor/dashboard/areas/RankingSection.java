package nl.mjpmonitor.dashboard.areas;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import nl.mjpmonitor.dashboard.figures.Favour;
import nl.mjpmonitor.dashboard.figures.FigureText;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.dashboard.figures.JudgementMark;
import nl.mjpmonitor.dashboard.figures.OutcomeWords;
import nl.mjpmonitor.dashboard.figures.PointMark;
import nl.mjpmonitor.dashboard.figures.RowTable;
import nl.mjpmonitor.dashboard.figures.Shown;
import nl.mjpmonitor.dashboard.ranking.AreaRanking;
import nl.mjpmonitor.warehouse.areas.Inhabitants;
import nl.mjpmonitor.warehouse.comparisons.Outcome;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue;
import nl.mjpmonitor.warehouse.statistics.FunnelPoint;

/** The same figures as on the map in a table: place, count, rate, what is normal for an area of that size, and the judgement. */
final class RankingSection extends Section {

    private static final double PER = 10_000;

    private final transient FigureWords words;
    private final transient OutcomeWords outcomes;
    private final transient Consumer<AreaChoice.Order> sort;
    private final H2 title = new H2();
    private final Paragraph intro = new Paragraph();
    private final Div tableBox = new Div();
    private final Paragraph key = new Paragraph();
    private final transient Shown<Content> shown = new Shown<>();

    private record Content(AreaChoice choice, int year, AreaRanking ranking) {}

    RankingSection(FigureWords words, Consumer<AreaChoice.Order> sort) {
        this.words = words;
        this.outcomes = new OutcomeWords(words);
        this.sort = sort;
        addClassName("ranking");
        getElement().setAttribute("aria-labelledby", "kop-rangorde");
        title.setId("kop-rangorde");
        intro.addClassName("secondary");
        key.addClassNames("remarks", "mark-key");
        add(title, intro, tableBox, key);
    }

    void show(AreaChoice choice, int year, AreaRanking ranking) {
        shown.ifOther(new Content(choice, year, ranking), () -> put(choice, year, ranking));
    }

    private void put(AreaChoice choice, int year, AreaRanking ranking) {
        Indicator indicator = choice.indicator();
        boolean isRated = indicator.perInhabitants();
        title.setText(words.text(isRated ? "areas.ranking" : "areas.ranking.count", Integer.toString(year)));
        intro.setText(words.text(isRated ? "areas.ranking.intro" : "areas.ranking.intro.count"));
        RowTable table = new RowTable(
                words.text(
                        "areas.ranking.caption",
                        indicator.name().in(words.locale()),
                        Integer.toString(year),
                        words.text("areas.order." + choice.order())),
                List.of(
                        RowTable.Column.text(words.text("crime.area")),
                        RowTable.Column.figure(words.text("areas.place")),
                        RowTable.Column.figure(words.text("chart.count")),
                        RowTable.Column.figure(words.text("rate.rate")),
                        RowTable.Column.text(words.text("chart.normal")),
                        RowTable.Column.text(words.text("table.judgement")),
                        RowTable.Column.figure(words.text("rate.inhabitants"))));
        sortable(table.columnHeading(0), AreaChoice.Order.NAAM, choice.order());
        sortable(table.columnHeading(2), AreaChoice.Order.AANTAL, choice.order());
        sortable(table.columnHeading(3), AreaChoice.Order.CIJFER, choice.order());
        Set<PointMark> marks = EnumSet.noneOf(PointMark.class);
        table.show(sorted(ranking, choice.order()).stream()
                .map(row -> {
                    marks.addAll(PointMark.of(row.known().point()));
                    return row(choice, row);
                })
                .toList());
        tableBox.removeAll();
        tableBox.add(table.inBox(words.text("table.box", title.getText())));
        key.setText(marks.stream()
                .map(each -> each.letter() + " = " + words.text(each.textKey()))
                .collect(Collectors.joining(" · ")));
        key.setVisible(!marks.isEmpty());
    }

    private void sortable(NativeTableHeaderCell heading, AreaChoice.Order order, AreaChoice.Order current) {
        String name = heading.getElement().getTextRecursively();
        NativeButton button = new NativeButton(name, click -> sort.accept(order));
        button.addClassName("sort");
        button.getElement().setAttribute("data-testid", "sorteer-" + AreaChoice.word(order));
        heading.removeAll();
        heading.add(button);
        if (order == current) {
            heading.getElement().setAttribute("aria-sort", order == AreaChoice.Order.NAAM ? "ascending" : "descending");
        }
    }

    private static List<AreaRanking.Row> sorted(AreaRanking ranking, AreaChoice.Order order) {
        return switch (order) {
            case CIJFER -> ranking.rows();
            case NAAM ->
                ranking.rows().stream()
                        .sorted(Comparator.comparing(row -> row.area().name()))
                        .toList();
            case AANTAL ->
                ranking.rows().stream()
                        .sorted(Comparator.comparingLong(RankingSection::count).reversed())
                        .toList();
        };
    }

    private static long count(AreaRanking.Row row) {
        return row.known().point().value() instanceof IndicatorValue.Counted(long count, var _) ? count : -1;
    }

    private RowTable.Row row(AreaChoice choice, AreaRanking.Row row) {
        RouterLink link = new RouterLink(row.area().name(), AreasView.class);
        link.setQueryParameters(choice.in(row.area()).parameters());
        boolean isChosen = row.area().equals(choice.area());
        if (isChosen) {
            link.getElement().setAttribute("aria-current", "true");
        }
        String code = row.area().code().value();
        return new RowTable.Row(
                link,
                List.of(
                        RowTable.Cell.text(
                                        row.place().isPresent()
                                                ? Integer.toString(row.place().getAsInt())
                                                : "")
                                .named("plaats-" + code),
                        RowTable.Cell.figure(
                                        words.value(row.known().point().value()),
                                        PointMark.of(row.known().point()))
                                .named("aantal-" + code),
                        RowTable.Cell.figure(rate(row), Set.of()).named("cijfer-" + code),
                        RowTable.Cell.text(row.normal().map(this::range).orElse("")),
                        judgement(choice.indicator(), row),
                        RowTable.Cell.text(row.known()
                                .inhabitants()
                                .map(Inhabitants::count)
                                .map(count -> words.format().count(count))
                                .orElseGet(() -> words.text("figure.unknown")))),
                isChosen);
    }

    private FigureText rate(AreaRanking.Row row) {
        return outcomes.amount(row.rate());
    }

    private RowTable.Cell judgement(Indicator indicator, AreaRanking.Row row) {
        if (row.rate() instanceof Outcome.None none) {
            Span reason = new Span(
                    indicator.perInhabitants() ? none.reason().sentence().in(words.locale()) : "");
            reason.addClassName("cell-sentence");
            return RowTable.Cell.of(reason);
        }
        JudgementMark mark = new JudgementMark();
        if (row.normal().isPresent()) {
            mark.show(
                    row.judgement(),
                    Favour.of(indicator.direction(), row.judgement().verdict()),
                    words);
        }
        return RowTable.Cell.of(mark);
    }

    private String range(FunnelPoint point) {
        return words.text(
                "indicator.range",
                words.format().inColumn(BigDecimal.valueOf(point.lowerRatePer(PER))),
                words.format().inColumn(BigDecimal.valueOf(point.upperRatePer(PER))));
    }

    /** The chosen area in words: its place and the sentence of its judgement. */
    Optional<String> sentence(AreaChoice choice, AreaRanking ranking) {
        return ranking.of(choice.area())
                .filter(row -> row.place().isPresent() && row.normal().isPresent())
                .map(row -> words.text(
                                "areas.sentence",
                                row.area().name(),
                                Integer.toString(row.place().orElseThrow()),
                                Long.toString(ranking.rows().stream()
                                        .filter(one -> one.place().isPresent())
                                        .count()))
                        + " " + row.judgement().sentence(words.locale()));
    }
}
