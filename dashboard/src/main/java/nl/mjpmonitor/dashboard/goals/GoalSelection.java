package nl.mjpmonitor.dashboard.goals;

import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nl.mjpmonitor.warehouse.programme.Programme;

/**
 * What the reader chose to see. It stands in the address, so that a view can be sent to somebody else.
 *
 * @param programme the document
 * @param theme id of the one theme to show; empty for all
 */
record GoalSelection(Programme programme, Optional<String> theme) {

    static final String DOCUMENT = "document";
    static final String THEME = "thema";

    GoalSelection in(Programme other) {
        return new GoalSelection(other, theme);
    }

    GoalSelection about(Optional<String> other) {
        return new GoalSelection(programme, other);
    }

    QueryParameters parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put(DOCUMENT, programme.id());
        theme.ifPresent(id -> parameters.put(THEME, id));
        return QueryParameters.simple(parameters);
    }
}
