package nl.mjpmonitor.dashboard.figures;

import com.vaadin.flow.component.html.Span;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Says, on screen and on paper, that the figures are made up for a demonstration. */
public class DemoMark extends Span {

    /** Whether this is a demonstration: {@code MJP_DEMO=true}. */
    @Component
    public static class Setting {
        private final boolean isDemonstration;

        Setting(@Value("${mjp.demo}") boolean isDemonstration) {
            this.isDemonstration = isDemonstration;
        }

        public boolean isDemonstration() {
            return isDemonstration;
        }
    }

    public DemoMark() {
        addClassName("demo-mark");
        setText(getTranslation("app.demo"));
        getElement().setAttribute("data-testid", "demo");
    }
}
