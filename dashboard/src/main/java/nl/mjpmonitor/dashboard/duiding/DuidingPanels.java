package nl.mjpmonitor.dashboard.duiding;

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
        return new DuidingPanel(service, store, words);
    }
}
