package nl.mjpmonitor.dashboard.themes;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.dashboard.live.FigureNotice;
import nl.mjpmonitor.dashboard.live.FigureState;
import nl.mjpmonitor.dashboard.live.LiveFigures;
import nl.mjpmonitor.dashboard.live.Subscription;
import nl.mjpmonitor.dashboard.texts.Texts;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.indicators.IndicatorSeries;
import nl.mjpmonitor.warehouse.indicators.IndicatorTheme;
import nl.mjpmonitor.warehouse.periods.Period;

/** All indicators of one theme by year, for one area. It follows the warehouse by itself. */
@Route("thema/:thema")
@PermitAll
class ThemeView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    static final String THEME = "thema";

    private static final String AREA = "gebied";

    private final transient ThemeSubject subject;
    private final transient LiveFigures live;
    private final transient FigureWords words;
    private final H1 title = new H1();
    private final Paragraph unknownArea = new Paragraph();
    private final ComboBox<Area> areaFilter = new ComboBox<>();
    private final FigureNotice notice = new FigureNotice();
    private final Div body = new Div();

    private transient List<ThemeSection> sections = List.of();
    private transient List<Period> periods = List.of();
    private transient Optional<IndicatorTheme> shownTheme = Optional.empty();
    private transient Optional<Area> shownArea = Optional.empty();
    private transient Subscription subscription = () -> {};
    private boolean hasFigures;

    ThemeView(ThemeSubject subject, LiveFigures live, Texts texts) {
        this.subject = subject;
        this.live = live;
        this.words = new FigureWords(texts, getLocale());
        setId("inhoud");
        addClassNames("view", "theme");
        getElement().setAttribute("tabindex", "-1");
        unknownArea.addClassName("unknown-choice");
        body.addClassName("theme-body");
        Paragraph intro = new Paragraph(words.text("themes.intro"));
        intro.addClassName("secondary");
        Div header = new Div(new Div(title, intro), filter());
        header.addClassName("view-header");
        add(header, unknownArea, notice, body);
    }

    private ComboBox<Area> filter() {
        areaFilter.setId(AREA);
        areaFilter.setLabel(words.text("crime.area"));
        areaFilter.setItemLabelGenerator(this::areaName);
        areaFilter.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                Area chosen = Optional.ofNullable(change.getValue()).orElseGet(subject::municipality);
                getUI().ifPresent(ui -> shownTheme.ifPresent(theme -> ui.navigate(
                        ThemeView.class,
                        new RouteParameters(THEME, theme.id()),
                        QueryParameters.of(AREA, chosen.code().value()))));
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
        return words.text("title", title.getText());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        subscription.end();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        IndicatorTheme theme =
                event.getRouteParameters().get(THEME).flatMap(subject::theme).orElseThrow(NotFoundException::new);
        List<Area> areas = subject.areas(theme);
        Optional<String> word = event.getLocation().getQueryParameters().getSingleParameter(AREA);
        Optional<Area> area = word.map(code -> areas.stream()
                        .filter(each -> each.code().value().equals(code))
                        .findFirst())
                .orElseGet(() -> Optional.of(subject.municipality()));
        unknownArea.setVisible(area.isEmpty());
        unknownArea.setText(
                words.text("crime.area.unknown", subject.municipality().name()));
        show(theme, areas, area.orElseGet(subject::municipality));
    }

    private void show(IndicatorTheme theme, List<Area> areas, Area area) {
        subscription.end();
        // of another area nothing may stay behind, also not where this reader may not see the figure
        periods = subject.periods();
        title.setText(theme.name().in(words.locale()));
        sections = subject.groups(theme).stream()
                .map(group -> new ThemeSection(group, subject.indicators(group), periods, words))
                .toList();
        body.removeAll();
        sections.forEach(body::add);
        areaFilter.setItems(areas);
        areaFilter.setValue(area);
        shownTheme = Optional.of(theme);
        shownArea = Optional.of(area);
        hasFigures = false;
        watch(theme, area);
    }

    private void watch(IndicatorTheme theme, Area area) {
        UI ui = UI.getCurrent();
        // the first state comes at once, in this thread; the later ones from the reader of the warehouse
        subscription = live.watch(subject.request(theme, area, periods), state -> {
            if (ui.equals(UI.getCurrent())) {
                showIfStill(theme, area, state);
            } else {
                ui.accessLater(() -> showIfStill(theme, area, state), () -> {}).run();
            }
        });
    }

    private void showIfStill(IndicatorTheme theme, Area area, FigureState state) {
        if (shownTheme.equals(Optional.of(theme)) && shownArea.equals(Optional.of(area))) {
            notice.show(words, state);
            switch (state) {
                case FigureState.Current(var series, var readAt) -> show(series, readAt);
                case FigureState.Stale(var series, var readAt) -> show(series, readAt);
                case FigureState.Loading _, FigureState.Failed _ -> body.setVisible(false);
            }
        }
    }

    private void show(List<IndicatorSeries> series, Instant readAt) {
        Map<IndicatorId, List<IndicatorPoint>> figures = new LinkedHashMap<>();
        series.forEach(one -> figures.computeIfAbsent(one.request().indicator(), id -> new ArrayList<>())
                .addAll(one.points()));
        body.setVisible(true);
        sections.forEach(section -> section.show(figures, readAt, hasFigures));
        hasFigures = true;
    }
}
