package nl.mjpmonitor.dashboard.signals;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.mjpmonitor.dashboard.access.OutOfScopeException;
import nl.mjpmonitor.dashboard.access.ReadableAreas;
import nl.mjpmonitor.dashboard.exports.PageExports;
import nl.mjpmonitor.dashboard.exports.PageFigures;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.dashboard.live.PageDelivery;
import nl.mjpmonitor.dashboard.live.Subscription;
import nl.mjpmonitor.dashboard.store.StoreAwayException;
import nl.mjpmonitor.dashboard.store.StoreSight;
import nl.mjpmonitor.dashboard.store.StoreState;
import nl.mjpmonitor.dashboard.texts.Texts;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.areas.Areas;
import nl.mjpmonitor.warehouse.indicators.Confidentiality;
import nl.mjpmonitor.warehouse.indicators.SeriesRequest;
import nl.mjpmonitor.warehouse.periods.Period;
import nl.mjpmonitor.warehouse.periods.PeriodGrain;
import nl.mjpmonitor.warehouse.signals.Signal;
import nl.mjpmonitor.warehouse.signals.SignalRule;

/** The signals, and what people do with them. It follows the warehouse by itself. */
@Route("signalen")
@Menu(title = "signals.nav", order = 60)
@StyleSheet("styles/signals.css")
@PermitAll
class SignalsView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final transient SignalService service;
    private final transient LiveSignals live;
    private final transient StoreSight store;
    private final transient ReadableAreas readable;
    private final transient FigureWords words;
    private final transient SignalWords signalWords;
    private final transient Clock clock;
    private final ComboBox<Area> area = new ComboBox<>();
    private final Select<SignalRule> rule = new Select<>();
    private final Select<SignalChoice.States> states = new Select<>();
    private final Paragraph notice = new Paragraph();
    private final Paragraph found = new Paragraph();
    private final OrderedList list = new OrderedList();

    private transient SignalChoice choice =
            new SignalChoice(Optional.empty(), Optional.empty(), SignalChoice.States.OPEN);
    private transient Subscription subscription = () -> {};
    private transient Optional<LiveSignals.State> shown = Optional.empty();
    private transient List<SignalEntry> entries = List.of();
    private transient Map<CardContent, SignalCard> cards = new LinkedHashMap<>();
    private transient Instant readAt = Instant.EPOCH;

    /** What a card shows, and lets the reader do. */
    private record CardContent(SignalEntry entry, Set<SignalRight> rights) {}

    SignalsView(
            SignalService service,
            LiveSignals live,
            StoreSight store,
            ReadableAreas readable,
            Areas areas,
            PageExports exports,
            Clock clock,
            Texts texts) {
        this.service = service;
        this.clock = clock;
        this.live = live;
        this.store = store;
        this.readable = readable;
        this.words = new FigureWords(texts, getLocale());
        this.signalWords = new SignalWords(words, areas);
        setId("inhoud");
        addClassNames("view", "signals");
        getElement().setAttribute("tabindex", "-1");
        Paragraph intro = new Paragraph(words.text("signals.intro"));
        intro.addClassName("secondary");
        Div header = new Div(new Div(new H1(words.text("signals.title")), intro), filter());
        header.addClassName("view-header");
        notice.addClassName("signal-notice");
        notice.getElement().setAttribute("role", "alert").setAttribute("data-testid", "signalen-melding");
        notice.setVisible(false);
        found.getElement().setAttribute("role", "status").setAttribute("data-testid", "signalen-aantal");
        list.addClassName("signal-list");
        add(header, notice, exports.menu(words, this::taken), found, list);
    }

    private Div filter() {
        area.setId("signalen-gebied");
        area.setLabel(words.text("crime.area"));
        area.setClearButtonVisible(true);
        area.setPlaceholder(words.text("signals.every"));
        area.setItems(readable.all());
        area.setItemLabelGenerator(Area::name);
        rule.setId("signalen-regel");
        rule.setLabel(words.text("signals.rule"));
        rule.setItems(SignalRule.values());
        rule.setEmptySelectionAllowed(true);
        rule.setEmptySelectionCaption(words.text("signals.every"));
        rule.setItemLabelGenerator(each -> each == null ? words.text("signals.every") : signalWords.rule(each));
        states.setId("signalen-toestand");
        states.setLabel(words.text("signals.state"));
        states.setItems(SignalChoice.States.values());
        states.setItemLabelGenerator(each -> words.text("signals.states." + each.word()));
        area.addValueChangeListener(change -> choose(change.isFromClient()));
        rule.addValueChangeListener(change -> choose(change.isFromClient()));
        states.addValueChangeListener(change -> choose(change.isFromClient()));
        Div filter = new Div(area, rule, states);
        filter.addClassName("filter");
        return filter;
    }

    /** The signals that are shown and that the reader may still see, as a table to take along. */
    private Optional<PageFigures> taken() {
        List<Signal> visible =
                service.visible(entries.stream().map(SignalEntry::signal).toList());
        List<SignalEntry> kept = entries.stream()
                .filter(entry -> visible.contains(entry.signal()))
                .toList();
        return shown.filter(LiveSignals.State::wasRead)
                .map(_ -> new PageFigures(
                        choice.area()
                                .map(code -> "signalen-" + choice.states().word() + "-" + code)
                                .orElseGet(() -> "signalen-" + choice.states().word()),
                        words.text("signals.title"),
                        words.text("signals.states." + choice.states().word()),
                        readAt,
                        asked(kept),
                        kept.stream()
                                .map(entry -> entry.signal().rule().confidentiality())
                                .max(Comparator.naturalOrder())
                                .orElse(Confidentiality.OPENBAAR),
                        SignalTable.of(kept, signalWords)));
    }

    /** The figures that the signals are about. */
    private static List<SeriesRequest> asked(List<SignalEntry> entries) {
        return entries.stream()
                .map(SignalEntry::signal)
                .flatMap(signal -> signal.indicator().stream().map(indicator -> {
                    Period month = Period.containing(
                            PeriodGrain.MONTH, YearMonth.from(signal.openedAt().atZone(ZoneOffset.UTC)));
                    return SeriesRequest.latest(indicator, signal.area(), month, month);
                }))
                .distinct()
                .toList();
    }

    private void choose(boolean isFromClient) {
        if (isFromClient) {
            SignalChoice chosen = new SignalChoice(
                    Optional.ofNullable(area.getValue()).map(each -> each.code().value()),
                    Optional.ofNullable(rule.getValue()),
                    Optional.ofNullable(states.getValue()).orElse(SignalChoice.States.OPEN));
            getUI().ifPresent(ui -> ui.navigate(SignalsView.class, chosen.parameters()));
        }
    }

    @Override
    public String getPageTitle() {
        return words.text("title", words.text("signals.title"));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        subscription.end();
        subscription = live.watch(PageDelivery.to(event.getUI(), this::show));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        subscription.end();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        choice = SignalChoice.of(event.getLocation());
        area.setValue(choice.area()
                .flatMap(code -> readable.all().stream()
                        .filter(each -> each.code().value().equals(code))
                        .findFirst())
                .orElse(null));
        rule.setValue(choice.rule().orElse(null));
        states.setValue(choice.states());
        shown.ifPresent(this::show);
    }

    private void show(LiveSignals.State state) {
        shown = Optional.of(state);
        say(state.isReachable() ? "" : words.text(state.wasRead() ? "signals.stale" : "signals.failed"));
        entries = entries(state).stream().filter(choice::holds).toList();
        readAt = state.isReachable() ? clock.instant() : newest(state);
        showCards();
        found.setText(
                entries.isEmpty()
                        ? words.text(state.wasRead() ? "signals.none" : "signals.unknown")
                        : words.text("signals.found", Integer.toString(entries.size())));
    }

    /** When the warehouse is away: the last moment of which anything is known. */
    private Instant newest(LiveSignals.State state) {
        return state.signals().stream()
                .map(Signal::knownAt)
                .max(Comparator.naturalOrder())
                .orElseGet(clock::instant);
    }

    /** Without the store people still see what the machine says. */
    private List<SignalEntry> entries(LiveSignals.State state) {
        if (store.state() == StoreState.READY) {
            try {
                return service.withActs(state.signals());
            } catch (StoreAwayException away) {
                say(words.text("signals.away"));
            }
        } else {
            say(words.text(store.state() == StoreState.NOT_CONFIGURED ? "signals.off" : "signals.away"));
        }
        return service.visible(state.signals()).stream()
                .map(signal -> new SignalEntry(signal, List.of()))
                .toList();
    }

    /** A card that says the same stays as it is: somebody may be writing in it. */
    private void showCards() {
        boolean mayAct = store.state() == StoreState.READY;
        Map<CardContent, SignalCard> next = new LinkedHashMap<>();
        for (SignalEntry entry : entries) {
            CardContent content = new CardContent(entry, mayAct ? service.rights(entry.signal()) : Set.of());
            SignalCard known = cards.get(content);
            next.put(content, known == null ? card(content) : known);
        }
        cards.values().stream().filter(card -> !next.containsValue(card)).forEach(list::remove);
        int place = 0;
        for (SignalCard card : next.values()) {
            if (card.getParent().isEmpty()) {
                list.addComponentAtIndex(place, card);
            }
            place++;
        }
        cards = next;
    }

    private SignalCard card(CardContent content) {
        SignalEntry entry = content.entry();
        return new SignalCard(
                entry,
                content.rights(),
                signalWords,
                new SignalCard.Acts(
                        () -> act(() -> service.tellSeen(entry.signal().id(), entry.version())),
                        text -> act(() -> service.explain(entry.signal().id(), entry.version(), text)),
                        text -> act(() -> service.close(entry.signal().id(), entry.version(), text))));
    }

    /** Afterwards everything is read again, so that the reader sees what holds now. */
    private void act(Runnable act) {
        String refused = "";
        try {
            act.run();
        } catch (SignalConflictException conflict) {
            refused = words.text("signals.conflict");
        } catch (StoreAwayException away) {
            refused = words.text("signals.away");
        } catch (OutOfScopeException outOfScope) {
            refused = words.text("duiding.refused");
        }
        shown.ifPresent(this::show);
        if (!refused.isEmpty()) {
            say(refused);
        }
    }

    private void say(String sentence) {
        notice.setText(sentence);
        notice.setVisible(!sentence.isEmpty());
    }
}
