package nl.mjpmonitor.dashboard.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import nl.mjpmonitor.dashboard.access.OutOfScopeException;

/** What stands at an address whose figures the reader's role does not open. */
@AnonymousAllowed
class RefusedView extends Main implements HasDynamicTitle, HasErrorParameter<OutOfScopeException> {

    RefusedView() {
        addClassName("view");
        setId(MainLayout.CONTENT_ID);
        add(
                new H1(getTranslation("refused.title")),
                new Paragraph(getTranslation("refused.text")),
                new Anchor("", getTranslation("not-found.link")));
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<OutOfScopeException> parameter) {
        return HttpServletResponse.SC_FORBIDDEN;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("title", getTranslation("refused.title"));
    }
}
