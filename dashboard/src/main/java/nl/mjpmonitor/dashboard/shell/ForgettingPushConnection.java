package nl.mjpmonitor.dashboard.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.communication.AtmospherePushConnection;
import org.atmosphere.cpr.AtmosphereResource;
import org.atmosphere.cpr.AtmosphereResourceEvent;
import org.atmosphere.cpr.AtmosphereResourceEventListenerAdapter;

/**
 * Brings news to a page as Vaadin does, and forgets what was sent. Atmosphere keeps the last message to each open page: up to some hundred
 * thousand characters that nobody asks for again.
 */
final class ForgettingPushConnection extends AtmospherePushConnection {

    ForgettingPushConnection(UI page) {
        super(page);
    }

    @Override
    public void connect(AtmosphereResource resource) {
        resource.addEventListener(new Forgetting());
        super.connect(resource);
    }

    /** Told after a message was written. */
    static final class Forgetting extends AtmosphereResourceEventListenerAdapter {

        @Override
        public void onBroadcast(AtmosphereResourceEvent event) {
            event.setMessage(null);
        }
    }
}
