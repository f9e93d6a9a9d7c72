package nl.mjpmonitor.dashboard.signals;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.Consumer;
import nl.mjpmonitor.dashboard.duiding.DuidingText;
import nl.mjpmonitor.dashboard.duiding.InvalidDuidingException;
import nl.mjpmonitor.dashboard.figures.FigureWords;

/** Where an explanation or a reason is written. */
final class SignalEditor extends Div {

    private final TextArea text = new TextArea();

    SignalEditor(FigureWords words, String label, String save, Consumer<String> saving, Runnable cancelling) {
        addClassName("signal-editor");
        text.setLabel(label);
        text.setWidthFull();
        text.setMaxLength(DuidingText.LONGEST);
        text.setHelperText(words.text("signals.text.help", Integer.toString(DuidingText.LONGEST)));
        text.setValueChangeMode(ValueChangeMode.EAGER);
        text.getElement().setAttribute("data-testid", "signaal-tekst");
        Button keep = new Button(save, click -> {
            try {
                saving.accept(text.getValue());
            } catch (InvalidDuidingException invalid) {
                text.setErrorMessage(
                        words.text("duiding.invalid." + invalid.reason(), Integer.toString(DuidingText.LONGEST)));
                text.setInvalid(true);
            }
        });
        keep.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        keep.getElement().setAttribute("data-testid", "signaal-bewaren");
        Button cancel = new Button(words.text("duiding.cancel"), click -> cancelling.run());
        cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Div buttons = new Div(keep, cancel);
        buttons.addClassName("signal-buttons");
        add(text, buttons);
    }

    void focus() {
        text.focus();
    }
}
