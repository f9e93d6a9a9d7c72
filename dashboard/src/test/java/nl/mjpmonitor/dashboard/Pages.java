package nl.mjpmonitor.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.util.ArrayList;
import java.util.List;
import nl.mjpmonitor.dashboard.figures.Folded;

/** What stands on the open page, for tests without a browser. */
public final class Pages {

    private Pages() {}

    /** All components of the page, also those in dialogs. */
    public static List<Component> components() {
        return descendants(UI.getCurrent());
    }

    /** Opens everything that is made only when somebody opens it. */
    public static void unfold() {
        components().stream()
                .filter(Folded.class::isInstance)
                .map(Folded.class::cast)
                .forEach(folded -> folded.setOpened(true));
    }

    public static boolean has(String testId) {
        return components().stream().anyMatch(component -> isNamed(component, testId));
    }

    /**
     * The component of this test id.
     *
     * @throws AssertionError when there is none
     */
    public static Component byTestId(String testId) {
        return components().stream()
                .filter(component -> isNamed(component, testId))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nothing on the page has data-testid " + testId));
    }

    /** Its words, with those of all in it. */
    public static String text(Component component) {
        return component.getElement().getTextRecursively();
    }

    private static boolean isNamed(Component component, String testId) {
        return testId.equals(component.getElement().getAttribute("data-testid"));
    }

    private static List<Component> descendants(Component component) {
        List<Component> all = new ArrayList<>();
        component.getChildren().forEach(child -> {
            all.add(child);
            all.addAll(descendants(child));
        });
        return all;
    }
}
