package nl.mjpmonitor.dashboard.publications;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Paragraph;
import nl.mjpmonitor.dashboard.access.OutOfScopeException;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.dashboard.store.StoreAwayException;

/** What people do on a page, and the sentence that says what came of it. */
public final class Acts {

    private final FigureWords words;
    private final Paragraph notice;
    private final Runnable show;

    /**
     * Nothing happens yet.
     *
     * @param notice where the sentence comes
     * @param show shows the page as it is after an act
     */
    public Acts(FigureWords words, Paragraph notice, Runnable show) {
        this.words = words;
        this.notice = notice;
        this.show = show;
    }

    /**
     * A button beside what it is about. A second click before the answer does nothing.
     *
     * @param key key of what stands on it
     * @param about what it is about, for who does not see where it stands
     */
    public Button button(String key, String about, String testId, Runnable act) {
        Button button = new Button(words.text(key));
        button.addClickListener(click -> {
            attempt(act);
            button.setEnabled(true);
        });
        button.setDisableOnClick(true);
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        button.setAriaLabel(words.text(key) + ": " + about);
        button.getElement().setAttribute("data-testid", testId);
        return button;
    }

    /** Does it, says what came of it, and shows the page anew. */
    public void attempt(Runnable act) {
        Outcome outcome = outcome(act);
        if (outcome != Outcome.AWAY) {
            show.run();
        }
    }

    /** The same for what was typed: when it is refused the page stays as it is, so that nothing need be typed again. */
    public void attemptTyped(Runnable act) {
        Outcome outcome = outcome(act);
        if (outcome == Outcome.DONE) {
            show.run();
        }
    }

    private enum Outcome {
        DONE,
        REFUSED,
        /** Nothing can be shown either. */
        AWAY
    }

    private Outcome outcome(Runnable act) {
        try {
            act.run();
            notice.setText(words.text("publication.done"));
            return Outcome.DONE;
        } catch (RefusedException refused) {
            notice.setText(words.text(refused.textKey(), refused.details().toArray()));
            return Outcome.REFUSED;
        } catch (OutOfScopeException refused) {
            notice.setText(words.text("archive.refused.role"));
            return Outcome.REFUSED;
        } catch (StoreAwayException away) {
            notice.setText(words.text("publication.away"));
            return Outcome.AWAY;
        }
    }
}
