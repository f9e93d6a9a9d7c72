package nl.mjpmonitor.dashboard.quality;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import nl.mjpmonitor.dashboard.figures.FigureFormat;
import nl.mjpmonitor.dashboard.figures.PlainTable;
import nl.mjpmonitor.warehouse.quality.EventPosition;
import nl.mjpmonitor.warehouse.quality.EventShape;
import nl.mjpmonitor.warehouse.quality.RejectedEvent;
import nl.mjpmonitor.warehouse.quality.RejectedEventState;
import nl.mjpmonitor.warehouse.quality.ReplayRequest;

/** The events that the stream refused: which, why, and what can be done. Values of an event are never shown. */
final class RejectedSection extends Section {

    private final transient QualityWords words;
    private final transient FigureFormat format;
    private final boolean mayAct;
    private final transient Consumer<EventPosition> replay;
    private final transient BiConsumer<EventPosition, String> dismiss;
    private final transient Set<EventPosition> inspected = new HashSet<>();
    private transient Optional<QualityPicture> shown = Optional.empty();

    /**
     * An empty section.
     *
     * @param mayAct whether events may be replayed and dismissed
     */
    RejectedSection(
            QualityWords words,
            FigureFormat format,
            boolean mayAct,
            Consumer<EventPosition> replay,
            BiConsumer<EventPosition, String> dismiss) {
        this.words = words;
        this.format = format;
        this.mayAct = mayAct;
        this.replay = replay;
        this.dismiss = dismiss;
    }

    /** Only what is news is drawn anew, and what the reader opened stays open. */
    void show(QualityPicture picture) {
        if (shown.filter(picture::rejectsAlike).isPresent()) {
            return;
        }
        shown = Optional.of(picture);
        removeAll();
        H2 title = new H2(words.text("quality.rejected"));
        title.setId("kop-afgekeurd");
        getElement().setAttribute("aria-labelledby", "kop-afgekeurd");
        add(title, new Paragraph(words.text("quality.rejected.intro")), states(picture));
        if (picture.events().isEmpty()) {
            Paragraph none = new Paragraph(words.text("quality.rejected.none." + word(picture.state())));
            none.getElement().setAttribute("data-testid", "afgekeurd-geen");
            add(none);
            return;
        }
        PlainTable table = new PlainTable(
                words.text("quality.rejected.caption." + word(picture.state())),
                "tabel-afgekeurd",
                List.of(
                        words.text("quality.rejected.what"),
                        words.text("quality.rejected.when"),
                        words.text("quality.rejected.why"),
                        words.text("quality.rejected.do")));
        picture.events()
                .forEach(event -> table.row(
                        source(event), new Span(format.moment(event.knownAt())), why(event), actions(event, picture)));
        add(table);
        if (picture.events().size() == QualityDesk.MOST_EVENTS) {
            add(new Paragraph(words.text("quality.rejected.most", format.count(QualityDesk.MOST_EVENTS))));
        }
    }

    private Nav states(QualityPicture picture) {
        Nav states = new Nav();
        states.addClassName("states");
        states.getElement().setAttribute("aria-label", words.text("quality.rejected.states"));
        for (RejectedEventState state : RejectedEventState.values()) {
            Anchor link = new Anchor(
                    "datakwaliteit?" + QualityView.STATE + "=" + word(state),
                    words.text(
                            "quality.rejected.state." + word(state),
                            format.count(picture.counts().getOrDefault(state, 0L))));
            link.setRouterIgnore(false);
            link.getElement().setAttribute("data-testid", "stand-" + word(state));
            if (state == picture.state()) {
                link.getElement().setAttribute("aria-current", "true");
            }
            states.add(link);
        }
        return states;
    }

    private String source(RejectedEvent event) {
        return event.sourceTable().isEmpty()
                ? event.position().topic()
                : event.sourceSystem() + "." + event.sourceTable();
    }

    private Div why(RejectedEvent event) {
        Div why = new Div(new Span(words.reason(event.reason())));
        if (!event.stateNote().isEmpty()) {
            Paragraph note = new Paragraph(words.text("quality.rejected.note", event.stateNote()));
            note.addClassName("secondary");
            why.add(note);
        }
        why.add(inspection(event));
        return why;
    }

    private Details inspection(RejectedEvent event) {
        EventShape shape = EventShape.of(event.payload());
        Div content = new Div(
                line("quality.inspect.position", QualityDesk.name(event.position())),
                line("quality.inspect.reason", event.reason()),
                line("quality.inspect.detail", event.detail()),
                line(
                        "quality.inspect.columns",
                        shape.columns().isEmpty()
                                ? words.text("quality.inspect.columns.none")
                                : shape.columns().stream()
                                        .map(column -> column.name() + " (" + column.kind() + ")")
                                        .collect(Collectors.joining(", "))));
        Paragraph hidden = new Paragraph(words.text("quality.inspect.hidden"));
        hidden.addClassName("secondary");
        content.add(hidden);
        Details details = new Details(words.text("quality.inspect"), content);
        details.setOpened(inspected.contains(event.position()));
        details.addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                inspected.add(event.position());
            } else {
                inspected.remove(event.position());
            }
        });
        details.getElement().setAttribute("data-testid", "bekijk-" + QualityDesk.name(event.position()));
        return details;
    }

    private Paragraph line(String key, String value) {
        return new Paragraph(words.text(key) + ": " + value);
    }

    private Component actions(RejectedEvent event, QualityPicture picture) {
        ReplayRequest.State asked =
                picture.request(event).map(ReplayRequest::state).orElse(ReplayRequest.State.DONE);
        if (event.state() == RejectedEventState.NEW && asked == ReplayRequest.State.WAITING) {
            return new Span(words.text("quality.replay.waiting"));
        }
        Div actions = new Div();
        actions.addClassName("actions");
        if (event.state() == RejectedEventState.NEW && asked == ReplayRequest.State.FAILED) {
            actions.add(new Paragraph(words.text(
                    "quality.replay.failed",
                    picture.request(event).map(ReplayRequest::outcome).orElse(""))));
        }
        if (mayAct && event.state() == RejectedEventState.NEW) {
            String name = source(event) + ", " + format.moment(event.knownAt());
            Button again = new Button(words.text("quality.replay"), click -> replay.accept(event.position()));
            again.setAriaLabel(words.text("quality.replay.of", name));
            again.setDisableOnClick(true);
            again.getElement().setAttribute("data-testid", "opnieuw");
            Button close = new Button(words.text("quality.dismiss"), click -> askWhy(event, name));
            close.setAriaLabel(words.text("quality.dismiss.of", name));
            close.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            close.getElement().setAttribute("data-testid", "afsluiten");
            actions.add(again, close);
        } else if (event.state() == RejectedEventState.NEW) {
            actions.add(new Span(words.text("quality.rejected.administrator")));
        }
        return actions;
    }

    private void askWhy(RejectedEvent event, String name) {
        Dialog dialog = new Dialog(words.text("quality.dismiss.of", name));
        TextArea reason = new TextArea(words.text("quality.dismiss.reason"));
        reason.setHelperText(words.text("quality.dismiss.help"));
        reason.setErrorMessage(words.text("quality.dismiss.required"));
        reason.setRequiredIndicatorVisible(true);
        reason.setMaxLength(500);
        reason.setWidthFull();
        reason.getElement().setAttribute("data-testid", "reden");
        Button close = new Button(words.text("quality.dismiss"), click -> {
            if (reason.getValue().isBlank()) {
                reason.setInvalid(true);
                reason.focus();
            } else {
                dialog.close();
                dismiss.accept(event.position(), Objects.requireNonNull(reason.getValue()));
            }
        });
        close.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        close.getElement().setAttribute("data-testid", "bevestig");
        dialog.add(reason);
        dialog.getFooter().add(new Button(words.text("quality.cancel"), click -> dialog.close()), close);
        dialog.open();
        reason.focus();
    }

    private static String word(RejectedEventState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
