package nl.mjpmonitor.dashboard.indicator;

import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;

/** The way to the page of an indicator: every figure on the screen links to it. */
public final class IndicatorLinks {

    private IndicatorLinks() {}

    /** A link with this text to all about an indicator in an area. */
    public static RouterLink link(String text, IndicatorId indicator, AreaCode area) {
        RouterLink link =
                new RouterLink(text, IndicatorView.class, new RouteParameters(IndicatorChoice.ID, indicator.value()));
        link.setQueryParameters(QueryParameters.of(IndicatorChoice.AREA, area.value()));
        link.addClassName("indicator-link");
        return link;
    }
}
