package nl.mjpmonitor.dashboard.areas;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import nl.mjpmonitor.dashboard.exports.PageExports;
import nl.mjpmonitor.dashboard.exports.PageFigures;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.dashboard.figures.IndicatorDefinition;
import nl.mjpmonitor.dashboard.figures.TilePlaces;
import nl.mjpmonitor.dashboard.indicator.IndicatorLinks;
import nl.mjpmonitor.dashboard.live.FigureNotice;
import nl.mjpmonitor.dashboard.live.FigureRequest;
import nl.mjpmonitor.dashboard.live.FigureState;
import nl.mjpmonitor.dashboard.live.LiveFigures;
import nl.mjpmonitor.dashboard.live.PageDelivery;
import nl.mjpmonitor.dashboard.live.Subscription;
import nl.mjpmonitor.dashboard.ranking.AreaRanking;
import nl.mjpmonitor.dashboard.ranking.RateClasses;
import nl.mjpmonitor.dashboard.texts.Texts;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.indicators.IndicatorSeries;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue;
import nl.mjpmonitor.warehouse.indicators.SeriesRequest;
import nl.mjpmonitor.warehouse.periods.Period;

/** The areas of the municipality on a map and in a ranking, and one of them in a profile. It follows the warehouse by itself. */
@Route("gebieden")
@Menu(title = "areas.nav", order = 40)
@PermitAll
@StyleSheet("styles/areas.css")
class AreasView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final transient AreasSubject subject;
    private final transient AreasConfiguration.RealMap realMap;
    private final transient LiveFigures live;
    private final transient FigureWords words;
    private final ComboBox<Area> area = new ComboBox<>();
    private final ComboBox<Indicator> indicator = new ComboBox<>();
    private final Select<Integer> year = new Select<>();
    private final Paragraph ignored = new Paragraph();
    private final FigureNotice notice = new FigureNotice();
    private final Div body = new Div();
    private final Div about = new Div();
    private final MapSection map;
    private final RankingSection ranking;
    private final ProfileSection profile;

    private transient Optional<AreaChoice> chosen = Optional.empty();
    private transient Optional<Shown> shown = Optional.empty();
    private transient Subscription subscription = () -> {};

    /** What of the page depends on who reads it; found in the thread of the reader. */
    private record Frame(
            AreaChoice choice,
            Area municipality,
            Optional<Area> remainder,
            List<Area> beside,
            List<Indicator> profile) {}

    /** What stands on the page. */
    private record Shown(AreaChoice choice, List<SeriesRequest> asked, int year, Instant readAt) {}

    AreasView(
            AreasSubject subject,
            AreasConfiguration.RealMap realMap,
            TilePlaces places,
            LiveFigures live,
            PageExports exports,
            Texts texts) {
        this.subject = subject;
        this.realMap = realMap;
        this.live = live;
        this.words = new FigureWords(texts, getLocale());
        this.map = new MapSection(places, realMap, words, this::choose, kind -> change(choice -> choice.on(kind)));
        this.ranking = new RankingSection(words, order -> change(choice -> choice.by(order)));
        this.profile = new ProfileSection(subject, words);
        setId("inhoud");
        addClassNames("view", "areas");
        getElement().setAttribute("tabindex", "-1");
        ignored.addClassName("unknown-choice");
        ignored.getElement().setAttribute("data-testid", "genegeerd");
        body.addClassName("areas-body");
        about.addClassName("areas-about");
        body.add(profile, map, ranking, about);
        Paragraph intro = new Paragraph(words.text("areas.intro"));
        intro.addClassName("secondary");
        add(
                new H1(words.text("areas.title")),
                intro,
                controls(),
                ignored,
                notice,
                exports.menu(words, this::taken),
                body);
    }

    private Div controls() {
        area.setId(AreaChoice.AREA);
        area.setLabel(words.text("crime.area"));
        area.setItemLabelGenerator(this::areaName);
        area.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                change(choice -> choice.in(change.getValue()));
            }
        });
        indicator.setId(AreaChoice.INDICATOR);
        indicator.setLabel(words.text("table.indicator"));
        indicator.setItemLabelGenerator(one -> one.name().in(words.locale()));
        indicator.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                change(choice -> choice.about(change.getValue()));
            }
        });
        year.setId(AreaChoice.YEAR);
        year.setLabel(words.text("areas.year"));
        year.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                change(choice -> choice.of(Optional.ofNullable(change.getValue())));
            }
        });
        Div controls = new Div(area, indicator, year);
        controls.addClassNames("controls", "choices");
        return controls;
    }

    private String areaName(Area one) {
        String wijk = subject.wijkOf(one).map(Area::name).orElse("");
        return words.text("area." + one.kind(), one.name(), wijk);
    }

    /** The page as it is shown, to take along. */
    private Optional<PageFigures> taken() {
        return shown.map(page -> PageFigures.of(
                String.join(
                        "-",
                        "gebieden",
                        page.choice().area().code().value(),
                        page.choice().indicator().id().value(),
                        Integer.toString(page.year())),
                words.text("areas.title"),
                words.text("export.subtitle", areaName(page.choice().area()), Integer.toString(page.year())),
                page.readAt(),
                page.asked(),
                body));
    }

    private void choose(AreaCode code) {
        subject.areas().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .ifPresent(one -> change(choice -> choice.in(one)));
    }

    private void change(UnaryOperator<AreaChoice> change) {
        chosen.map(change).ifPresent(next -> getUI().ifPresent(ui -> ui.navigate(AreasView.class, next.parameters())));
    }

    @Override
    public String getPageTitle() {
        return words.text(
                "title",
                chosen.map(choice -> words.text("areas.title.of", choice.area().name()))
                        .orElseGet(() -> words.text("areas.title")));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        subscription.end();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        AreasSubject.Read read = subject.read(
                        event.getLocation().getQueryParameters(),
                        realMap.outlines().isPresent())
                .orElseThrow(NotFoundException::new);
        AreaChoice choice = read.choice();
        ignored.setVisible(!read.ignored().isEmpty());
        ignored.setText(words.text("indicator.ignored", String.join(", ", read.ignored())));
        area.setItems(subject.areas());
        area.setValue(choice.area());
        indicator.setItems(subject.indicators());
        indicator.setValue(choice.indicator());
        year.setItems(subject.years(choice.indicator()).reversed());
        chosen = Optional.of(choice);
        // of another choice nothing may stay behind
        shown = Optional.empty();
        body.setVisible(false);
        watch(new Frame(
                choice, subject.municipality(), subject.remainder(), subject.beside(choice.area()), subject.profile()));
    }

    private void watch(Frame frame) {
        subscription.end();
        FigureRequest request = subject.request(frame.choice());
        subscription =
                live.watch(request, PageDelivery.to(UI.getCurrent(), state -> showIfStill(frame, request, state)));
    }

    private void showIfStill(Frame frame, FigureRequest request, FigureState state) {
        if (chosen.equals(Optional.of(frame.choice()))) {
            notice.show(words, state);
            switch (state) {
                case FigureState.Current(List<IndicatorSeries> series, Instant readAt) ->
                    show(frame, request, new AreaFigures(series), readAt);
                case FigureState.Stale(List<IndicatorSeries> series, Instant readAt) ->
                    show(frame, request, new AreaFigures(series), readAt);
                case FigureState.Loading _, FigureState.Failed _ -> body.setVisible(false);
            }
        }
    }

    private void show(Frame frame, FigureRequest request, AreaFigures figures, Instant readAt) {
        AreaChoice choice = frame.choice();
        Optional<Integer> newest = figures.newestYear(choice.indicator(), frame.municipality())
                .or(() -> figures.newestYear(choice.indicator(), choice.area()));
        int shownYear = choice.year()
                .or(() -> newest)
                .orElseGet(() -> subject.years(choice.indicator()).getLast());
        if (newest.isEmpty()) {
            notice.showEmpty(words, choice.area());
        }
        body.setVisible(true);
        shown = Optional.of(new Shown(choice, request.series(), shownYear, readAt));
        year.setValue(shownYear);
        AreaRanking beside = ranked(choice.indicator(), frame.beside(), figures, shownYear);
        profile.show(
                choice.area(),
                shownYear,
                frame.profile(),
                frame.municipality(),
                figures,
                ranking.sentence(choice, beside));
        map.show(
                choice,
                shownYear,
                ranked(choice.indicator(), subject.buurten(), figures, shownYear),
                classes(frame, figures),
                frame.remainder().flatMap(rest -> figures.of(choice.indicator(), rest, shownYear)));
        ranking.show(choice, shownYear, beside);
        about.removeAll();
        IndicatorDefinition definition = new IndicatorDefinition(choice.indicator(), words);
        definition.showReadAt(readAt);
        RouterLink more = IndicatorLinks.link(
                words.text("areas.more", choice.indicator().name().in(words.locale())),
                choice.indicator().id(),
                choice.area().code());
        about.add(new Details(words.text("panel.definition"), definition), more);
    }

    /** An area that was not asked is not the reader's to see; it is there, without a figure. */
    private AreaRanking ranked(Indicator of, List<Area> among, AreaFigures figures, int inYear) {
        return AreaRanking.of(
                among.stream()
                        .map(one -> new AreaRanking.Known(
                                one,
                                figures.of(of, one, inYear)
                                        .orElseGet(() -> IndicatorPoint.of(
                                                Period.year(inYear), new IndicatorValue.NotApplicable())),
                                subject.inhabitants(one, inYear)))
                        .toList(),
                of.perInhabitants());
    }

    private Optional<RateClasses> classes(Frame frame, AreaFigures figures) {
        Indicator of = frame.choice().indicator();
        return RateClasses.around(
                of,
                figures.all(of, frame.municipality()),
                subject.inhabitants(frame.municipality(), subject.years(of).getLast()));
    }
}
