package nl.mjpmonitor.dashboard.review;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.mjpmonitor.dashboard.figures.ChartLanguage;
import nl.mjpmonitor.dashboard.figures.DemoMark;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.dashboard.live.FigureNotice;
import nl.mjpmonitor.dashboard.live.FigureState;
import nl.mjpmonitor.dashboard.texts.Texts;

/**
 * The Maandbeeld on a wall: one message a screen, large, without filters, led by the keyboard. The screen stands in the address.
 * Letters as keys work here only and can be put off.
 */
@Route(value = "maandbeeld/presentatie", autoLayout = false)
@RolesAllowed({"ANALIST", "PROGRAMMAMANAGER", "DRIEHOEK"})
@StyleSheet("styles/review.css")
class PresentationView extends Main implements AfterNavigationObserver, HasDynamicTitle, ReviewFeed.Listener {

    static final String SCREEN = "scherm";
    static final String LETTERS = "letters";
    static final String OFF = "uit";

    private static final Key QUESTION = Key.of("?");

    /** Ticks in the browser, in Dutch time, and stops with the element. */
    private static final String CLOCK = """
            const show = () => {
              this.textContent = new Date().toLocaleTimeString($0,
                {hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Amsterdam'});
            };
            show();
            clearInterval(this.ticking);
            this.ticking = setInterval(() => this.isConnected ? show() : clearInterval(this.ticking), 1000);
            """;

    private static final String FULL_SCREEN = """
            this.addEventListener('click', () => document.fullscreenElement
              ? document.exitFullscreen() : document.documentElement.requestFullscreen());
            """;

    private final transient ReviewSources sources;
    private final transient ReviewWords words;
    private final transient ReviewScreens maker;
    private final H1 title = new H1();
    private final Div stage = new Div();
    private final Span clock = new Span();
    private final Span place = new Span();
    private final Span source = new Span();
    private final FigureNotice notice = new FigureNotice();
    private final Div help = new Div();
    private final Checkbox letters = new Checkbox();
    private final Div black = new Div();
    private final boolean isDemonstration;

    private transient Optional<ReviewFeed> feed = Optional.empty();
    private transient Optional<ReviewAddress> address = Optional.empty();
    private transient List<ReviewScreen> screens = List.of();
    private int number = 1;
    private boolean hasTable;
    private boolean hasDecision;

    PresentationView(ReviewSources sources, DemoMark.Setting demo, Texts texts) {
        this.sources = sources;
        this.words = new ReviewWords(new FigureWords(texts, getLocale()));
        this.maker = new ReviewScreens(words);
        this.isDemonstration = demo.isDemonstration();
        setId("inhoud");
        addClassName("presentation");
        getElement().setAttribute("tabindex", "-1");
        stage.addClassName("presentation-stage");
        stage.getElement().setAttribute("aria-live", "polite").setAttribute("data-testid", "scherm");
        black.addClassName("presentation-black");
        black.getElement().setAttribute("data-testid", "zwart");
        black.setVisible(false);
        black.addClickListener(click -> black.setVisible(false));
        // until there is a screen with a title of its own
        title.setText(words.text("review.nav"));
        add(header(), notice, title, stage, footer(), help(), black);
        addKeys();
    }

    private Header header() {
        Span confidential = new Span(words.text("present.confidential"));
        confidential.addClassName("presentation-confidential");
        clock.addClassName("presentation-clock");
        clock.getElement().setAttribute("aria-hidden", "true");
        Header header = new Header(confidential);
        if (isDemonstration) {
            header.add(new DemoMark());
        }
        header.add(place, clock);
        header.addClassName("presentation-header");
        place.addClassName("presentation-place");
        place.getElement().setAttribute("data-testid", "plaats");
        return header;
    }

    private Footer footer() {
        Button full = button("present.full-screen", "volledig-scherm", () -> {});
        full.getElement().executeJs(FULL_SCREEN);
        source.addClassName("presentation-source");
        Div buttons = new Div(
                button("present.previous", "vorige", () -> go(number - 1)),
                button("present.next", "volgende", () -> go(number + 1)),
                full,
                button("present.help", "hulp", this::toggleHelp),
                button("present.close", "sluiten", this::close));
        buttons.addClassName("presentation-buttons");
        Footer footer = new Footer(source, buttons);
        footer.addClassName("presentation-footer");
        return footer;
    }

    private Button button(String key, String testId, Runnable act) {
        Button button = new Button(words.text(key), click -> act.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        button.getElement().setAttribute("data-testid", testId);
        return button;
    }

    private Div help() {
        UnorderedList keys = new UnorderedList();
        List.of("next", "previous", "ends", "table", "black", "decision", "help", "escape")
                .forEach(key -> keys.add(new ListItem(words.text("present.key." + key))));
        letters.setLabel(words.text("present.letters"));
        letters.getElement().setAttribute("data-testid", "letters");
        letters.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                go(number);
            }
        });
        help.add(new Paragraph(words.text("present.help.title")), keys, letters);
        help.addClassName("presentation-help");
        help.getElement().setAttribute("data-testid", "hulp-tekst");
        help.setVisible(false);
        return help;
    }

    private void addKeys() {
        on(Key.ARROW_RIGHT, () -> go(number + 1));
        on(Key.PAGE_DOWN, () -> go(number + 1));
        on(Key.ARROW_LEFT, () -> go(number - 1));
        on(Key.PAGE_UP, () -> go(number - 1));
        on(Key.HOME, () -> go(1));
        on(Key.END, () -> go(screens.size()));
        on(Key.ESCAPE, () -> escape());
        onLetter(Key.KEY_T, this::toggleTable);
        onLetter(Key.KEY_B, () -> black.setVisible(!black.isVisible()));
        onLetter(Key.KEY_N, this::toggleDecision);
        onLetter(QUESTION, this::toggleHelp);
        // on most keyboards a question mark takes the shift key
        onLetter(QUESTION, this::toggleHelp, KeyModifier.SHIFT);
    }

    private void toggleHelp() {
        help.setVisible(!help.isVisible());
    }

    private void on(Key key, Runnable act, KeyModifier... modifiers) {
        var ignored = Shortcuts.addShortcutListener(this, act::run, key, modifiers);
    }

    /** A single letter may be pressed by a voice or a slip: it can be put off. */
    private void onLetter(Key key, Runnable act, KeyModifier... modifiers) {
        on(
                key,
                () -> {
                    if (letters.getValue()) {
                        act.run();
                    }
                },
                modifiers);
    }

    private void toggleTable() {
        hasTable = !hasTable;
        showScreen();
    }

    private void toggleDecision() {
        hasDecision = !hasDecision;
        showScreen();
    }

    private void escape() {
        if (black.isVisible()) {
            black.setVisible(false);
        } else if (help.isVisible()) {
            help.setVisible(false);
        } else {
            close();
        }
    }

    private void close() {
        address.ifPresent(current -> getUI().ifPresent(
                        ui -> ui.navigate(ReviewView.class, current.key().parameters())));
    }

    private void go(int wanted) {
        int next = Math.clamp(wanted, 1, Math.max(1, screens.size()));
        address.ifPresent(current -> getUI().ifPresent(ui -> {
            QueryParameters parameters = current.key().parameters().merging(SCREEN, Integer.toString(next));
            ui.navigate(PresentationView.class, letters.getValue() ? parameters : parameters.merging(LETTERS, OFF));
        }));
    }

    @Override
    public String getPageTitle() {
        return words.text(
                "title",
                words.text(
                        "present.title",
                        address.map(current -> words.month(current.month())).orElse(""),
                        title.getText()));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        ChartLanguage.apply(event.getUI(), words.words().locale());
        clock.getElement().executeJs(CLOCK, words.words().locale().toLanguageTag());
        getElement().executeJs("this.focus();");
    }

    @Override
    protected void onDetach(DetachEvent event) {
        feed.ifPresent(ReviewFeed::end);
        PaperNote.clear(event.getUI());
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        QueryParameters parameters = event.getLocation().getQueryParameters();
        ReviewAddress next = ReviewAddress.of(parameters, sources);
        letters.setValue(!parameters.getSingleParameter(LETTERS).equals(Optional.of(OFF)));
        number = parameters
                .getSingleParameter(SCREEN)
                .filter(word -> word.matches("[0-9]{1,3}"))
                .map(Integer::valueOf)
                .orElse(1);
        hasTable = false;
        hasDecision = false;
        boolean isSame = address.map(ReviewAddress::key).equals(Optional.of(next.key()));
        address = Optional.of(next);
        if (isSame) {
            showScreen();
        } else {
            feed.ifPresent(ReviewFeed::end);
            ReviewFeed opened = new ReviewFeed(
                    sources, next.key(), next.area(), words.words().locale(), this);
            feed = Optional.of(opened);
            opened.start(UI.getCurrent());
        }
    }

    @Override
    public void state(FigureState state) {
        notice.show(words.words(), state);
        if (state instanceof FigureState.Loading || state instanceof FigureState.Failed) {
            screens = List.of();
            showScreen();
        }
    }

    @Override
    public void review(Review review) {
        screens = maker.screens(review);
        String note = words.text(
                "present.source",
                review.area().name(),
                words.month(review.key().month()),
                words.words().format().moment(review.readAt()));
        source.setText(note);
        getUI().ifPresent(ui -> PaperNote.show(ui, note));
        showScreen();
    }

    private void showScreen() {
        stage.removeAll();
        if (screens.isEmpty()) {
            title.setText(words.text("review.nav"));
            place.setText("");
            return;
        }
        number = Math.clamp(number, 1, screens.size());
        ReviewScreen screen = screens.get(number - 1);
        title.setText(screen.title());
        place.setText(words.text(
                "present.place",
                words.text(screen.item().textKey()),
                screen.item().minutes(),
                words.count(number),
                words.count(screens.size())));
        List<Component> parts = new ArrayList<>();
        if (hasTable && screen.table().isPresent()) {
            parts.add(screen.table().get().get());
        } else {
            parts.add(screen.body().get());
        }
        if (hasDecision && !screen.decision().isEmpty()) {
            Paragraph decision = new Paragraph(screen.decision());
            decision.addClassName("presentation-decision");
            decision.getElement().setAttribute("data-testid", "besluit");
            parts.add(decision);
        }
        stage.add(parts);
        getUI().ifPresent(ui -> ui.getPage().setTitle(getPageTitle()));
    }
}
