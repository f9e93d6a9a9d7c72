package nl.mjpmonitor.dashboard.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.internal.UIInternals;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.communication.UidlRequestHandler;
import java.io.IOException;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers the requests of pages as Vaadin does, and keeps each page's last answer folded up. Vaadin keeps it as it was sent, for a browser
 * that asks again because the connection broke: some hundred thousand characters for each open page, which are hardly ever needed.
 */
final class FoldingRequestHandler extends UidlRequestHandler {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    public Optional<ResponseWriter> synchronizedHandleRequest(
            VaadinSession session, VaadinRequest request, VaadinResponse response, String requestBody)
            throws IOException {
        UI page = session.getService().findUI(request);
        if (page == null) {
            return super.synchronizedHandleRequest(session, request, response, requestBody);
        }
        UIInternals kept = page.getInternals();
        if (isAskedAgain(kept, requestBody)) {
            FoldedText.unfold(kept.getLastRequestResponse()).ifPresent(kept::setLastRequestResponse);
        }
        try {
            return super.synchronizedHandleRequest(session, request, response, requestBody);
        } finally {
            FoldedText.fold(kept.getLastRequestResponse()).ifPresent(kept::setLastRequestResponse);
        }
    }

    /** Only then Vaadin looks at what was kept. What cannot be read it will refuse itself. */
    private static boolean isAskedAgain(UIInternals kept, String requestBody) {
        try {
            return JSON.readTree(requestBody).path("clientId").asInt(-1) == kept.getLastProcessedClientToServerId();
        } catch (JacksonException e) {
            return false;
        }
    }
}
