package nl.mjpmonitor.dashboard.themes;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

/** Sends addresses of themes as they were before to the page of the theme, with what was chosen in them. */
@Route("thema/:thema")
@PermitAll
class ThemeRedirect extends Div implements BeforeEnterObserver {

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String theme = event.getRouteParameters().get(ThemeView.THEME).orElseThrow(NotFoundException::new);
        event.forwardTo(theme, event.getLocation().getQueryParameters());
    }
}
