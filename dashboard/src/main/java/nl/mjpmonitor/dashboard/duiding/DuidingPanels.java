package nl.mjpmonitor.dashboard.duiding;

import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.H4;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.dashboard.store.StoreSight;
import org.springframework.stereotype.Component;

/** Makes a {@link DuidingPanel} for a view. */
@Component
public class DuidingPanels {

    private final DuidingService service;
    private final StoreSight store;

    DuidingPanels(DuidingService service, StoreSight store) {
        this.service = service;
        this.store = store;
    }

    /** A panel to place beside a figure; it shows nothing until it is told which figure. */
    public DuidingPanel panel(FigureWords words) {
        String title = words.text("duiding.title");
        return new DuidingPanel(service, store, words, new H3(title), title);
    }

    /**
     * The same for a page with several, each below a heading of its own.
     *
     * @param name what the figure is called
     */
    public DuidingPanel panelOf(String name, FigureWords words) {
        return new DuidingPanel(
                service, store, words, new H4(words.text("duiding.title")), words.text("duiding.title.of", name));
    }
}
