package nl.mjpmonitor.dashboard.duiding;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Optional;
import nl.mjpmonitor.dashboard.access.OutOfScopeException;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.dashboard.store.StoreAwayException;
import nl.mjpmonitor.dashboard.store.StoreSight;
import nl.mjpmonitor.dashboard.store.StoreState;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;
import nl.mjpmonitor.warehouse.periods.Period;

/**
 * The duiding of one figure, for beside it: what was written about it, and for who may, writing, establishing and withdrawing.
 * Without the store it says so and the figure stays as it is.
 */
public final class DuidingPanel extends Section {

    /** What the panel is about. */
    private record Figure(IndicatorId indicator, AreaCode area, List<Period> periods) {

        DuidingSubject subject(Period period) {
            return DuidingSubject.of(indicator, area, period);
        }

        Optional<Period> period(String label) {
            return periods.stream()
                    .filter(period -> period.label().equals(label))
                    .findFirst();
        }
    }

    private final transient DuidingService service;
    private final transient StoreSight store;
    private final transient FigureWords words;
    private final Paragraph notice = new Paragraph();
    private final UnorderedList list = new UnorderedList();
    private final Div editing = new Div();
    private final Button write;

    private transient Optional<Figure> figure = Optional.empty();

    /**
     * @param title heading of the panel, at the level of where it stands
     * @param name what the panel is called among others on the page
     */
    DuidingPanel(DuidingService service, StoreSight store, FigureWords words, Component title, String name) {
        this.service = service;
        this.store = store;
        this.words = words;
        this.write = new Button(words.text("duiding.write"), click -> openForNew());
        addClassName("duiding");
        getElement().setAttribute("data-testid", "duiding").setAttribute("aria-label", name);
        notice.addClassName("duiding-notice");
        notice.getElement().setAttribute("role", "status").setAttribute("data-testid", "duiding-melding");
        list.addClassName("duiding-list");
        write.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        write.getElement().setAttribute("data-testid", "duiding-schrijven");
        add(title, notice, list, write, editing);
        setVisible(false);
    }

    /**
     * Shows what the reader may see of the duiding of these periods of an indicator in an area.
     *
     * @param periods the periods on the screen, oldest first, at least one; a new duiding is about one of them
     */
    public void show(IndicatorId indicator, AreaCode area, List<Period> periods) {
        Figure next = new Figure(indicator, area, List.copyOf(periods));
        if (!figure.equals(Optional.of(next))) {
            figure = Optional.of(next);
            setVisible(true);
            refresh();
        }
    }

    /** There is no period on the screen to write about. */
    public void hide() {
        figure = Optional.empty();
        setVisible(false);
    }

    private void refresh() {
        editing.removeAll();
        say("");
        list.removeAll();
        write.setVisible(false);
        if (store.state() == StoreState.READY) {
            attempt(() -> figure.ifPresent(this::read));
        } else {
            sayAway();
        }
    }

    private void read(Figure shown) {
        List<Duiding> duidingen = service.find(DuidingQuestion.about(shown.indicator(), shown.area())).stream()
                .filter(duiding -> shown.period(duiding.subject().period()).isPresent())
                .toList();
        duidingen.forEach(duiding -> list.add(new DuidingCard(
                duiding,
                name(shown, duiding),
                words,
                service,
                new DuidingCard.Acts(
                        () -> openFor(duiding, duiding.current().text()),
                        () -> act(() -> service.establish(
                                duiding.id(), duiding.current().number())),
                        () -> act(() ->
                                service.withdraw(duiding.id(), duiding.current().number()))))));
        if (duidingen.isEmpty()) {
            say(words.text("duiding.none"));
        }
        write.setVisible(
                service.rights(shown.subject(shown.periods().getLast())).contains(DuidingRight.WRITE));
    }

    private String name(Figure shown, Duiding duiding) {
        return shown.period(duiding.subject().period())
                .map(this::name)
                .orElseGet(() -> duiding.subject().period());
    }

    private String name(Period period) {
        return period.label(words.locale());
    }

    private void openForNew() {
        figure.ifPresent(shown -> edit(DuidingEditor.forNew(words, shown.periods(), this::name)
                .onSave(draft -> act(() -> service.write(shown.subject(draft.period()), draft.text())))));
    }

    private void openFor(Duiding duiding, String text) {
        figure.ifPresent(shown -> edit(
                DuidingEditor.forText(words, name(shown, duiding), text).onSave(draft -> save(duiding, draft.text()))));
    }

    private void edit(DuidingEditor editor) {
        editor.onCancel(this::refresh);
        editing.removeAll();
        editing.add(editor);
        write.setVisible(false);
        editor.focus();
    }

    /** Of two writers the second sees both texts, and decides. */
    private void save(Duiding duiding, String text) {
        attempt(() -> {
            try {
                service.edit(duiding.id(), duiding.current().number(), text);
                refresh();
            } catch (DuidingConflictException conflict) {
                Duiding theirs = conflict.current();
                if (theirs.current().state() == DuidingState.INGETROKKEN) {
                    refresh();
                    say(words.text("duiding.conflict.withdrawn"));
                } else {
                    openFor(theirs, text);
                    editor().ifPresent(editor ->
                            editor.showTheirs(theirs.current().text(), DuidingCard.by(words, theirs.current())));
                }
            }
        });
    }

    /** Something that changes a duiding: afterwards everything is read again. */
    private void act(Runnable act) {
        attempt(() -> {
            try {
                act.run();
                refresh();
            } catch (DuidingConflictException conflict) {
                refresh();
                say(words.text("duiding.conflict.reread"));
            }
        });
    }

    private void attempt(Runnable work) {
        try {
            work.run();
        } catch (InvalidDuidingException invalid) {
            String reason = words.text("duiding.invalid." + invalid.reason(), Integer.toString(DuidingText.LONGEST));
            editor().ifPresentOrElse(editor -> editor.refuse(reason), () -> say(reason));
        } catch (StoreAwayException away) {
            sayAway();
        } catch (OutOfScopeException refused) {
            say(words.text("duiding.refused"));
        }
    }

    private Optional<DuidingEditor> editor() {
        return editing.getChildren()
                .filter(DuidingEditor.class::isInstance)
                .map(DuidingEditor.class::cast)
                .findFirst();
    }

    private void sayAway() {
        say(words.text(store.state() == StoreState.NOT_CONFIGURED ? "duiding.off" : "duiding.away"));
    }

    private void say(String sentence) {
        notice.setText(sentence);
        notice.setVisible(!sentence.isEmpty());
    }
}
