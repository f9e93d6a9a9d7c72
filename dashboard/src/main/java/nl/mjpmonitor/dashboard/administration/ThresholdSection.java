package nl.mjpmonitor.dashboard.administration;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Optional;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.dashboard.figures.PlainTable;
import nl.mjpmonitor.dashboard.live.LiveReading;
import nl.mjpmonitor.dashboard.live.Subscription;
import nl.mjpmonitor.warehouse.thresholds.Threshold;
import nl.mjpmonitor.warehouse.thresholds.ThresholdChange;
import nl.mjpmonitor.warehouse.thresholds.ThresholdStand;

/** What the stream judges by, and what it will judge by. It follows the warehouse by itself. */
final class ThresholdSection extends Section {

    private final transient ThresholdDesk desk;
    private final transient FigureWords words;
    private final transient ThresholdWords names;
    private final Paragraph message = new Paragraph();
    private final PlainTable table;
    private transient Optional<ThresholdStand> shown = Optional.empty();
    private transient Subscription subscription = () -> {};

    ThresholdSection(ThresholdDesk desk, FigureWords words) {
        this.desk = desk;
        this.words = words;
        this.names = new ThresholdWords(words);
        H2 title = new H2(words.text("admin.thresholds"));
        title.setId("kop-drempels");
        getElement().setAttribute("aria-labelledby", "kop-drempels");
        message.getElement().setAttribute("role", "status").setAttribute("data-testid", "drempels-melding");
        table = new PlainTable(
                words.text("admin.thresholds.caption"),
                "tabel-drempels",
                List.of(
                        words.text("admin.thresholds.what"),
                        words.text("admin.thresholds.rule"),
                        words.text("admin.thresholds.in-force"),
                        words.text("admin.thresholds.usual"),
                        words.text("admin.thresholds.range"),
                        words.text("admin.thresholds.changed"),
                        words.text("admin.thresholds.change")));
        add(title, new Paragraph(words.text("admin.thresholds.intro")), message, table);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        subscription.end();
        subscription = desk.follow(event.getUI(), this::show);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        subscription.end();
    }

    /** The last that is known stays when the warehouse is away; who is changing one of them goes on. */
    private void show(LiveReading.State<ThresholdStand> state) {
        if (state.answer().isEmpty()) {
            message.setText(words.text("admin.thresholds.away"));
            table.setVisible(false);
        } else if (!state.answer().equals(shown)) {
            shown = state.answer();
            show(shown.get());
        }
    }

    private void show(ThresholdStand stand) {
        message.setText(stand.isWaiting() ? words.text("admin.thresholds.waiting") : "");
        table.setVisible(true);
        table.clear();
        stand.wanted()
                .values()
                .forEach((threshold, wanted) -> table.row(
                        names.name(threshold),
                        new Span(names.rules(threshold)),
                        value(stand, threshold, wanted),
                        new Span(usual(stand, threshold)),
                        new Span(names.range(threshold)),
                        changed(stand.newest(threshold.key())),
                        action(stand, threshold, wanted)));
    }

    private Component value(ThresholdStand stand, Threshold threshold, int wanted) {
        Integer inForce = stand.inForce().get(threshold.key());
        Div value = new Div(new Span(
                inForce == null ? words.text("figure.unknown") : words.format().count(inForce)));
        if (inForce == null || inForce != wanted) {
            value.add(secondary(
                    words.text("admin.thresholds.wanted", words.format().count(wanted))));
        }
        return value;
    }

    private String usual(ThresholdStand stand, Threshold threshold) {
        return Optional.ofNullable(stand.usual().byKey().get(threshold.key()))
                .map(number -> words.format().count(number))
                .orElseGet(() -> words.text("figure.unknown"));
    }

    private Component changed(Optional<ThresholdChange> newest) {
        if (newest.isEmpty()) {
            return new Span(words.text("admin.thresholds.never"));
        }
        ThresholdChange change = newest.get();
        Div changed = new Div(new Span(words.text(
                "admin.thresholds.by",
                words.text("role." + change.changedBy()),
                words.format().moment(change.changedAt()))));
        if (!change.reason().isEmpty()) {
            changed.add(secondary(change.reason()));
        }
        return changed;
    }

    private static Paragraph secondary(String text) {
        Paragraph paragraph = new Paragraph(text);
        paragraph.addClassName("secondary");
        return paragraph;
    }

    private Component action(ThresholdStand stand, Threshold threshold, int wanted) {
        if (!threshold.isChangeable()) {
            return new Span(words.text("admin.thresholds.fixed", names.option(threshold)));
        }
        Button change = new Button(
                words.text("admin.thresholds.change"),
                click -> new ThresholdDialog(desk, words, stand, threshold, wanted, this::saved).open());
        change.setAriaLabel(words.text("admin.thresholds.change.of", names.name(threshold)));
        change.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        change.getElement().setAttribute("data-testid", "wijzig-" + threshold.key());
        return change;
    }

    /** What was saved is shown at once, not when the warehouse is looked at again. */
    private void saved(ThresholdStand stand) {
        shown = Optional.of(stand);
        show(stand);
        message.setText(words.text("admin.thresholds.saved"));
    }
}
