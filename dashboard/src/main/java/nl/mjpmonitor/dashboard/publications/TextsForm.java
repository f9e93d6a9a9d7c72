package nl.mjpmonitor.dashboard.publications;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.dashboard.reports.ReportBlock;
import nl.mjpmonitor.dashboard.reports.ReportDefinition;

/** Where the texts of a concept are written. Only what the writer changed is saved. */
final class TextsForm extends Section {

    private final transient FigureWords words;
    private final Map<String, TextArea> fields = new LinkedHashMap<>();
    private final Map<String, Paragraph> theirs = new LinkedHashMap<>();
    private final Map<String, String> known = new HashMap<>();

    /**
     * @param duiding gives the established duiding for a text, empty when there is none
     * @param onSave hears which texts were changed
     */
    TextsForm(
            ReportDefinition definition,
            Map<String, String> texts,
            FigureWords words,
            Function<ReportBlock.Text, String> duiding,
            Consumer<Map<String, String>> onSave) {
        this.words = words;
        H2 title = new H2(words.text("publication.texts"));
        title.setId("kop-teksten");
        getElement().setAttribute("aria-labelledby", "kop-teksten");
        add(title);
        definition.texts().forEach(text -> add(field(text, duiding)));
        texts.forEach(this::show);
        Button save = new Button(words.text("publication.save"), click -> onSave.accept(changed()));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.getElement().setAttribute("data-testid", "teksten-bewaren");
        add(save);
    }

    private Div field(ReportBlock.Text text, Function<ReportBlock.Text, String> duiding) {
        TextArea area = new TextArea(text.label().in(words.locale()));
        area.setWidthFull();
        area.setMinRows(3);
        area.setMaxLength(EditionLife.LONGEST_TEXT);
        area.setId(text.id());
        fields.put(text.id(), area);
        Paragraph other = new Paragraph();
        other.addClassName("edition-theirs");
        other.setVisible(false);
        other.getElement().setAttribute("data-testid", "andere-" + text.id());
        theirs.put(text.id(), other);
        Div box = new Div(area, other);
        box.addClassName("edition-text");
        if (!text.duiding().isEmpty()) {
            Button take = new Button(words.text("publication.duiding"), click -> take(area, duiding.apply(text)));
            take.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            take.getElement()
                    .setAttribute("data-testid", "duiding-" + text.id())
                    .setAttribute(
                            "aria-label",
                            words.text("publication.duiding.for", text.label().in(words.locale())));
            box.add(take);
        }
        return box;
    }

    /** Adds what was established below what was written, once. */
    private void take(TextArea area, String established) {
        if (established.isEmpty()) {
            area.setHelperText(words.text("publication.duiding.none"));
        } else if (!area.getValue().contains(established)) {
            area.setValue((area.getValue().strip() + "\n\n" + established).strip());
            area.setHelperText(words.text("publication.duiding.taken"));
        }
    }

    private void show(String id, String text) {
        known.put(id, text);
        TextArea field = fields.get(id);
        if (field != null) {
            field.setValue(text);
        }
    }

    private Map<String, String> changed() {
        Map<String, String> changed = new HashMap<>();
        fields.forEach((id, field) -> {
            if (!field.getValue().equals(known.getOrDefault(id, ""))) {
                changed.put(id, field.getValue());
            }
        });
        return changed;
    }

    /** Keeps one's own words and shows beside them what somebody else made of the text meanwhile. */
    void showTheirs(Map<String, String> now) {
        theirs.forEach((id, place) -> {
            String text = now.getOrDefault(id, "");
            boolean isChanged = !text.equals(known.getOrDefault(id, ""));
            place.setVisible(isChanged);
            place.setText(isChanged ? words.text("publication.theirs", text) : "");
            TextArea field = fields.get(id);
            if (isChanged && field != null && field.getValue().equals(known.getOrDefault(id, ""))) {
                // not touched here: theirs it is
                field.setValue(text);
            }
            known.put(id, text);
        });
    }
}
