package nl.mjpmonitor.dashboard.shell;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.springframework.stereotype.Component;

/** Puts the {@link FoldingRequestHandler} before Vaadin's own. */
@Component
class FoldingListener implements VaadinServiceInitListener {

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addRequestHandler(new FoldingRequestHandler());
    }
}
