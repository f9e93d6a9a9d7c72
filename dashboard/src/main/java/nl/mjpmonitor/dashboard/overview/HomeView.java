package nl.mjpmonitor.dashboard.overview;

import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

/** The way in. An address with an indicator in it was sent when the tables of criminality stood here, and still leads to them. */
@Route("")
@PermitAll
class HomeView extends Main implements BeforeEnterObserver {

    private static final String INDICATOR = "indicator";
    private static final String CRIME = "criminaliteit";

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters parameters = event.getLocation().getQueryParameters();
        if (parameters.getSingleParameter(INDICATOR).isPresent()) {
            event.forwardTo(CRIME, parameters);
        } else {
            event.forwardTo(OverviewView.class, parameters);
        }
    }
}
