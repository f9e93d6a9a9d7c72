package nl.mjpmonitor.dashboard.review;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.mjpmonitor.dashboard.duiding.DuidingText;
import nl.mjpmonitor.dashboard.duiding.InvalidDuidingException;

/** What was agreed, and establishing it all. */
final class ActionSection extends AgendaSection {

    private static final int LONGEST = 300;
    private static final int DAYS_AHEAD = 30;

    private final transient AgendaWriter writer;
    private final transient Runnable establish;
    private final Div table = new Div();
    private final UnorderedList changing = new UnorderedList();
    private final Div adding = new Div();
    private final TextField what = new TextField();
    private final TextField who = new TextField();
    private final DatePicker when = new DatePicker();
    private final Paragraph hidden;
    private final Div establishing = new Div();
    private final Paragraph establishNote = new Paragraph();
    private final Button ask;
    private final Div sure = new Div();
    private final Div snapshots = new Div();

    ActionSection(ReviewWords words, AgendaWriter writer, Runnable establish) {
        super(AgendaItem.ACTIONS, words);
        this.writer = writer;
        this.establish = establish;
        hidden = new Paragraph(words.text("review.agenda.hidden"));
        changing.addClassNames("action-changes", "filter");
        what.setLabel(words.text("review.action.what"));
        what.setMaxLength(LONGEST);
        what.getElement().setAttribute("data-testid", "actie-wat");
        who.setLabel(words.text("review.action.who"));
        who.setHelperText(words.text("review.action.who.help"));
        who.setMaxLength(100);
        who.getElement().setAttribute("data-testid", "actie-wie");
        when.setLabel(words.text("review.action.when"));
        when.setLocale(words.words().locale());
        when.getElement().setAttribute("data-testid", "actie-wanneer");
        Button add = new Button(words.text("review.action.add"), click -> add());
        add.getElement().setAttribute("data-testid", "actie-toevoegen");
        adding.addClassNames("action-form", "filter");
        adding.add(what, who, when, add);
        ask = new Button(words.text("review.establish"), click -> confirm(true));
        ask.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        ask.getElement().setAttribute("data-testid", "vaststellen");
        Button yes = new Button(words.text("review.establish.yes"), click -> {
            confirm(false);
            this.establish.run();
        });
        yes.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        yes.getElement().setAttribute("data-testid", "vaststellen-zeker");
        Button no = new Button(words.text("duiding.cancel"), click -> confirm(false));
        no.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Div buttons = new Div(yes, no);
        buttons.addClassName("duiding-buttons");
        sure.add(new Paragraph(words.text("review.establish.sure")), buttons);
        sure.getElement().setAttribute("role", "alert");
        sure.setVisible(false);
        establishing.addClassName("filter");
        establishing.add(establishNote, ask, sure);
        snapshots.addClassName("review-established");
        add(hidden, table, changing, adding, establishing, snapshots);
    }

    private void confirm(boolean isAsked) {
        sure.setVisible(isAsked);
        ask.setVisible(!isAsked);
    }

    private void add() {
        try {
            String doing = DuidingText.of(what.getValue());
            String department = DuidingText.of(who.getValue());
            LocalDate due = Optional.ofNullable(when.getValue())
                    .orElseThrow(() -> new IllegalArgumentException("There is no day"));
            if (writer.write(content -> content.withAction(new MeetingAction(doing, department, due, false)))) {
                what.clear();
                who.clear();
            }
            refuse("");
        } catch (InvalidDuidingException | IllegalArgumentException e) {
            refuse(words().text("review.action.incomplete"));
        }
    }

    private void refuse(String reason) {
        what.setErrorMessage(reason);
        what.setInvalid(!reason.isEmpty());
    }

    @Override
    void show(Review review) {
        ReviewPapers papers = review.papers();
        boolean mayRead = papers.mayDo(ReviewRight.READ);
        boolean mayWrite = papers.mayDo(ReviewRight.WRITE);
        hidden.setVisible(!mayRead);
        table.removeAll();
        changing.removeAll();
        adding.setVisible(mayWrite);
        if (when.isEmpty()) {
            when.setValue(review.key().month().atEndOfMonth().plusDays(DAYS_AHEAD));
        }
        if (mayRead) {
            List<MeetingAction> actions = papers.agenda().content().actions();
            table.add(actions(words(), review));
            if (mayWrite) {
                IntStream.range(0, actions.size()).forEach(index -> changing.add(changes(actions.get(index), index)));
            }
        }
        establishing.setVisible(papers.mayDo(ReviewRight.ESTABLISH));
        establishNote.setText(words().text(review.isStale() ? "review.establish.stale" : "review.establish.note"));
        ask.setEnabled(!review.isStale());
        snapshots.removeAll();
        if (mayRead) {
            snapshots.add(new H3(words().text("review.snapshots")), snapshots(papers.snapshots()));
        }
    }

    static Div actions(ReviewWords words, Review review) {
        List<MeetingAction> actions = review.papers().agenda().content().actions();
        Div all = new Div();
        all.getElement().setAttribute("data-testid", "acties");
        all.add(actions.isEmpty() ? new Paragraph(words.text("review.actions.none")) : new ActionTable(words, actions));
        return all;
    }

    private ListItem changes(MeetingAction action, int index) {
        Checkbox done = new Checkbox(words().text("review.action.is-done", action.what()), action.isDone());
        done.getElement().setAttribute("data-testid", "actie-gedaan-" + index);
        done.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                boolean ignored =
                        writer.write(content -> content.withAction(index, one -> one.done(change.getValue())));
            }
        });
        Button remove = new Button(words().text("review.action.remove"), click -> {
            boolean ignored = writer.write(content -> content.withoutAction(index));
        });
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        remove.setAriaLabel(words().text("review.action.remove.of", action.what()));
        remove.getElement().setAttribute("data-testid", "actie-weg-" + index);
        return new ListItem(done, remove);
    }

    private Div snapshots(List<SnapshotHeading> all) {
        Div list = new Div();
        list.getElement().setAttribute("data-testid", "vastgesteld");
        if (all.isEmpty()) {
            list.add(new Paragraph(words().text("review.snapshots.none")));
            return list;
        }
        UnorderedList links = new UnorderedList();
        links.addClassName("agenda-list");
        all.forEach(snapshot -> links.add(new ListItem(new RouterLink(
                words().text(
                                "review.snapshot.link",
                                words().month(snapshot.key().month()),
                                words().words().format().moment(snapshot.establishedAt()),
                                words().text("role." + snapshot.authorRole())),
                SnapshotView.class,
                new RouteParameters(SnapshotView.NUMBER, Long.toString(snapshot.id()))))));
        list.add(links);
        return list;
    }
}
