package nl.mjpmonitor.dashboard.administration;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Optional;
import java.util.function.Consumer;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.warehouse.WarehouseException;
import nl.mjpmonitor.warehouse.thresholds.Threshold;
import nl.mjpmonitor.warehouse.thresholds.ThresholdChange;
import nl.mjpmonitor.warehouse.thresholds.ThresholdStand;

/** Where one threshold is changed, or made the usual one again. It stays open until that is done or given up. */
final class ThresholdDialog extends Dialog {

    private static final int LONGEST_REASON = 300;

    private final transient ThresholdDesk desk;
    private final transient FigureWords words;
    private final transient ThresholdWords names;
    private final transient Threshold threshold;
    private final transient Consumer<ThresholdStand> onSaved;
    private final IntegerField value = new IntegerField();
    private final TextField reason = new TextField();

    /** The last change that the reader knows of: what is saved comes after it. */
    private transient Optional<ThresholdChange> seen;

    ThresholdDialog(
            ThresholdDesk desk,
            FigureWords words,
            ThresholdStand stand,
            Threshold threshold,
            int wanted,
            Consumer<ThresholdStand> onSaved) {
        this.desk = desk;
        this.words = words;
        this.names = new ThresholdWords(words);
        this.threshold = threshold;
        this.onSaved = onSaved;
        this.seen = stand.newest(threshold.key());
        setHeaderTitle(names.name(threshold));
        add(
                new Paragraph(words.text(
                        "admin.thresholds.now",
                        words.format().count(wanted),
                        words.format().count(stand.usual().byKey().getOrDefault(threshold.key(), wanted)),
                        names.option(threshold))),
                value(wanted),
                reason());
        Button usual = new Button(words.text("admin.thresholds.to-usual"), click -> save(Optional.empty()));
        usual.setEnabled(seen.flatMap(ThresholdChange::value).isPresent());
        usual.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        usual.getElement().setAttribute("data-testid", "drempel-standaard");
        Button save = new Button(words.text("admin.thresholds.save"), click -> saveValue());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.getElement().setAttribute("data-testid", "drempel-opslaan");
        getFooter().add(new Button(words.text("quality.cancel"), click -> close()), usual, save);
    }

    private IntegerField value(int wanted) {
        value.setLabel(words.text("admin.thresholds.value"));
        value.setHelperText(names.range(threshold));
        value.setMin(threshold.lowest());
        value.setMax(threshold.highest());
        value.setManualValidation(true);
        value.setValue(wanted);
        value.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        value.setWidthFull();
        value.setAutofocus(true);
        value.getElement().setAttribute("data-testid", "drempel-waarde");
        return value;
    }

    private TextField reason() {
        reason.setLabel(words.text("admin.thresholds.reason"));
        reason.setHelperText(words.text("admin.thresholds.reason.help"));
        reason.setMaxLength(LONGEST_REASON);
        reason.setWidthFull();
        reason.getElement().setAttribute("data-testid", "drempel-reden");
        return reason;
    }

    private void saveValue() {
        Integer next = value.getValue();
        if (next == null || !threshold.allows(next)) {
            refuse(words.text(
                    "threshold.problem.OUT_OF_RANGE",
                    words.format().count(threshold.lowest()),
                    words.format().count(threshold.highest())));
        } else {
            save(Optional.of(next));
        }
    }

    private void refuse(String why) {
        value.setErrorMessage(why);
        value.setInvalid(true);
        value.focus();
    }

    private void save(Optional<Integer> next) {
        try {
            switch (desk.change(threshold.key(), next, seen, reason.getValue())) {
                case ThresholdDesk.Outcome.Changed(ThresholdStand stand) -> {
                    close();
                    onSaved.accept(stand);
                }
                case ThresholdDesk.Outcome.Refused(var why) -> refuse(words.text("threshold.problem." + why.name()));
                case ThresholdDesk.Outcome.Overtaken(ThresholdChange by) -> {
                    seen = Optional.of(by);
                    refuse(words.text(
                            "admin.thresholds.overtaken",
                            words.format().moment(by.changedAt()),
                            by.value()
                                    .map(number -> words.format().count(number))
                                    .orElseGet(() -> words.text("admin.thresholds.usual.word"))));
                }
            }
        } catch (WarehouseException away) {
            refuse(words.text("admin.thresholds.save.away"));
        }
    }
}
