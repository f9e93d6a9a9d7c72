package nl.mjpmonitor.dashboard.areas;

import com.vaadin.flow.component.sidenav.SideNavItem;

/** The way to the view Gebieden. */
public final class AreasNavigation {

    private AreasNavigation() {}

    /** Entry of the main navigation; it stays marked whatever area or indicator the view shows. */
    public static SideNavItem item(String label) {
        SideNavItem item = new SideNavItem(label, AreasView.class);
        item.setMatchNested(true);
        return item;
    }
}
