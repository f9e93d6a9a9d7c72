package nl.mjpmonitor.dashboard.live;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.function.SerializableRunnable;

/** A page that is always ready for its news. */
public final class ReadyPage extends UI {

    @Override
    public SerializableRunnable accessLater(SerializableRunnable access, SerializableRunnable detached) {
        return () -> {
            synchronized (this) {
                access.run();
            }
        };
    }
}
