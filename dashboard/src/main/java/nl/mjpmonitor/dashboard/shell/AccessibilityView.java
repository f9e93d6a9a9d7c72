package nl.mjpmonitor.dashboard.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.List;

/**
 * The accessibility statement, by the headings of the Dutch model: status, what was tested and how, what is not accessible yet and what
 * is done about it, and what to do about a problem. For everybody, logged in or not.
 */
@Route(value = "toegankelijkheid", autoLayout = false)
@AnonymousAllowed
class AccessibilityView extends Main implements HasDynamicTitle {

    AccessibilityView() {
        setId(MainLayout.CONTENT_ID);
        addClassNames("view", "statement");
        getElement().setAttribute("tabindex", "-1");
        add(new H1(getTranslation("accessibility.title")), paragraph("accessibility.intro"));
        chapter("accessibility.status");
        chapter("accessibility.tested");
        chapter("accessibility.open");
        chapter("accessibility.measures");
        chapter("accessibility.contact");
        add(new Paragraph(new Anchor("", getTranslation("not-found.link"))));
    }

    /** A heading with the first line of its text below it; further lines are a list. */
    private void chapter(String key) {
        add(new H2(getTranslation(key + ".title")));
        List<String> lines = getTranslation(key + ".text").lines().toList();
        add(new Paragraph(lines.getFirst()));
        if (lines.size() > 1) {
            UnorderedList list = new UnorderedList();
            lines.stream().skip(1).map(ListItem::new).forEach(list::add);
            add(list);
        }
    }

    private Paragraph paragraph(String key) {
        return new Paragraph(getTranslation(key));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("title", getTranslation("accessibility.title"));
    }
}
