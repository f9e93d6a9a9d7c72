package nl.mjpmonitor.dashboard.signals;

import com.vaadin.flow.component.sidenav.SideNavItem;

/** The way to the view Signalen. */
public final class SignalNavigation {

    private SignalNavigation() {}

    /** Entry of the main navigation. */
    public static SideNavItem item(String label) {
        return new SideNavItem(label, SignalsView.class);
    }
}
