package nl.mjpmonitor.dashboard.review;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.PermitAll;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import nl.mjpmonitor.dashboard.access.OutOfScopeException;
import nl.mjpmonitor.dashboard.duiding.DuidingPanels;
import nl.mjpmonitor.dashboard.exports.PageExports;
import nl.mjpmonitor.dashboard.exports.PageFigures;
import nl.mjpmonitor.dashboard.figures.ChartLanguage;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.dashboard.live.FigureNotice;
import nl.mjpmonitor.dashboard.live.FigureState;
import nl.mjpmonitor.dashboard.store.StoreAwayException;
import nl.mjpmonitor.dashboard.store.StoreState;
import nl.mjpmonitor.dashboard.texts.Texts;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.indicators.Confidentiality;

/** The Maandbeeld of one month and area, in the order in which the meeting goes through it. It follows the warehouse by itself. */
@Route("maandbeeld")
@Menu(title = "review.nav", order = 20)
@PermitAll
@StyleSheet("styles/review.css")
class ReviewView extends Main implements AfterNavigationObserver, HasDynamicTitle, ReviewFeed.Listener {

    private static final String PRINT = "this.addEventListener('click', () => window.print());";

    private final transient ReviewSources sources;
    private final transient ReviewService service;
    private final transient ReviewFreezer freezer;
    private final transient ReviewWords words;
    private final H1 title = new H1();
    private final ComboBox<YearMonth> monthFilter = new ComboBox<>();
    private final ComboBox<Area> areaFilter = new ComboBox<>();
    private final RouterLink present;
    private final Paragraph unknownChoice = new Paragraph();
    private final Paragraph message = new Paragraph();
    private final FigureNotice notice = new FigureNotice();
    private final Div body = new Div();
    private final Paragraph colophon = new Paragraph();
    private final transient List<AgendaSection> sections;
    private final FigureAnnex annex;

    private transient Optional<ReviewFeed> feed = Optional.empty();
    private transient Optional<ReviewAddress> address = Optional.empty();
    private transient Optional<Review> shown = Optional.empty();
    private transient Set<String> openChapters = Set.of();

    ReviewView(
            ReviewSources sources,
            ReviewService service,
            ReviewFreezer freezer,
            DuidingPanels duidingPanels,
            PageExports exports,
            Texts texts) {
        this.sources = sources;
        this.service = service;
        this.freezer = freezer;
        this.words = new ReviewWords(new FigureWords(texts, getLocale()));
        this.present = new RouterLink(words.text("review.present"), PresentationView.class);
        this.annex = new FigureAnnex(words);
        this.sections = List.of(
                new DataSection(words),
                new SignalSection(words),
                new TopicSection(words, duidingPanels, this::write),
                new AreaSection(words, this::write),
                new ActionSection(words, this::write, this::establish));
        setId("inhoud");
        addClassNames("view", "review");
        getElement().setAttribute("tabindex", "-1");
        unknownChoice.addClassName("unknown-choice");
        unknownChoice.setVisible(false);
        message.addClassName("review-message");
        message.getElement().setAttribute("role", "status").setAttribute("data-testid", "bericht");
        message.setVisible(false);
        colophon.addClassName("review-colophon");
        body.addClassName("review-body");
        body.add(agenda());
        sections.forEach(body::add);
        body.add(annex, colophon);
        add(header(), unknownChoice, notice, message, exports.menu(words.words(), this::taken), body);
    }

    private Div header() {
        Paragraph intro = new Paragraph(words.text("review.intro"));
        intro.addClassName("secondary");
        monthFilter.setId(ReviewKey.MONTH);
        monthFilter.setLabel(words.text("review.month"));
        monthFilter.setItems(sources.subject().months());
        monthFilter.setItemLabelGenerator(words::month);
        areaFilter.setId(ReviewKey.AREA);
        areaFilter.setLabel(words.text("crime.area"));
        areaFilter.setItems(sources.subject().areas());
        areaFilter.setItemLabelGenerator(this::areaName);
        monthFilter.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                go();
            }
        });
        areaFilter.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                go();
            }
        });
        present.addClassName("review-present");
        present.getElement().setAttribute("data-testid", "presenteren");
        Button print = new Button(words.text("review.print"));
        print.getElement().executeJs(PRINT);
        Div ways = new Div(present, print);
        ways.addClassNames("review-ways", "filter");
        Div filters = new Div(monthFilter, areaFilter);
        filters.addClassName("review-filters");
        Div header = new Div(new Div(title, intro, ways), filters);
        header.addClassName("view-header");
        return header;
    }

    /** The ways to the parts of the hour. */
    private Nav agenda() {
        OrderedList list = new OrderedList();
        for (AgendaItem item : AgendaItem.values()) {
            Anchor link = new Anchor("#" + item.id(), words.text(item.textKey()));
            link.setRouterIgnore(true);
            // followed as a link it would leave the view: addresses here start at the root
            link.getElement()
                    .executeJs(
                            "this.addEventListener('click', e => { e.preventDefault();"
                                    + " document.getElementById($0)?.scrollIntoView(); });",
                            item.id());
            Span minutes = new Span(words.text("review.minutes", item.minutes()));
            minutes.addClassName("agenda-minutes");
            list.add(new ListItem(link, minutes));
        }
        Nav nav = new Nav(list);
        nav.getElement().setAttribute("aria-label", words.text("review.agenda"));
        nav.addClassName("review-agenda");
        return nav;
    }

    /** The page as it is shown, to take along. What people wrote for the meeting is for the meeting. */
    private Optional<PageFigures> taken() {
        return shown.map(review -> new PageFigures(
                "maandbeeld-" + review.key().month() + "-" + review.key().area(),
                title.getText(),
                areaName(review.area()),
                review.readAt(),
                ReviewSubject.request(
                                review.key(),
                                review.figures().lines().stream()
                                        .map(ReviewLine::indicator)
                                        .toList(),
                                review.papers().lastTime())
                        .series(),
                review.papers().rights().isEmpty() ? Confidentiality.OPENBAAR : Confidentiality.VERTROUWELIJK,
                body));
    }

    private String areaName(Area area) {
        String wijk = sources.subject().wijkOf(area).map(Area::name).orElse("");
        return words.text("area." + area.kind(), area.name(), wijk);
    }

    private void go() {
        address.ifPresent(current -> {
            YearMonth month = Optional.ofNullable(monthFilter.getValue()).orElse(current.month());
            Area area = Optional.ofNullable(areaFilter.getValue()).orElse(current.area());
            getUI().ifPresent(ui -> ui.navigate(ReviewView.class, new ReviewKey(month, area.code()).parameters()));
        });
    }

    @Override
    public String getPageTitle() {
        return words.text("title", title.getText());
    }

    @Override
    protected void onAttach(AttachEvent event) {
        ChartLanguage.apply(event.getUI(), words.words().locale());
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
        openChapters = FigureAnnex.open(parameters);
        unknownChoice.setVisible(!next.isUnderstood());
        unknownChoice.setText(words.text(
                "review.unknown", words.month(next.month()), next.area().name()));
        boolean isSame = address.map(ReviewAddress::key).equals(Optional.of(next.key()));
        address = Optional.of(next);
        if (isSame) {
            shown.ifPresent(review -> annex.show(review, openChapters));
        } else {
            open(next);
        }
    }

    private void open(ReviewAddress next) {
        feed.ifPresent(ReviewFeed::end);
        shown = Optional.empty();
        say("");
        title.setText(words.text(
                "review.title", words.month(next.month()), next.area().name()));
        monthFilter.setValue(next.month());
        areaFilter.setValue(next.area());
        ReviewFeed opened =
                new ReviewFeed(sources, next.key(), next.area(), words.words().locale(), this);
        feed = Optional.of(opened);
        present.setQueryParameters(next.key().parameters());
        present.setVisible(opened.papers().rights().contains(ReviewRight.READ));
        StoreState store = opened.papers().store();
        if (store != StoreState.READY) {
            sayAway(store);
        }
        opened.start(UI.getCurrent());
    }

    @Override
    public void state(FigureState state) {
        notice.show(words.words(), state);
        switch (state) {
            case FigureState.Current _, FigureState.Stale _ -> body.setVisible(true);
            case FigureState.Loading _, FigureState.Failed _ -> body.setVisible(false);
        }
    }

    @Override
    public void review(Review review) {
        shown = Optional.of(review);
        sections.forEach(section -> section.show(review));
        annex.show(review, openChapters);
        String note = words.text(
                "review.colophon",
                words.words().format().moment(review.readAt()),
                words.month(review.key().month()),
                review.area().name());
        colophon.setText(note);
        getUI().ifPresent(ui -> PaperNote.show(ui, note));
        if (review.figures().lines().stream().noneMatch(ReviewLine::isKnown)) {
            notice.showEmpty(words.words(), review.area());
        }
    }

    private boolean write(UnaryOperator<AgendaContent> change) {
        return feed.map(open -> write(open, change)).orElse(false);
    }

    /** Of two writers the second sees what the first wrote, and decides. */
    private boolean write(ReviewFeed open, UnaryOperator<AgendaContent> change) {
        Agenda seen = open.papers().agenda();
        try {
            Agenda written = service.write(seen.key(), seen.number(), change.apply(seen.content()));
            open.agendaChanged(UI.getCurrent(), written);
            say("");
            return true;
        } catch (AgendaConflictException conflict) {
            open.agendaChanged(UI.getCurrent(), conflict.current());
            say(words.text("review.conflict"));
        } catch (StoreAwayException away) {
            sayAway(StoreState.AWAY);
        } catch (OutOfScopeException refused) {
            say(words.text("duiding.refused"));
        }
        return false;
    }

    private void establish() {
        feed.ifPresent(open -> shown.filter(review -> !review.isStale()).ifPresent(review -> establish(open, review)));
    }

    private void establish(ReviewFeed open, Review review) {
        try {
            Snapshot kept = service.establish(
                    review.key(), review.papers().agenda().number(), review.readAt(), freezer.freeze(review));
            open.reread(UI.getCurrent());
            say(words.text(
                    "review.established",
                    words.words().format().moment(kept.heading().establishedAt())));
        } catch (AgendaConflictException conflict) {
            open.agendaChanged(UI.getCurrent(), conflict.current());
            say(words.text("review.conflict.establish"));
        } catch (StoreAwayException away) {
            sayAway(StoreState.AWAY);
        } catch (OutOfScopeException refused) {
            say(words.text("duiding.refused"));
        }
    }

    private void sayAway(StoreState state) {
        say(words.text(state == StoreState.NOT_CONFIGURED ? "review.store.off" : "review.store.away"));
    }

    private void say(String sentence) {
        message.setText(sentence);
        message.setVisible(!sentence.isEmpty());
    }
}
