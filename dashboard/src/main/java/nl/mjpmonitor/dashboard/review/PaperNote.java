package nl.mjpmonitor.dashboard.review;

import com.vaadin.flow.component.UI;

/** What stands at the foot of every sheet of paper, as long as the page is open. */
final class PaperNote {

    private static final String SHOW =
            "document.documentElement.style.setProperty('--paper-note', JSON.stringify($0));";
    private static final String CLEAR = "document.documentElement.style.removeProperty('--paper-note');";

    private PaperNote() {}

    static void show(UI ui, String note) {
        ui.getPage().executeJs(SHOW, note);
    }

    static void clear(UI ui) {
        ui.getPage().executeJs(CLEAR);
    }
}
