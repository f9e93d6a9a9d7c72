package nl.mjpmonitor.dashboard.live;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/**
 * A page that waits for its first figures also asks for them itself, until nothing in it waits any more. They are brought by the
 * connection for news; when that is not there yet, or lost something on the way, a reader would wait for good.
 */
final class WaitingPage {

    /** Long enough for figures that come by themselves, short enough for who looks at an empty page. */
    static final Duration INTERVAL = Duration.ofSeconds(2);

    private static final int NEVER = -1;

    private final Set<Component> waiting = new HashSet<>();

    private WaitingPage() {}

    /** Tells whether a part of the page waits; a part that leaves the page does not. */
    static void tell(UI page, Component part, boolean isWaiting) {
        WaitingPage own = ComponentUtil.getData(page, WaitingPage.class);
        if (own == null) {
            own = new WaitingPage();
            ComponentUtil.setData(page, WaitingPage.class, own);
        }
        boolean isOther = isWaiting ? own.waiting.add(part) : own.waiting.remove(part);
        if (isOther) {
            page.setPollInterval(own.waiting.isEmpty() ? NEVER : Math.toIntExact(INTERVAL.toMillis()));
        }
    }
}
