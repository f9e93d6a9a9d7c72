package nl.mjpmonitor.dashboard.signals;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Set;
import java.util.function.Consumer;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.dashboard.figures.Folded;
import nl.mjpmonitor.warehouse.signals.Signal;

/** One signal: what it says, its figures, what people did with it, and what the reader may do. */
final class SignalCard extends ListItem {

    /** What the buttons do. */
    record Acts(Runnable tellSeen, Consumer<String> explain, Consumer<String> close) {}

    private final transient SignalWords words;
    private final String titleId;
    private final Div editing = new Div();

    SignalCard(SignalEntry entry, Set<SignalRight> rights, SignalWords words, Acts acts) {
        this.words = words;
        Signal signal = entry.signal();
        addClassNames("signal-card", entry.state().word());
        getElement().setAttribute("data-testid", "signaal-" + signal.id());
        H2 title = new H2(words.rule(signal.rule()));
        titleId = "kop-" + signal.id();
        title.setId(titleId);
        Span area = new Span(words.area(signal.area()));
        area.addClassName("signal-area");
        Span state = new Span(words.state(entry.state()));
        state.addClassNames("signal-state", entry.state().word());
        state.getElement().setAttribute("data-testid", "signaal-toestand");
        Div head = new Div(title, area, state);
        head.addClassName("signal-head");
        Paragraph sentence = new Paragraph(words.sentence(signal));
        sentence.addClassName("signal-sentence");
        sentence.getElement().setAttribute("data-testid", "signaal-zin");
        Paragraph since = new Paragraph(since(signal));
        since.addClassName("secondary");
        add(head, sentence, since);
        signal.indicator().ifPresent(id -> add(link(id.value(), signal)));
        add(figures(signal));
        if (!entry.acts().isEmpty()) {
            add(history(entry));
        }
        if (entry.state() != SignalState.GESLOTEN && !rights.isEmpty()) {
            add(buttons(entry, rights, acts), editing);
        }
    }

    private String since(Signal signal) {
        FigureWords text = words.words();
        String opened = text.format().moment(signal.openedAt());
        return signal.overAt()
                .map(over -> text.text("signals.over", opened, text.format().moment(over)))
                .orElseGet(() -> text.text("signals.since", opened));
    }

    private Paragraph link(String indicator, Signal signal) {
        Anchor anchor = new Anchor(
                "indicator/" + indicator + "?gebied=" + signal.area().value(),
                words.words().text("signals.indicator"));
        anchor.getElement().setAttribute("data-testid", "signaal-indicator");
        return new Paragraph(anchor);
    }

    private Details figures(Signal signal) {
        Details details = new Folded(words.words().text("signals.figures"), () -> table(signal));
        details.getElement().setAttribute("data-testid", "signaal-cijfers");
        return details;
    }

    private NativeTable table(Signal signal) {
        NativeTable table = new NativeTable();
        table.addClassName("plain");
        table.setCaptionText(words.words().text("signals.figures.caption", words.rule(signal.rule())));
        signal.figures().forEach((name, value) -> {
            NativeTableHeaderCell header = new NativeTableHeaderCell(words.figure(name));
            header.getElement().setAttribute("scope", "row");
            NativeTableRow row = new NativeTableRow(header);
            row.addDataCell().setText(words.value(name, value));
            table.getBody().add(row);
        });
        return table;
    }

    private Details history(SignalEntry entry) {
        FigureWords text = words.words();
        OrderedList all = new OrderedList();
        all.addClassName("signal-history");
        for (SignalAct act : entry.acts()) {
            Paragraph what = new Paragraph(text.text(
                    "signals.act",
                    text.text("signals.act." + act.kind().word()),
                    text.text("role." + act.authorRole()),
                    act.author(),
                    text.format().moment(act.actedAt())));
            what.addClassName("secondary");
            ListItem item = new ListItem(what);
            if (!act.text().isEmpty()) {
                item.add(new Paragraph(act.text()));
            }
            all.add(item);
        }
        Details details = new Details(
                text.text("signals.history", Integer.toString(entry.acts().size())), all);
        details.setOpened(true);
        details.getElement().setAttribute("data-testid", "signaal-geschiedenis");
        return details;
    }

    private Div buttons(SignalEntry entry, Set<SignalRight> rights, Acts acts) {
        Div buttons = new Div();
        buttons.addClassName("signal-buttons");
        if (rights.contains(SignalRight.TELL_SEEN) && entry.state() == SignalState.NIEUW) {
            buttons.add(button("signals.see", "signaal-gezien", acts.tellSeen()));
        }
        if (rights.contains(SignalRight.EXPLAIN)) {
            buttons.add(button(
                    "signals.explain",
                    "signaal-toelichten",
                    () -> edit("signals.explain.text", "signals.explain.save", acts.explain())));
        }
        if (rights.contains(SignalRight.CLOSE)) {
            buttons.add(button(
                    "signals.close",
                    "signaal-sluiten",
                    () -> edit("signals.close.text", "signals.close.save", acts.close())));
        }
        return buttons;
    }

    private void edit(String labelKey, String saveKey, Consumer<String> save) {
        editing.removeAll();
        SignalEditor editor = new SignalEditor(
                words.words(), words.words().text(labelKey), words.words().text(saveKey), save, editing::removeAll);
        editing.add(editor);
        editor.focus();
    }

    private Button button(String key, String testId, Runnable act) {
        Button button = new Button(words.words().text(key), click -> act.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        button.getElement()
                .setAttribute("data-testid", testId)
                // twenty buttons with the same name tell a screen reader nothing
                .setAttribute("aria-describedby", titleId);
        return button;
    }
}
