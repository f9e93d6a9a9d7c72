package nl.mjpmonitor.dashboard.crime;

import com.vaadin.flow.component.sidenav.SideNavItem;

/** The way to the view Criminaliteit. */
public final class CrimeNavigation {

    private CrimeNavigation() {}

    /** Entry of the main navigation; it stays marked while the view shows another area or an indicator. */
    public static SideNavItem item(String label) {
        SideNavItem item = new SideNavItem(label, CrimeView.class);
        item.setMatchNested(true);
        return item;
    }
}
