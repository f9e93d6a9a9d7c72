package nl.mjpmonitor.dashboard.publications;

import com.vaadin.flow.component.sidenav.SideNavItem;

/** The way to the publications. */
public final class PublicationNavigation {

    private PublicationNavigation() {}

    /** Entry of the main navigation. */
    public static SideNavItem item(String label) {
        SideNavItem item = new SideNavItem(label, PublicationsView.PATH);
        item.setMatchNested(true);
        return item;
    }
}
