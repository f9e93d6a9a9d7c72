package nl.mjpmonitor.dashboard.figures;

import com.vaadin.flow.component.html.Anchor;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;

/** A link to the page with everything about one figure. */
public final class FigureLink extends Anchor {

    /** @param text what it is called here, mostly the name of the indicator */
    public FigureLink(IndicatorId indicator, AreaCode area, String text) {
        super(address(indicator, area), text);
        addClassName("figure-link");
    }

    /** The address of the page, from the root of the dashboard. */
    public static String address(IndicatorId indicator, AreaCode area) {
        return "indicator/" + indicator + "?gebied=" + URLEncoder.encode(area.value(), StandardCharsets.UTF_8);
    }
}
