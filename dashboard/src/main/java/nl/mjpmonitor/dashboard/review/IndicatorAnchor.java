package nl.mjpmonitor.dashboard.review;

import com.vaadin.flow.component.html.Anchor;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.indicators.Indicator;

/** The name of an indicator as the way to everything about it. */
final class IndicatorAnchor extends Anchor {

    IndicatorAnchor(Indicator indicator, AreaCode area, String text) {
        super("indicator/" + indicator.id() + "?gebied=" + area, text);
        addClassName("indicator-link");
        // stays within the application: no page is loaded anew
        getElement().setAttribute("router-link", true);
    }
}
