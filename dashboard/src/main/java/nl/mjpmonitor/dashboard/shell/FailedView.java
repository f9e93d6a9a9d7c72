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
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What stands at an address whose view could not be opened. The number leads the administrator to the cause in the log. */
@AnonymousAllowed
class FailedView extends Main implements HasDynamicTitle, HasErrorParameter<Exception> {

    private static final Logger LOG = LoggerFactory.getLogger(FailedView.class);
    private static final int NUMBER_LENGTH = 8;

    private final Paragraph reference = new Paragraph();

    FailedView() {
        addClassName("view");
        setId(MainLayout.CONTENT_ID);
        add(
                new H1(getTranslation("error.title")),
                new Paragraph(getTranslation("error.text")),
                reference,
                new Anchor("", getTranslation("not-found.link")));
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        String number = UUID.randomUUID().toString().substring(0, NUMBER_LENGTH);
        LOG.error(
                "{}: the view at {} could not be opened",
                number,
                event.getLocation().getPath(),
                parameter.getException());
        reference.setText(getTranslation("error.reference", number));
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("title", getTranslation("error.title"));
    }
}
