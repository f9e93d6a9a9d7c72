package nl.mjpmonitor.dashboard.overview;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.mjpmonitor.dashboard.figures.FigureLink;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.dashboard.figures.JudgementMark;
import nl.mjpmonitor.warehouse.indicators.IndicatorTheme;

/** One row a theme: what is unusual in it, its open signals and how its actions stand. */
final class GlanceTable extends Div {

    private final transient FigureWords words;
    private final NativeTable table = new NativeTable();
    private final transient Map<String, NativeTableCell> unusual = new LinkedHashMap<>();

    GlanceTable(FigureWords words) {
        this.words = words;
        addClassNames("table-box", "glance");
        getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "region")
                .setAttribute("aria-label", words.text("table.box", words.text("overview.glance")));
        table.addClassName("plain");
        table.getElement().setAttribute("data-testid", "tabel-overzicht");
        table.setCaptionText(words.text("overview.glance.caption"));
        NativeTableRow columns = new NativeTableRow();
        for (String column : List.of(
                words.text("overview.theme"),
                words.text("overview.unusual"),
                words.text("overview.signals"),
                words.text("overview.actions"))) {
            columns.add(heading(column, "col"));
        }
        table.getHead().add(columns);
        add(table);
    }

    /** Adds a theme; what is unusual in it follows by {@link #show}. */
    void row(IndicatorTheme theme, String signals, String actions) {
        NativeTableHeaderCell name = heading("", "row");
        Anchor jump = new Anchor("#thema-" + theme.id(), theme.name().in(words.locale()));
        jump.setRouterIgnore(true);
        // followed as a link it would leave the view: addresses here start at the root
        jump.getElement()
                .executeJs(
                        "this.addEventListener('click', e => { e.preventDefault();"
                                + " document.getElementById($0)?.focus(); document.getElementById($0)?.scrollIntoView(); });",
                        "thema-" + theme.id());
        name.add(jump);
        NativeTableCell found = new NativeTableCell();
        found.getElement().setAttribute("data-testid", "ongewoon-" + theme.id());
        unusual.put(theme.id(), found);
        table.getBody()
                .add(new NativeTableRow(name, found, new NativeTableCell(signals), new NativeTableCell(actions)));
    }

    /** Shows what is unusual in a theme. */
    void show(IndicatorTheme theme, List<ThemeCard.Unusual> found, boolean isAnythingKnown) {
        NativeTableCell cell = unusual.get(theme.id());
        if (cell == null) {
            return;
        }
        cell.removeAll();
        if (found.isEmpty()) {
            Span none = new Span(words.text(isAnythingKnown ? "overview.unusual.none" : "overview.unusual.unknown"));
            none.addClassName("secondary");
            cell.add(none);
        }
        found.forEach(one -> {
            JudgementMark mark = new JudgementMark();
            mark.show(one.judgement(), one.favour(), words);
            Div line = new Div(
                    new FigureLink(
                            one.indicator().id(),
                            one.area(),
                            one.indicator().name().in(words.locale())),
                    mark);
            line.addClassName("glance-line");
            cell.add(line);
        });
    }

    private static NativeTableHeaderCell heading(String text, String scope) {
        NativeTableHeaderCell heading = new NativeTableHeaderCell(text);
        heading.getElement().setAttribute("scope", scope);
        return heading;
    }
}
