package nl.mjpmonitor.dashboard.signals;

import nl.mjpmonitor.dashboard.figures.FigureWords;
import org.springframework.stereotype.Component;

/** Makes an {@link OpenSignals} panel for a view. */
@Component
public class OpenSignalsPanels {

    private final SignalService service;
    private final LiveSignals live;

    OpenSignalsPanels(SignalService service, LiveSignals live) {
        this.service = service;
        this.live = live;
    }

    /** A panel about everything that the reader may see; {@link OpenSignals#about} narrows it. */
    public OpenSignals panel(FigureWords words) {
        return new OpenSignals(service, live, words);
    }
}
