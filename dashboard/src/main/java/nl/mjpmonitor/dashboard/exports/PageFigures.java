package nl.mjpmonitor.dashboard.exports;

import com.vaadin.flow.component.Component;
import java.time.Instant;
import java.util.List;
import nl.mjpmonitor.warehouse.indicators.Confidentiality;
import nl.mjpmonitor.warehouse.indicators.SeriesRequest;

/**
 * A page as it is shown to a reader. What is not on the screen is not in it.
 *
 * @param name start of the name of a file of it: what the page is about and what was chosen on it, in lower case with hyphens
 * @param title heading of the page
 * @param subtitle area and period, or what else was chosen; may be empty
 * @param peildatum its figures were known to be the newest at this moment
 * @param asked the series that it shows
 * @param confidentiality the least that it has, whatever its figures
 * @param content what is read, in the order of reading
 */
public record PageFigures(
        String name,
        String title,
        String subtitle,
        Instant peildatum,
        List<SeriesRequest> asked,
        Confidentiality confidentiality,
        Component content) {

    public PageFigures {
        asked = List.copyOf(asked);
    }

    /** A page of nothing but figures: it is as confidential as they are. */
    public static PageFigures of(
            String name,
            String title,
            String subtitle,
            Instant peildatum,
            List<SeriesRequest> asked,
            Component content) {
        return new PageFigures(name, title, subtitle, peildatum, asked, Confidentiality.OPENBAAR, content);
    }
}
