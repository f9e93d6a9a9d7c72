package nl.mjpmonitor.dashboard.figures;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Details that are made when a reader opens them, or takes the page along. Most readers open few of the many on a page, and a table of all
 * the figures of a chart weighs more than the chart.
 */
public final class Folded extends Details {

    private transient Optional<Supplier<? extends Component>> unmade;

    /** @param content makes what is folded up; asked once, or never */
    public Folded(String summary, Supplier<? extends Component> content) {
        unmade = Optional.of(content);
        setSummaryText(summary);
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                unfold();
            }
        });
    }

    /** Makes the content, if that was not done before. */
    public void unfold() {
        Optional<Supplier<? extends Component>> content = unmade;
        unmade = Optional.empty();
        content.map(Supplier::get).ifPresent(this::add);
    }
}
