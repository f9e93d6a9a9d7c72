package nl.mjpmonitor.dashboard.live;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.warehouse.areas.Area;

/**
 * Tells the reader when the figures are not the newest, or not there, and what happens next. While it says that they are on their way
 * the {@linkplain WaitingPage page asks for them}.
 */
public final class FigureNotice extends Div {

    private final Span badge = new Span();
    private final Paragraph sentence = new Paragraph();
    private boolean isWaiting;

    public FigureNotice() {
        addClassName("notice");
        getElement().setAttribute("role", "status").setAttribute("data-testid", "melding");
        badge.addClassName("notice-badge");
        add(badge, sentence);
        setVisible(false);
    }

    /** Says how it is with the figures; nothing when they are the newest. */
    public void show(FigureWords words, FigureState state) {
        setVisible(!(state instanceof FigureState.Current));
        isWaiting = state instanceof FigureState.Loading;
        getUI().ifPresent(page -> WaitingPage.tell(page, this, isWaiting));
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

    /** Says that there is nothing to show for this area, unless there is worse to say. */
    public void showEmpty(FigureWords words, Area area) {
        if (!isVisible()) {
            setVisible(true);
            say(words.text("state.empty.badge"), words.text("state.empty", area.name()));
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        WaitingPage.tell(event.getUI(), this, isWaiting);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        WaitingPage.tell(event.getUI(), this, false);
    }

    private void say(String word, String words) {
        badge.setText(word);
        sentence.setText(words);
    }
}
