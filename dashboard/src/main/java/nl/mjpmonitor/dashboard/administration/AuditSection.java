package nl.mjpmonitor.dashboard.administration;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import nl.mjpmonitor.dashboard.audit.AuditAction;
import nl.mjpmonitor.dashboard.audit.AuditEvent;
import nl.mjpmonitor.dashboard.audit.AuditFilter;
import nl.mjpmonitor.dashboard.audit.AuditTrail;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.dashboard.figures.PlainTable;
import nl.mjpmonitor.dashboard.store.StoreAwayException;

/** The audit log with its filter. */
final class AuditSection extends Section {

    private static final int NEWEST = 500;

    private final transient AuditTrail trail;
    private final transient FigureWords words;
    private final transient Clock clock;
    private final TextField actor = new TextField();
    private final ComboBox<AuditAction> action = new ComboBox<>();
    private final Select<Integer> days = new Select<>();
    private final Paragraph finding = new Paragraph();
    private final PlainTable log;

    AuditSection(AuditTrail trail, FigureWords words, Clock clock, Consumer<AuditChoice> onChoice) {
        this.trail = trail;
        this.words = words;
        this.clock = clock;
        H2 title = new H2(words.text("audit.title"));
        title.setId("kop-logboek");
        getElement().setAttribute("aria-labelledby", "kop-logboek");
        finding.getElement().setAttribute("role", "status").setAttribute("data-testid", "logboek-melding");
        log = new PlainTable(
                words.text("audit.caption"),
                "logboek",
                List.of(
                        words.text("audit.at"),
                        words.text("audit.actor"),
                        words.text("audit.action"),
                        words.text("audit.subject")));
        add(title, new Paragraph(words.text("audit.intro")), filter(onChoice), finding, log);
    }

    private Div filter(Consumer<AuditChoice> onChoice) {
        actor.setLabel(words.text("audit.actor"));
        actor.setId("logboek-account");
        actor.setClearButtonVisible(true);
        action.setLabel(words.text("audit.action"));
        action.setId("logboek-actie");
        action.setItems(AuditAction.values());
        action.setItemLabelGenerator(this::name);
        action.setClearButtonVisible(true);
        days.setLabel(words.text("audit.period"));
        days.setId("logboek-periode");
        days.setItems(AuditChoice.DAYS);
        days.setItemLabelGenerator(number -> number == 0
                ? words.text("audit.period.all")
                : words.text("audit.period.days", Integer.toString(number)));
        actor.addValueChangeListener(change -> choose(change.isFromClient(), onChoice));
        action.addValueChangeListener(change -> choose(change.isFromClient(), onChoice));
        days.addValueChangeListener(change -> choose(change.isFromClient(), onChoice));
        Div filter = new Div(actor, action, days);
        filter.addClassName("filter");
        return filter;
    }

    private void choose(boolean isFromClient, Consumer<AuditChoice> onChoice) {
        if (isFromClient) {
            onChoice.accept(new AuditChoice(
                    Optional.of(actor.getValue().strip()).filter(name -> !name.isEmpty()),
                    Optional.ofNullable(action.getValue()),
                    days.getValue()));
        }
    }

    private String name(AuditAction one) {
        return words.text("audit." + one);
    }

    /** Shows the events of this choice. */
    void show(AuditChoice choice) {
        actor.setValue(choice.actor().orElse(""));
        action.setValue(choice.action().orElse(null));
        days.setValue(choice.days());
        Optional<Instant> from = choice.days() == 0
                ? Optional.empty()
                : Optional.of(clock.instant().minus(Duration.ofDays(choice.days())));
        try {
            List<AuditEvent> events = trail.find(new AuditFilter(choice.actor(), choice.action(), from, NEWEST));
            log.clear();
            events.forEach(event ->
                    log.row(words.format().moment(event.at()), event.actor(), name(event.action()), event.subject()));
            log.setVisible(!events.isEmpty());
            finding.setText(
                    events.isEmpty()
                            ? words.text("audit.none")
                            : words.text(
                                    events.size() == NEWEST ? "audit.found.newest" : "audit.found",
                                    words.format().count(events.size())));
        } catch (StoreAwayException away) {
            log.setVisible(false);
            finding.setText(words.text("audit.away"));
        }
    }
}
