package nl.mjpmonitor.dashboard.duiding;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Set;
import nl.mjpmonitor.dashboard.figures.FigureWords;

/** One duiding: its text, its state, who wrote it, and what the reader may do with it. */
final class DuidingCard extends ListItem {

    /** What the buttons do. */
    record Acts(Runnable edit, Runnable establish, Runnable withdraw) {}

    private final transient FigureWords words;

    DuidingCard(Duiding duiding, String period, FigureWords words, DuidingService service, Acts acts) {
        this.words = words;
        addClassName("duiding-card");
        getElement().setAttribute("data-testid", "duiding-" + duiding.id());
        DuidingVersion current = duiding.current();
        // while a newer text is being written the established one still holds
        duiding.established()
                .filter(established -> established.number() != current.number())
                .ifPresent(established -> add(text(duiding, established, period)));
        add(text(duiding, current, period));
        Set<DuidingRight> rights = service.rights(duiding.subject());
        if (rights.contains(DuidingRight.READ_CONCEPTS) && duiding.versions().size() > 1) {
            add(history(duiding));
        }
        if (current.state() != DuidingState.INGETROKKEN) {
            add(buttons(duiding, rights, service.mayEstablish(duiding), acts));
        }
    }

    private Div text(Duiding duiding, DuidingVersion version, String period) {
        Span when = new Span(period);
        when.addClassName("duiding-period");
        Span state = new Span(words.text("duiding.state." + version.state()));
        state.addClassNames("duiding-state", version.state().word());
        Paragraph head = new Paragraph(when, state);
        head.addClassName("duiding-head");
        Paragraph text = new Paragraph(version.text());
        text.addClassName("duiding-text");
        text.getElement().setAttribute("data-testid", "duiding-tekst");
        Paragraph author = new Paragraph(by(words, duiding.written(version)));
        author.addClassName("secondary");
        return new Div(head, text, author);
    }

    /** 'Analist (jansen), 6 feb 2024 09:14', without a name where there is none. */
    static String by(FigureWords words, DuidingVersion version) {
        String role = words.text("role." + version.authorRole());
        String moment = words.format().moment(version.writtenAt());
        return version.author().isEmpty()
                ? words.text("duiding.by.role", role, moment)
                : words.text("duiding.by", role, version.author(), moment);
    }

    private Details history(Duiding duiding) {
        OrderedList versions = new OrderedList();
        versions.addClassName("duiding-history");
        for (DuidingVersion version : duiding.versions()) {
            Paragraph what = new Paragraph(words.text("duiding.state." + version.state()) + " · " + by(words, version));
            what.addClassName("secondary");
            Paragraph text = new Paragraph(version.text());
            text.addClassName("duiding-text");
            versions.add(new ListItem(what, text));
        }
        Details details = new Details(
                words.text(
                        "duiding.history", Integer.toString(duiding.versions().size())),
                versions);
        details.getElement().setAttribute("data-testid", "duiding-geschiedenis");
        return details;
    }

    private Div buttons(Duiding duiding, Set<DuidingRight> rights, boolean mayEstablish, Acts acts) {
        Div buttons = new Div();
        buttons.addClassName("duiding-buttons");
        if (mayEstablish) {
            buttons.add(button("duiding.establish", "duiding-vaststellen", acts.establish()));
        }
        if (rights.contains(DuidingRight.WRITE)) {
            buttons.add(button("duiding.edit", "duiding-wijzigen", acts.edit()));
        }
        if (rights.contains(DuidingRight.WITHDRAW)) {
            buttons.add(button("duiding.withdraw", "duiding-intrekken", acts.withdraw()));
        }
        boolean isOwn = duiding.current().state() == DuidingState.CONCEPT
                && rights.contains(DuidingRight.ESTABLISH)
                && !mayEstablish;
        if (isOwn) {
            Span own = new Span(words.text("duiding.own"));
            own.addClassName("secondary");
            buttons.add(own);
        }
        return buttons;
    }

    private Button button(String key, String testId, Runnable act) {
        Button button = new Button(words.text(key), click -> act.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        button.getElement().setAttribute("data-testid", testId);
        return button;
    }
}
