package nl.mjpmonitor.dashboard.themes;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import nl.mjpmonitor.dashboard.figures.FigureWords;

/** The ways to the panels of a long page. */
final class PanelLinks extends Nav {

    /** Followed as a link it would leave the page, because addresses here start at the root. */
    private static final String GO = "this.addEventListener('click', e => { e.preventDefault();"
            + " const heading = document.getElementById($0); heading?.scrollIntoView(); heading?.focus(); });";

    PanelLinks(List<ThemePanel> panels, FigureWords words) {
        addClassName("panel-links");
        getElement().setAttribute("aria-label", words.text("themes.on-this-page"));
        UnorderedList list = new UnorderedList();
        panels.forEach(panel -> {
            String heading = "kop-" + panel.getId().orElse("");
            Anchor link = new Anchor("#" + heading, panel.title());
            link.setRouterIgnore(true);
            link.getElement().executeJs(GO, heading);
            list.add(new ListItem(link));
        });
        add(list);
    }
}
