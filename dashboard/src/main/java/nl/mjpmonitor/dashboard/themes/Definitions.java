package nl.mjpmonitor.dashboard.themes;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.dashboard.figures.IndicatorDefinition;
import nl.mjpmonitor.warehouse.indicators.Indicator;

/** What the figures of a panel mean, made when a reader opens it: most readers open few of the many on a page. */
final class Definitions extends Details {

    private final transient List<Indicator> indicators;
    private final transient FigureWords words;
    private final Div all = new Div();
    private final transient List<IndicatorDefinition> made = new ArrayList<>();
    private transient Optional<Instant> readAt = Optional.empty();

    Definitions(List<Indicator> indicators, FigureWords words) {
        this.indicators = List.copyOf(indicators);
        this.words = words;
        all.addClassName("definitions");
        setSummaryText(words.text("themes.definitions"));
        add(all);
        addOpenedChangeListener(change -> {
            if (change.isOpened() && made.isEmpty()) {
                make();
            }
        });
    }

    private void make() {
        indicators.forEach(indicator -> {
            IndicatorDefinition definition = new IndicatorDefinition(indicator, words);
            readAt.ifPresent(definition::showReadAt);
            made.add(definition);
            all.add(new H3(indicator.name().in(words.locale())), definition);
        });
    }

    void showReadAt(Instant moment) {
        readAt = Optional.of(moment);
        made.forEach(definition -> definition.showReadAt(moment));
    }
}
