package nl.mjpmonitor.dashboard.overview;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.mjpmonitor.dashboard.choices.LastChoices;
import nl.mjpmonitor.dashboard.choices.LastChoices.Before;
import nl.mjpmonitor.dashboard.duiding.Duiding;
import nl.mjpmonitor.dashboard.duiding.DuidingQuestion;
import nl.mjpmonitor.dashboard.duiding.DuidingService;
import nl.mjpmonitor.dashboard.exports.PageExports;
import nl.mjpmonitor.dashboard.exports.PageFigures;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.dashboard.live.FigureNotice;
import nl.mjpmonitor.dashboard.live.FigureRequest;
import nl.mjpmonitor.dashboard.live.FigureState;
import nl.mjpmonitor.dashboard.live.LiveFigures;
import nl.mjpmonitor.dashboard.live.LiveFreshness;
import nl.mjpmonitor.dashboard.live.PageDelivery;
import nl.mjpmonitor.dashboard.live.Subscription;
import nl.mjpmonitor.dashboard.store.StoreAwayException;
import nl.mjpmonitor.dashboard.texts.Texts;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorSeries;
import nl.mjpmonitor.warehouse.indicators.IndicatorTheme;
import nl.mjpmonitor.warehouse.indicators.SeriesRequest;
import nl.mjpmonitor.warehouse.periods.Period;
import nl.mjpmonitor.warehouse.quality.SourceFreshness;
import nl.mjpmonitor.warehouse.revisions.Revision;

/** The state of every theme in one glance, and what changed since the reader was here before. It follows the warehouse by itself. */
@Route("overzicht")
@Menu(title = "overview.nav", order = 10)
@PermitAll
@StyleSheet("styles/overview.css")
class OverviewView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final transient OverviewSubject subject;
    private final transient LiveFigures live;
    private final transient LiveFreshness freshness;
    private final transient LastChoices choices;
    private final transient DuidingService duiding;
    private final transient SignalCounts signals;
    private final transient FigureWords words;
    private final H1 title = new H1();
    private final Paragraph unknownChoice = new Paragraph();
    private final ComboBox<Area> areaFilter = new ComboBox<>();
    private final ComboBox<YearMonth> monthFilter = new ComboBox<>();
    private final FigureNotice notice = new FigureNotice();
    private final Div body = new Div();

    private transient Optional<Page> shown = Optional.empty();
    private transient Optional<Known> known = Optional.empty();
    private transient Subscription subscription = () -> {};

    /** What is on the page of one choice. */
    private record Page(
            OverviewSelection selection,
            Optional<Instant> since,
            Map<IndicatorTheme, List<Indicator>> headlines,
            GlanceTable glance,
            NewsSection news,
            Map<IndicatorTheme, ThemeCard> cards) {}

    /** The figures on the page. */
    private record Known(FigureRequest request, Instant readAt) {}

    OverviewView(
            OverviewSubject subject,
            LiveFigures live,
            LiveFreshness freshness,
            LastChoices choices,
            DuidingService duiding,
            SignalCounts signals,
            PageExports exports,
            Texts texts) {
        this.subject = subject;
        this.live = live;
        this.freshness = freshness;
        this.choices = choices;
        this.duiding = duiding;
        this.signals = signals;
        this.words = new FigureWords(texts, getLocale());
        setId("inhoud");
        addClassNames("view", "overview");
        getElement().setAttribute("tabindex", "-1");
        unknownChoice.addClassName("unknown-choice");
        body.addClassName("overview-body");
        Paragraph intro = new Paragraph(words.text("overview.intro"));
        intro.addClassName("secondary");
        Div header = new Div(new Div(title, intro), filters());
        header.addClassName("view-header");
        add(header, unknownChoice, notice, exports.menu(words, this::taken), body);
    }

    private Div filters() {
        areaFilter.setId(LastChoices.AREA);
        areaFilter.setLabel(words.text("crime.area"));
        areaFilter.setItemLabelGenerator(this::areaName);
        areaFilter.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                choose(Optional.ofNullable(change.getValue()).orElseGet(subject::municipality), month());
            }
        });
        monthFilter.setId(LastChoices.MONTH);
        monthFilter.setLabel(words.text("overview.month"));
        monthFilter.setItemLabelGenerator(this::monthName);
        monthFilter.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                choose(area(), Optional.ofNullable(change.getValue()).orElseGet(subject::lastMonth));
            }
        });
        Div filters = new Div(areaFilter, monthFilter);
        filters.addClassNames("view-filters", "choices");
        return filters;
    }

    private void choose(Area area, YearMonth month) {
        choices.remember(LastChoices.AREA, area.code().value());
        getUI().ifPresent(ui -> ui.navigate(OverviewView.class, new OverviewSelection(area, month).parameters()));
    }

    /** The page as it is shown, to take along. */
    private Optional<PageFigures> taken() {
        return shown.flatMap(page -> known.map(figures -> PageFigures.of(
                "overzicht-" + page.selection().area().code() + "-"
                        + page.selection().month(),
                title.getText(),
                words.text(
                        "export.subtitle",
                        areaName(page.selection().area()),
                        monthName(page.selection().month())),
                figures.readAt(),
                figures.request().series(),
                body)));
    }

    private Area area() {
        return shown.map(page -> page.selection().area()).orElseGet(subject::municipality);
    }

    private YearMonth month() {
        return shown.map(page -> page.selection().month()).orElseGet(subject::lastMonth);
    }

    private String areaName(Area area) {
        return words.text(
                "area." + area.kind(),
                area.name(),
                subject.wijkOf(area).map(Area::name).orElse(""));
    }

    private String monthName(YearMonth month) {
        return Period.month(month.getYear(), month.getMonthValue()).label(words.locale());
    }

    @Override
    public String getPageTitle() {
        return words.text("title", title.getText());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        subscription.end();
    }

    /** An address without an area goes on with the one this reader chose last. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters parameters = event.getLocation().getQueryParameters();
        Optional<String> code = parameters.getSingleParameter(LastChoices.AREA);
        Optional<String> month = parameters.getSingleParameter(LastChoices.MONTH);
        List<Area> areas = subject.areas();
        Optional<Area> remembered = code.isPresent()
                ? Optional.empty()
                : choices.find(LastChoices.AREA).flatMap(word -> area(areas, word));
        Optional<Area> area = code.map(word -> area(areas, word))
                .orElseGet(() -> Optional.of(remembered.orElseGet(subject::municipality)));
        Optional<YearMonth> chosen = month.map(this::month).orElseGet(() -> Optional.of(subject.lastMonth()));
        unknownChoice.setVisible(area.isEmpty() || chosen.isEmpty());
        unknownChoice.setText(words.text(
                "overview.choice.unknown",
                subject.municipality().name(),
                monthName(chosen.orElseGet(subject::lastMonth))));
        areaFilter.setItems(areas);
        show(new OverviewSelection(area.orElseGet(subject::municipality), chosen.orElseGet(subject::lastMonth)));
    }

    private static Optional<Area> area(List<Area> areas, String word) {
        return areas.stream().filter(area -> area.code().value().equals(word)).findFirst();
    }

    private Optional<YearMonth> month(String word) {
        try {
            return Optional.of(YearMonth.parse(word)).filter(subject.months()::contains);
        } catch (DateTimeException notAMonth) {
            return Optional.empty();
        }
    }

    private void show(OverviewSelection selection) {
        subscription.end();
        title.setText(words.text("overview.title", selection.area().name()));
        monthFilter.setItems(subject.months());
        monthFilter.setValue(selection.month());
        areaFilter.setValue(selection.area());
        Page page = page(selection);
        shown = Optional.of(page);
        known = Optional.empty();
        body.removeAll();
        Section glance = new Section(heading("overview.glance", "kop-overzicht"), page.glance());
        glance.getElement().setAttribute("aria-labelledby", "kop-overzicht");
        body.add(glance, page.news());
        page.cards().values().forEach(body::add);
        watch(page);
    }

    private H2 heading(String key, String id) {
        H2 heading = new H2(words.text(key));
        heading.setId(id);
        return heading;
    }

    private Page page(OverviewSelection selection) {
        Before before = choices.visit();
        Map<IndicatorTheme, List<Indicator>> headlines = new LinkedHashMap<>();
        subject.themes(selection.area())
                .forEach(theme -> headlines.put(theme, subject.headline(theme, selection.area())));
        GlanceTable glance = new GlanceTable(words);
        Map<IndicatorTheme, ThemeCard> cards = new LinkedHashMap<>();
        Optional<Map<String, Long>> openSignals =
                signals.openByTheme(selection.area().code());
        headlines.forEach((theme, headline) -> {
            String open = signals(openSignals, theme);
            String actions = actions(ActionTally.of(
                    subject.actions(theme, selection.month()), selection.month().plusMonths(1)));
            glance.row(theme, open, actions);
            cards.put(theme, new ThemeCard(theme, selection.area(), headline, open, actions, words));
        });
        Optional<Instant> since = before instanceof Before.On(Instant at) ? Optional.of(at) : Optional.empty();
        List<Indicator> all = headlines.values().stream().flatMap(List::stream).toList();
        return new Page(
                selection,
                since,
                headlines,
                glance,
                new NewsSection(before, all, newDuiding(since, all, selection), selection.area(), words),
                cards);
    }

    private String signals(Optional<Map<String, Long>> open, IndicatorTheme theme) {
        if (open.isEmpty()) {
            return words.text("overview.signals.unknown");
        }
        long count = open.get().getOrDefault(theme.id(), 0L);
        return count == 0
                ? words.text("overview.signals.none")
                : count == 1
                        ? words.text("overview.signals.one")
                        : words.text("overview.signals.many", words.format().count(count));
    }

    private String actions(ActionTally tally) {
        if (tally.all() == 0) {
            return words.text("overview.actions.none");
        }
        String text = words.text(
                "overview.actions.state",
                words.format().count(tally.done()),
                words.format().count(tally.all()),
                words.format().count(tally.running()));
        return tally.overdue() == 0
                ? text
                : text + ", "
                        + words.text("overview.actions.overdue", words.format().count(tally.overdue()));
    }

    /** What was written or established since about figures of the page; none when the store is away. */
    private List<Duiding> newDuiding(Optional<Instant> since, List<Indicator> indicators, OverviewSelection selection) {
        if (since.isEmpty()) {
            return List.of();
        }
        try {
            return duiding
                    .find(new DuidingQuestion(
                            Optional.empty(), Optional.of(selection.area().code()), Optional.empty()))
                    .stream()
                    .filter(found -> found.current().writtenAt().isAfter(since.get()))
                    .filter(found -> indicators.stream()
                            .anyMatch(indicator ->
                                    indicator.id().equals(found.subject().indicator())))
                    .toList();
        } catch (StoreAwayException e) {
            return List.of();
        }
    }

    private void watch(Page page) {
        FigureRequest request = subject.request(page.selection(), page.since());
        subscription =
                live.watch(request, PageDelivery.to(UI.getCurrent(), state -> showIfStill(page, request, state)));
    }

    private void showIfStill(Page page, FigureRequest request, FigureState state) {
        if (shown.filter(page::equals).isPresent()) {
            notice.show(words, state);
            switch (state) {
                case FigureState.Current(var series, var readAt) -> show(page, series, new Known(request, readAt));
                case FigureState.Stale(var series, var readAt) -> show(page, series, new Known(request, readAt));
                case FigureState.Loading _, FigureState.Failed _ -> body.setVisible(false);
            }
        }
    }

    private void show(Page page, List<IndicatorSeries> series, Known figures) {
        known = Optional.of(figures);
        body.setVisible(true);
        Map<SeriesRequest, IndicatorSeries> answers = new LinkedHashMap<>();
        series.forEach(one -> answers.put(one.request(), one));
        List<Revision> revisions = new ArrayList<>();
        page.headlines().forEach((theme, headline) -> {
            ThemeCard card = page.cards().get(theme);
            if (card != null) {
                card.begin();
                headline.forEach(indicator -> {
                    IndicatorSeries now = require(answers, subject.series(indicator, page.selection()));
                    card.show(
                            indicator,
                            HeadlineFigure.of(indicator, now.points()),
                            subject.target(indicator, page.selection()).answer(series),
                            source(indicator));
                    page.since()
                            .flatMap(at -> subject.seriesAt(indicator, page.selection(), at))
                            .map(request -> require(answers, request))
                            .map(then -> Revision.between(then, now))
                            .ifPresent(revisions::addAll);
                });
                page.glance().show(theme, card.unusual(), card.isAnythingKnown());
            }
        });
        page.news().show(revisions);
    }

    private static IndicatorSeries require(Map<SeriesRequest, IndicatorSeries> answers, SeriesRequest request) {
        IndicatorSeries answer = answers.get(request);
        if (answer == null) {
            throw new IllegalStateException("Nothing was answered to " + request);
        }
        return answer;
    }

    /** 'Bron: politie · bijgewerkt tot 15 nov 2026 08:14'. */
    private String source(Indicator indicator) {
        return freshness.current().sources().stream()
                .filter(source -> source.sourceSystem().equals(indicator.source()))
                .findFirst()
                .map(SourceFreshness::sourceAt)
                .map(at -> words.text(
                        "tile.source",
                        words.text("source.short." + indicator.source()),
                        words.format().moment(at)))
                .orElseGet(() -> words.text("tile.source.only", words.text("source.short." + indicator.source())));
    }
}
