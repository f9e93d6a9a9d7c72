package nl.mjpmonitor.dashboard.crime;

import com.vaadin.flow.router.RouterLink;
import nl.mjpmonitor.warehouse.indicators.Indicator;

/** An indicator's name that opens the indicator in detail. */
final class IndicatorLink extends RouterLink {

    private final transient Indicator indicator;

    IndicatorLink(Indicator indicator, String text) {
        super(text, CrimeView.class);
        this.indicator = indicator;
        addClassName("indicator-link");
    }

    void follow(CrimeSelection selection) {
        setQueryParameters(selection.with(indicator).parameters());
        boolean isShown = selection.indicator().filter(indicator.id()::equals).isPresent();
        if (isShown) {
            getElement().setAttribute("aria-current", "true");
        } else {
            getElement().removeAttribute("aria-current");
        }
    }
}
