package nl.mjpmonitor.dashboard.crime;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.dashboard.live.FigureState;
import nl.mjpmonitor.warehouse.areas.Area;

/** Tells the reader when the figures are not the newest, or not there, and what happens next. */
final class Notice extends Div {

    private final Span badge = new Span();
    private final Paragraph sentence = new Paragraph();

    Notice() {
        addClassName("notice");
        getElement().setAttribute("role", "status").setAttribute("data-testid", "melding");
        badge.addClassName("notice-badge");
        add(badge, sentence);
        setVisible(false);
    }

    void show(FigureWords words, FigureState state) {
        setVisible(!(state instanceof FigureState.Current));
        switch (state) {
            case FigureState.Current _ -> say("", "");
            case FigureState.Loading _ -> say(words.text("state.loading.badge"), words.text("state.loading"));
            case FigureState.Stale stale ->
                say(
                        words.text("state.stale.badge"),
                        words.text("state.stale", words.format().moment(stale.confirmedAt())));
            case FigureState.Failed _ -> say(words.text("state.failed.badge"), words.text("state.failed"));
        }
    }

    void showEmpty(FigureWords words, Area area) {
        if (!isVisible()) {
            setVisible(true);
            say(words.text("state.empty.badge"), words.text("state.empty", area.name()));
        }
    }

    private void say(String word, String words) {
        badge.setText(word);
        sentence.setText(words);
    }
}
