package nl.mjpmonitor.dashboard.duiding;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.warehouse.periods.Period;

/** Where a duiding is written. */
final class DuidingEditor extends Div {

    /** What is about to be saved. */
    record Draft(Period period, String text) {}

    private final transient FigureWords words;
    private final Select<Period> period = new Select<>();
    private final TextArea text = new TextArea();
    private final Div theirs = new Div();
    private transient Consumer<Draft> saving = draft -> {};
    private transient Runnable cancelling = () -> {};

    private DuidingEditor(FigureWords words) {
        this.words = words;
        addClassName("duiding-editor");
        period.setLabel(words.text("duiding.period"));
        period.getElement().setAttribute("data-testid", "duiding-periode");
        text.setWidthFull();
        text.setMaxLength(DuidingText.LONGEST);
        text.setValueChangeMode(ValueChangeMode.EAGER);
        text.addValueChangeListener(change -> {
            count(change.getValue());
            text.setInvalid(false);
        });
        text.getElement().setAttribute("data-testid", "duiding-invoer");
        theirs.addClassName("duiding-theirs");
        theirs.setVisible(false);
        Button save = new Button(
                words.text("duiding.save"), click -> saving.accept(new Draft(period.getValue(), text.getValue())));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.getElement().setAttribute("data-testid", "duiding-bewaren");
        Button cancel = new Button(words.text("duiding.cancel"), click -> cancelling.run());
        cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        cancel.getElement().setAttribute("data-testid", "duiding-annuleren");
        Div buttons = new Div(save, cancel);
        buttons.addClassName("duiding-buttons");
        add(theirs, period, text, buttons);
    }

    /** For a new duiding about one of the periods; the newest is chosen. */
    static DuidingEditor forNew(FigureWords words, List<Period> periods, Function<Period, String> name) {
        DuidingEditor editor = new DuidingEditor(words);
        editor.period.setItems(periods.reversed());
        editor.period.setItemLabelGenerator(name::apply);
        editor.period.setValue(periods.getLast());
        editor.text.setLabel(words.text("duiding.text"));
        editor.count("");
        return editor;
    }

    /** For another text of a duiding about this period. */
    static DuidingEditor forText(FigureWords words, String period, String text) {
        DuidingEditor editor = new DuidingEditor(words);
        editor.period.setVisible(false);
        editor.text.setLabel(words.text("duiding.text.of", period));
        editor.text.setValue(text);
        editor.count(text);
        return editor;
    }

    DuidingEditor onSave(Consumer<Draft> listener) {
        saving = listener;
        return this;
    }

    void onCancel(Runnable listener) {
        cancelling = listener;
    }

    void focus() {
        text.focus();
    }

    /** Says why the text cannot be kept as it is. */
    void refuse(String reason) {
        text.setErrorMessage(reason);
        text.setInvalid(true);
    }

    /** Shows beside one's own text what somebody else made of it meanwhile. */
    void showTheirs(String theirText, String by) {
        Paragraph explanation = new Paragraph(words.text("duiding.conflict"));
        explanation.getElement().setAttribute("role", "alert");
        Paragraph quoted = new Paragraph(theirText);
        quoted.addClassName("duiding-text");
        quoted.getElement().setAttribute("data-testid", "duiding-andere-tekst");
        Paragraph author = new Paragraph(by);
        author.addClassName("secondary");
        theirs.removeAll();
        theirs.add(explanation, quoted, author);
        theirs.setVisible(true);
    }

    private void count(String typed) {
        text.setHelperText(
                words.text("duiding.help", Integer.toString(typed.length()), Integer.toString(DuidingText.LONGEST)));
    }
}
