package nl.mjpmonitor.dashboard.administration;

import com.vaadin.flow.component.sidenav.SideNavItem;

/** The way to the view Beheer. */
public final class AdministrationNavigation {

    private AdministrationNavigation() {}

    /** Entry of the main navigation, for the administrator. */
    public static SideNavItem item(String label) {
        return new SideNavItem(label, AdministrationView.class);
    }
}
