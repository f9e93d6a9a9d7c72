package nl.mjpmonitor.dashboard.crime;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.List;
import nl.mjpmonitor.dashboard.figures.Change;
import nl.mjpmonitor.dashboard.figures.FigureNews;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.dashboard.figures.TrendCard;
import nl.mjpmonitor.dashboard.figures.YearTable;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.areas.AreaKind;
import nl.mjpmonitor.warehouse.catalogue.LocalizedText;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorGroup;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue;

/** One of the two crime tables with its remarks, and the trend of each of its rows. */
final class GroupSection extends Section {

    private final transient FigureWords words;
    private final transient IndicatorGroup group;
    private final transient List<Indicator> indicators;
    private final transient List<IndicatorLink> links = new ArrayList<>();
    private final transient List<TrendCard> cards;
    private final OrderedList notes = new OrderedList();
    private final Paragraph small = new Paragraph();
    private final Paragraph unknown = new Paragraph();
    private final H3 trendsTitle = new H3();
    private final YearTable table;

    GroupSection(IndicatorGroup group, List<Indicator> indicators, List<Integer> years, FigureWords words) {
        this.words = words;
        this.group = group;
        this.indicators = List.copyOf(indicators);
        this.cards = indicators.stream().map(this::card).toList();
        this.table = new YearTable(words, words.text("crime.column.name"), years, rows());
        table.getElement().setAttribute("data-testid", "tabel-" + group.id());
        unknown.setText(words.text("crime.unknown"));
        setId("groep-" + group.id());
        addClassName("group");
        H2 title = new H2(group.name().in(words.locale()));
        title.setId("kop-" + group.id());
        getElement().setAttribute("aria-labelledby", "kop-" + group.id());
        add(title, scrollable(), remarks(), trends(years));
    }

    private TrendCard card(Indicator indicator) {
        IndicatorLink link = new IndicatorLink(indicator, indicator.name().in(words.locale()));
        links.add(link);
        return new TrendCard(indicator, link, "trend-" + indicator.id(), words);
    }

    private List<YearTable.Row> rows() {
        List<YearTable.Row> rows = new ArrayList<>();
        for (Indicator indicator : indicators) {
            IndicatorLink link = new IndicatorLink(indicator, indicator.name().in(words.locale()));
            links.add(link);
            rows.add(new YearTable.Row(indicator, link, addNote(indicator)));
        }
        return rows;
    }

    /** @return the mark of the note in the table; empty when there is nothing to remark */
    private String addNote(Indicator indicator) {
        if (indicator.notes().stream().noneMatch(note -> note.text().isPresent())) {
            return "";
        }
        String name = indicator.name().in(words.locale());
        indicator
                .notes()
                .forEach(note -> note.text().map(this::inLanguage).ifPresent(text -> {
                    notes.add(new ListItem(words.text("crime.note", name, text)));
                }));
        return Long.toString(notes.getChildren().count());
    }

    private String inLanguage(LocalizedText text) {
        return text.in(words.locale());
    }

    /** On a narrow screen the table scrolls in its own box; the box takes focus so that the keyboard can scroll it too. */
    private Div scrollable() {
        Div box = new Div(table);
        box.addClassName("table-box");
        box.getElement().setAttribute("tabindex", "0");
        box.getElement().setAttribute("role", "region");
        box.getElement()
                .setAttribute("aria-label", words.text("table.box", group.name().in(words.locale())));
        return box;
    }

    private Div remarks() {
        Div remarks = new Div();
        remarks.addClassName("remarks");
        if (notes.getChildren().findAny().isPresent()) {
            remarks.add(notes);
        }
        remarks.add(small, unknown);
        return remarks;
    }

    private Div trends(List<Integer> years) {
        UnorderedList list = new UnorderedList();
        list.addClassName("trends");
        cards.forEach(list::add);
        nameTrends(years.getFirst(), years.getLast());
        Div trends = new Div(trendsTitle, new Paragraph(words.text("crime.trends.scale")), list);
        trends.addClassName("trends-block");
        return trends;
    }

    private void nameTrends(int first, int last) {
        trendsTitle.setText(words.text("crime.trends", Integer.toString(first), Integer.toString(last)));
    }

    void follow(CrimeSelection selection) {
        links.forEach(link -> link.follow(selection));
        for (int i = 0; i < indicators.size(); i++) {
            IndicatorId id = indicators.get(i).id();
            cards.get(i)
                    .setClassName(
                            "selected", selection.indicator().filter(id::equals).isPresent());
        }
    }

    /** The last change of each indicator, as far as both figures are known. */
    private List<Change> changes(CrimeFigures figures) {
        return indicators.stream()
                .map(indicator -> figures.years(indicator.id()))
                .flatMap(points ->
                        Change.between(
                                points.get(points.size() - 2).value(),
                                points.getLast().value())
                                .stream())
                .toList();
    }

    /** 'Maastricht: in 2023 bij 3 van de 4 categorieën meer misdrijven dan in 2022.' */
    private String finding(List<Change> changes, Area area) {
        if (changes.isEmpty()) {
            return words.text("crime.caption.unknown", area.name());
        }
        long more = changes.stream().filter(change -> change.difference() > 0).count();
        return words.text(
                "crime.caption",
                area.name(),
                Integer.toString(CrimeSubject.LAST_YEAR),
                Long.toString(more),
                Integer.toString(changes.size()),
                Integer.toString(CrimeSubject.LAST_YEAR - 1));
    }

    private boolean hasUnknown(CrimeFigures figures) {
        return indicators.stream()
                .flatMap(indicator -> figures.years(indicator.id()).stream())
                .anyMatch(point -> point.value() instanceof IndicatorValue.Unknown);
    }

    /** Shows the figures and returns what changed; nothing unless it is news. */
    List<FigureNews> show(CrimeFigures figures, Area area, boolean isNews) {
        boolean isPublished = area.kind() == AreaKind.GEMEENTE;
        List<Change> changes = changes(figures);
        table.setCaptionText(finding(changes, area));
        small.setVisible(changes.stream().anyMatch(Change::isSmall));
        small.setText(words.text(isPublished ? "crime.small.published" : "crime.small"));
        unknown.setVisible(hasUnknown(figures));
        for (int i = 0; i < indicators.size(); i++) {
            List<IndicatorPoint> trend = figures.trend(indicators.get(i).id());
            cards.get(i).show(trend);
            nameTrends(
                    trend.getFirst().period().year(), trend.getLast().period().year());
        }
        return table.show(figures.byYear(), isPublished, isNews);
    }
}
