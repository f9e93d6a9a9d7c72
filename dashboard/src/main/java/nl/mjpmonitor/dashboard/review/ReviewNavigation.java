package nl.mjpmonitor.dashboard.review;

import com.vaadin.flow.component.sidenav.SideNavItem;

/** The way to the Maandbeeld. */
public final class ReviewNavigation {

    private ReviewNavigation() {}

    /** Entry of the main navigation; it stays marked while the view shows another month or area, or a snapshot. */
    public static SideNavItem item(String label) {
        SideNavItem item = new SideNavItem(label, ReviewView.class);
        item.setMatchNested(true);
        return item;
    }
}
