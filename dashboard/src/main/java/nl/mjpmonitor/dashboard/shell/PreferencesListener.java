package nl.mjpmonitor.dashboard.shell;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.springframework.stereotype.Component;

/** Gives every page the reader's language and display before anything of it is drawn. */
@Component
class PreferencesListener implements VaadinServiceInitListener {

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(response -> {
            Preferences preferences = Preferences.of(response.getVaadinRequest());
            response.getDocument()
                    .getElementsByTag("html")
                    .attr("lang", preferences.language().getLanguage())
                    .attr("data-weergave", preferences.display().word());
        });
        event.getSource().addUIInitListener(initialisation -> {
            VaadinRequest request = VaadinRequest.getCurrent();
            if (request != null) {
                Preferences preferences = Preferences.of(request);
                initialisation.getUI().getSession().setLocale(preferences.language());
                initialisation.getUI().setLocale(preferences.language());
            }
        });
    }
}
