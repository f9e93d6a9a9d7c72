package nl.mjpmonitor.dashboard.themes;

import com.vaadin.flow.component.sidenav.SideNavItem;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The ways to the themes. */
@Component
public final class ThemeNavigation {

    private final ThemeSubject subject;

    ThemeNavigation(ThemeSubject subject) {
        this.subject = subject;
    }

    /** An entry of the main navigation for each theme in which the reader may see anything. */
    public List<SideNavItem> items(Locale locale) {
        return subject.themes().stream()
                .map(theme -> {
                    SideNavItem item = new SideNavItem(theme.name().in(locale), theme.id());
                    item.setMatchNested(true);
                    return item;
                })
                .toList();
    }
}
