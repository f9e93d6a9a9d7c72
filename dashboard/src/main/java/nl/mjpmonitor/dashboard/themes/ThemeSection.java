package nl.mjpmonitor.dashboard.themes;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.dashboard.figures.IndicatorDefinition;
import nl.mjpmonitor.dashboard.figures.PeriodTable;
import nl.mjpmonitor.dashboard.figures.PointMark;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorGroup;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.periods.Period;

/** One group of a theme: its figures, the key of their marks, and what each means. */
final class ThemeSection extends Section {

    private final transient FigureWords words;
    private final PeriodTable table;
    private final Paragraph key = new Paragraph();
    private final transient List<IndicatorDefinition> definitions;

    ThemeSection(IndicatorGroup group, List<Indicator> indicators, List<Period> periods, FigureWords words) {
        this.words = words;
        String name = group.name().in(words.locale());
        setId("groep-" + group.id());
        addClassName("group");
        getElement().setAttribute("aria-labelledby", "kop-" + group.id());
        H2 title = new H2(name);
        title.setId("kop-" + group.id());
        Map<Indicator, Component> headings = new LinkedHashMap<>();
        indicators.forEach(
                indicator -> headings.put(indicator, new Span(indicator.name().in(words.locale()))));
        table = new PeriodTable(words, words.text("themes.caption", name), periods, headings);
        definitions = indicators.stream()
                .map(indicator -> new IndicatorDefinition(indicator, words))
                .toList();
        key.addClassNames("remarks", "mark-key");
        add(title, scrollable(name), key, explanation(indicators));
    }

    /** On a narrow screen the table scrolls in its own box; the box takes focus so that the keyboard can scroll it too. */
    private Div scrollable(String name) {
        Div box = new Div(table);
        box.addClassName("table-box");
        box.getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "region")
                .setAttribute("aria-label", words.text("table.box", name));
        return box;
    }

    private Details explanation(List<Indicator> indicators) {
        Div all = new Div();
        all.addClassName("definitions");
        for (int i = 0; i < indicators.size(); i++) {
            all.add(new H3(indicators.get(i).name().in(words.locale())), definitions.get(i));
        }
        return new Details(words.text("themes.definitions"), all);
    }

    void show(Map<IndicatorId, List<IndicatorPoint>> figures, Instant readAt, boolean isNews) {
        Set<PointMark> marks = table.show(figures, isNews);
        key.setText(marks.stream()
                .map(mark -> mark.letter() + " = " + words.text(mark.textKey()))
                .collect(Collectors.joining(" · ")));
        key.setVisible(!marks.isEmpty());
        definitions.forEach(definition -> definition.showReadAt(readAt));
    }
}
