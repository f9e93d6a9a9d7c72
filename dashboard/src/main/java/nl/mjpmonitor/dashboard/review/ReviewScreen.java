package nl.mjpmonitor.dashboard.review;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One screen of the presentation.
 *
 * @param item the part of the hour it belongs to
 * @param title its message
 * @param body makes what it shows
 * @param table makes the same as a table, where there is a picture
 * @param decision what is asked and decided; empty where nothing is
 */
record ReviewScreen(
        AgendaItem item, String title, Supplier<Component> body, Optional<Supplier<Component>> table, String decision) {

    static ReviewScreen of(AgendaItem item, String title, Supplier<Component> body) {
        return new ReviewScreen(item, title, body, Optional.empty(), "");
    }
}
