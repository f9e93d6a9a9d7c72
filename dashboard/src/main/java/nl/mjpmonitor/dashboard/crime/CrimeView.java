package nl.mjpmonitor.dashboard.crime;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.mjpmonitor.dashboard.duiding.DuidingPanels;
import nl.mjpmonitor.dashboard.figures.ChartLanguage;
import nl.mjpmonitor.dashboard.figures.FigureNews;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.dashboard.live.FigureNotice;
import nl.mjpmonitor.dashboard.live.FigureState;
import nl.mjpmonitor.dashboard.live.LiveFigures;
import nl.mjpmonitor.dashboard.live.Subscription;
import nl.mjpmonitor.dashboard.texts.Texts;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.areas.AreaKind;
import nl.mjpmonitor.warehouse.indicators.Indicator;

/** The HIC and the VVC table with their trends, for the municipality, a wijk or a buurt. It follows the warehouse by itself. */
@Route("criminaliteit")
@Menu(title = "crime.nav", order = 30)
@PermitAll
class CrimeView extends Main implements AfterNavigationObserver, HasDynamicTitle {

    private static final int NEWS_SHOWN = 3;

    private final transient CrimeSubject subject;
    private final transient LiveFigures live;
    private final transient DuidingPanels duidingPanels;
    private final transient FigureWords words;
    private final ComboBox<Area> areaFilter = new ComboBox<>();
    private final FigureNotice notice = new FigureNotice();
    private final Paragraph unknownChoice = new Paragraph();
    private final Paragraph news = new Paragraph();
    private final Div body = new Div();
    private final Div tables = new Div();
    private final transient List<GroupSection> sections;

    private transient CrimeSelection selection;
    private transient Optional<IndicatorPanel> panel = Optional.empty();
    private transient Optional<FigureState> shown = Optional.empty();
    private transient Subscription subscription = () -> {};

    CrimeView(CrimeSubject subject, LiveFigures live, DuidingPanels duidingPanels, Texts texts) {
        this.subject = subject;
        this.live = live;
        this.duidingPanels = duidingPanels;
        this.words = new FigureWords(texts, getLocale());
        this.selection = new CrimeSelection(subject.municipality(), Optional.empty());
        this.sections = subject.groups().stream()
                .map(group -> new GroupSection(group, subject.inGroup(group), subject.years(), words))
                .toList();
        setId("inhoud");
        addClassNames("view", "crime");
        getElement().setAttribute("tabindex", "-1");
        news.addClassName("news");
        news.getElement().setAttribute("role", "status").setAttribute("data-testid", "nieuws");
        unknownChoice.addClassName("unknown-choice");
        unknownChoice.setVisible(false);
        tables.addClassName("tables");
        sections.forEach(tables::add);
        body.addClassName("body");
        body.add(tables);
        add(header(), unknownChoice, notice, body);
    }

    private Div header() {
        Paragraph intro = new Paragraph(words.text("crime.intro"));
        intro.addClassName("secondary");
        Div header = new Div(new Div(new H1(words.text("crime.title")), intro), filter(), news);
        header.addClassName("view-header");
        return header;
    }

    private ComboBox<Area> filter() {
        areaFilter.setId("gebied");
        areaFilter.setLabel(words.text("crime.area"));
        areaFilter.setItems(subject.areas());
        areaFilter.setItemLabelGenerator(this::areaName);
        areaFilter.setValue(selection.area());
        areaFilter.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                Area chosen = Optional.ofNullable(change.getValue()).orElseGet(subject::municipality);
                getUI().ifPresent(ui ->
                        ui.navigate(CrimeView.class, selection.in(chosen).parameters()));
            }
        });
        return areaFilter;
    }

    private String areaName(Area area) {
        String wijk = subject.wijkOf(area).map(Area::name).orElse("");
        return words.text("area." + area.kind(), area.name(), wijk);
    }

    @Override
    public String getPageTitle() {
        String where = selection.area().kind() == AreaKind.GEMEENTE
                ? words.text("crime.title")
                : words.text("crime.title.in", selection.area().name());
        return words.text("title", where);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        ChartLanguage.apply(event.getUI(), words.locale());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        subscription.end();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        QueryParameters parameters = event.getLocation().getQueryParameters();
        Optional<Area> area = subject.area(parameters);
        Optional<Indicator> indicator = subject.indicator(parameters);
        unknownChoice.setVisible(area.isEmpty());
        unknownChoice.setText(
                words.text("crime.area.unknown", subject.municipality().name()));
        CrimeSelection next = new CrimeSelection(area.orElseGet(subject::municipality), indicator.map(Indicator::id));
        boolean isOtherArea = shown.isEmpty() || !next.area().equals(selection.area());
        selection = next;
        areaFilter.setValue(next.area());
        sections.forEach(section -> section.follow(next));
        open(indicator);
        if (isOtherArea) {
            watch();
        }
    }

    private void open(Optional<Indicator> indicator) {
        boolean isSame = panel.map(IndicatorPanel::indicator).equals(indicator.map(Indicator::id));
        if (!isSame) {
            panel.ifPresent(body::remove);
            panel = indicator.map(chosen -> new IndicatorPanel(chosen, subject.years(), words, duidingPanels));
            panel.ifPresent(opened -> {
                body.add(opened);
                shown.ifPresent(state -> show(state, opened));
                opened.focus();
            });
            body.setClassName("with-panel", panel.isPresent());
        }
        panel.ifPresent(opened -> opened.follow(selection));
    }

    /** Asks for the figures of the chosen area from now on. */
    private void watch() {
        subscription.end();
        shown = Optional.empty();
        news.setText("");
        UI ui = UI.getCurrent();
        Area area = selection.area();
        // the first state comes at once, in this thread; the later ones from the reader of the warehouse
        subscription = live.watch(subject.request(area), state -> {
            if (ui.equals(UI.getCurrent())) {
                showIfStill(area, state);
            } else {
                ui.accessLater(() -> showIfStill(area, state), () -> {}).run();
            }
        });
    }

    private void showIfStill(Area area, FigureState state) {
        if (area.equals(selection.area())) {
            show(state);
        }
    }

    private void show(FigureState state) {
        // figures that differ from earlier ones of the same area are news
        boolean isNews = shown.filter(CrimeView::hasFigures).isPresent();
        shown = Optional.of(state);
        notice.show(words, state);
        switch (state) {
            case FigureState.Current(var series, var readAt) -> show(CrimeFigures.of(series), readAt, isNews);
            case FigureState.Stale(var series, var readAt) -> show(CrimeFigures.of(series), readAt, isNews);
            case FigureState.Loading _, FigureState.Failed _ -> body.setVisible(false);
        }
    }

    private static boolean hasFigures(FigureState state) {
        return state instanceof FigureState.Current || state instanceof FigureState.Stale;
    }

    private void show(CrimeFigures figures, Instant readAt, boolean isNews) {
        body.setVisible(true);
        body.setClassName("without-figures", figures.isEmpty());
        if (figures.isEmpty()) {
            notice.showEmpty(words, selection.area());
        }
        List<FigureNews> changes = sections.stream()
                .flatMap(section -> section.show(figures, selection.area(), isNews).stream())
                .toList();
        panel.ifPresent(opened -> opened.show(figures, selection.area(), readAt, isNews));
        if (!changes.isEmpty()) {
            announce(changes, readAt);
        }
    }

    private void show(FigureState state, IndicatorPanel opened) {
        switch (state) {
            case FigureState.Current(var series, var readAt) ->
                opened.show(CrimeFigures.of(series), selection.area(), readAt, false);
            case FigureState.Stale(var series, var readAt) ->
                opened.show(CrimeFigures.of(series), selection.area(), readAt, false);
            case FigureState.Loading _, FigureState.Failed _ -> opened.setVisible(true);
        }
    }

    /** Says what changed, aloud to who listens and in writing to who looks. */
    private void announce(List<FigureNews> changes, Instant readAt) {
        String what = changes.stream()
                .limit(NEWS_SHOWN)
                .map(change -> words.text("news.change", change.name(), change.period(), change.before(), change.now()))
                .collect(Collectors.joining("; "));
        String more = changes.size() > NEWS_SHOWN
                ? words.text("news.more", Integer.toString(changes.size() - NEWS_SHOWN))
                : "";
        news.removeAll();
        Span time = new Span(words.text("news.updated", words.format().time(readAt)));
        time.addClassName("news-time");
        news.add(time, new Span(" " + what + more));
    }
}
