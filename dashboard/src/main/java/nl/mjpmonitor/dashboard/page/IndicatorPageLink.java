package nl.mjpmonitor.dashboard.page;

import com.vaadin.flow.component.html.Anchor;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.indicators.Indicator;

/** An indicator's name as the way to everything about it: its long series, definition, source, peildatum and duiding. */
public final class IndicatorPageLink extends Anchor {

    /** Links to the indicator in an area; where it is not defined for that kind of area, to what it says of itself. */
    public IndicatorPageLink(Indicator indicator, Area area, FigureWords words) {
        super(
                "indicator/" + indicator.id() + "?" + AreaFilter.PARAMETER + "=" + area.code(),
                indicator.name().in(words.locale()));
        addClassName("indicator-link");
    }
}
