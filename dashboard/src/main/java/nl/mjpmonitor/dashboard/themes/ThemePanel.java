package nl.mjpmonitor.dashboard.themes;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.dashboard.figures.PointMark;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.SeriesRequest;

/** One section of the page of a theme: a heading, what to know, the figures, the key of their marks, and what they mean. */
abstract class ThemePanel extends Section {

    private final transient Scene scene;
    private final String title;
    private final Paragraph key = new Paragraph();
    private final Definitions definitions;

    /**
     * A panel without its figures.
     *
     * @param id part of its address
     * @param text what to know; empty for nothing
     * @param indicators what it shows
     */
    ThemePanel(String id, String title, String text, List<Indicator> indicators, Scene scene) {
        this.scene = scene;
        this.title = title;
        this.definitions = new Definitions(indicators, scene.words());
        setId(id);
        addClassNames("group", "theme-panel");
        getElement().setAttribute("aria-labelledby", "kop-" + id);
        H2 heading = new H2(title);
        heading.setId("kop-" + id);
        heading.getElement().setAttribute("tabindex", "-1");
        add(heading);
        if (!text.isEmpty()) {
            Paragraph about = new Paragraph(text);
            about.addClassNames("secondary", "panel-text");
            add(about);
        }
        key.addClassNames("remarks", "mark-key");
        key.setVisible(false);
    }

    /** Puts the figures between the heading and what they mean. */
    final void compose(Component... figures) {
        add(figures);
        add(key, definitions);
    }

    final Scene scene() {
        return scene;
    }

    final FigureWords words() {
        return scene.words();
    }

    final String title() {
        return title;
    }

    /** What must be asked to show it. */
    abstract Stream<SeriesRequest> requests();

    /** Shows the figures and returns their marks. */
    abstract Set<PointMark> show(Figures figures, boolean isNews);

    final void show(Figures figures, Instant readAt, boolean isNews) {
        Set<PointMark> marks = show(figures, isNews);
        key.setText(marks.stream()
                .sorted()
                .map(mark -> mark.letter() + " = " + words().text(mark.textKey()))
                .collect(Collectors.joining(" · ")));
        key.setVisible(!marks.isEmpty());
        definitions.showReadAt(readAt);
    }

    /** On a narrow screen a table scrolls in its own box; the box takes focus so that the keyboard can scroll it too. */
    final Div scrollable(Component table) {
        return scrollable(table, title);
    }

    /** A box with this table among others, by its own name. */
    final Div scrollable(Component table, String name) {
        Div box = new Div(table);
        box.addClassName("table-box");
        box.getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "region")
                .setAttribute("aria-label", words().text("table.box", name));
        return box;
    }
}
