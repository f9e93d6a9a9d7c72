package nl.mjpmonitor.dashboard.live;

import com.vaadin.flow.component.UI;
import java.util.function.Consumer;

/** Brings states from whichever thread they come in to the page that shows them. */
public final class PageDelivery {

    private PageDelivery() {}

    /**
     * Hands on each state in the page's own turn: at once in a thread that has the page already, as the first state does, and later
     * from any other, such as that of the reader of the warehouse. A page that is gone by then gets nothing.
     */
    public static <S> Consumer<S> to(UI page, Consumer<S> show) {
        return state -> {
            if (page.equals(UI.getCurrent())) {
                show.accept(state);
            } else {
                page.accessLater(() -> show.accept(state), () -> {}).run();
            }
        };
    }
}
