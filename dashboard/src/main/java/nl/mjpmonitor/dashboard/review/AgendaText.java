package nl.mjpmonitor.dashboard.review;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Predicate;
import nl.mjpmonitor.dashboard.duiding.DuidingText;
import nl.mjpmonitor.dashboard.duiding.InvalidDuidingException;

/**
 * A text of the agenda that can be changed in its place. What somebody is typing stays when the page is refreshed around it, and
 * when somebody else was first.
 */
final class AgendaText extends Div {

    private final transient ReviewWords words;
    private final transient Predicate<String> keep;
    private final Paragraph text = new Paragraph();
    private final Button change;
    private final Div editor = new Div();
    private final TextArea typed = new TextArea();

    private String current = "";
    private boolean isChangeable;

    /**
     * An empty text.
     *
     * @param key key of its name in the texts
     * @param testId names it for tests
     * @param keep keeps a new text, and says whether that succeeded
     */
    AgendaText(ReviewWords words, String key, String testId, Predicate<String> keep) {
        this.words = words;
        this.keep = keep;
        String name = words.text(key);
        addClassName("agenda-text");
        text.getElement().setAttribute("data-testid", testId);
        text.addClassName("duiding-text");
        typed.setLabel(name);
        typed.setWidthFull();
        typed.setMaxLength(DuidingText.LONGEST);
        typed.setHelperText(words.text("review.text.help", words.count(DuidingText.LONGEST)));
        typed.getElement().setAttribute("data-testid", testId + "-invoer");
        change = new Button(words.text("review.text.change"), click -> open());
        change.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        change.setAriaLabel(words.text("review.text.change.of", name));
        change.getElement().setAttribute("data-testid", testId + "-wijzigen");
        Button save = new Button(words.text("review.text.save"), click -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.getElement().setAttribute("data-testid", testId + "-bewaren");
        Button cancel = new Button(words.text("duiding.cancel"), click -> close());
        cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Div buttons = new Div(save, cancel);
        buttons.addClassName("duiding-buttons");
        editor.add(typed, buttons);
        editor.addClassName("agenda-editor");
        editor.setVisible(false);
        add(new H4(name), text, change, editor);
    }

    /** Shows the text as it is by now. */
    void show(String newText, boolean mayChange) {
        text.setText(newText.isEmpty() ? words.text("review.text.none") : newText);
        text.setClassName("secondary", newText.isEmpty());
        change.setVisible(mayChange && !editor.isVisible());
        current = newText;
        isChangeable = mayChange;
    }

    private void open() {
        typed.setValue(current);
        typed.setInvalid(false);
        editor.setVisible(true);
        change.setVisible(false);
        typed.focus();
    }

    private void close() {
        editor.setVisible(false);
        change.setVisible(isChangeable);
        change.focus();
    }

    private void save() {
        try {
            String given = typed.getValue().isBlank() ? "" : DuidingText.of(typed.getValue());
            if (keep.test(given)) {
                close();
            }
        } catch (InvalidDuidingException invalid) {
            typed.setErrorMessage(
                    words.text("duiding.invalid." + invalid.reason(), Integer.toString(DuidingText.LONGEST)));
            typed.setInvalid(true);
        }
    }
}
