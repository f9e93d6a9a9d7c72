package nl.mjpmonitor.dashboard.themes;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import nl.mjpmonitor.dashboard.access.ReadableAreas;
import nl.mjpmonitor.dashboard.exports.PageExports;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.dashboard.live.FigureRequest;
import nl.mjpmonitor.dashboard.live.LiveFigures;
import nl.mjpmonitor.dashboard.page.AreaFilter;
import nl.mjpmonitor.dashboard.page.FigurePage;
import nl.mjpmonitor.dashboard.texts.Texts;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.areas.AreaKind;
import nl.mjpmonitor.warehouse.indicators.IndicatorTheme;

/** A theme, composed as the catalogue says, for one area and year. Every theme has its address by its id. */
@Route(":thema([a-z]+(?:-[a-z]+)*)")
@PermitAll
class ThemeView extends FigurePage implements BeforeEnterObserver {

    static final String THEME = "thema";

    private final transient ThemeSubject subject;
    private final Select<Integer> yearFilter = new Select<>();

    private transient Optional<Choice> choice = Optional.empty();
    private transient Optional<ThemeBody> panels = Optional.empty();

    /** What the reader chose; it stands in the address. */
    private record Choice(IndicatorTheme theme, Area area, int year) {

        String path() {
            return theme.id();
        }

        QueryParameters parameters() {
            return QueryParameters.simple(new TreeMap<>(
                    Map.of(AreaFilter.PARAMETER, area.code().value(), ThemeSubject.YEAR, Integer.toString(year))));
        }
    }

    ThemeView(ThemeSubject subject, LiveFigures live, ReadableAreas areas, PageExports exports, Texts texts) {
        super(live, areas, exports, texts);
        this.subject = subject;
        addClassName("theme");
        yearFilter.setId(ThemeSubject.YEAR);
        yearFilter.setLabel(words().text("themes.year"));
        yearFilter.setItemLabelGenerator(
                year -> ThemePeriods.asPeriod(year, subject.lastMonth()).label(words().locale()));
        yearFilter.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                choice.ifPresent(now -> go(new Choice(now.theme(), now.area(), change.getValue())));
            }
        });
        addControl(yearFilter);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        IndicatorTheme theme =
                event.getRouteParameters().get(THEME).flatMap(subject::theme).orElseThrow(NotFoundException::new);
        QueryParameters parameters = event.getLocation().getQueryParameters();
        Area area = take(subject.areas(theme), parameters);
        String name = theme.name().in(words().locale());
        // the choice of an area is not on paper, so the heading says it
        name(
                area.kind() == AreaKind.GEMEENTE ? name : words().text("themes.title.in", name, area.name()),
                words().text("themes.intro"));
        ThemePeriods periods = subject.periods(parameters);
        yearFilter.setItems(ThemePeriods.choices(periods.lastMonth()));
        yearFilter.setValue(periods.year());
        yearFilter.setVisible(ThemeBody.hasYear(theme));
        choice = Optional.of(new Choice(theme, area, periods.year()));
        // of another choice nothing may stay behind, also not where this reader may not see the figure
        ThemeBody next = subject.body(theme, Set.of(), area, periods, words());
        body().removeAll();
        body().add(next);
        panels = Optional.of(next);
        watch(new FigureRequest(next.requests()));
    }

    @Override
    protected void choose(Area area) {
        choice.ifPresent(now -> go(new Choice(now.theme(), area, now.year())));
    }

    @Override
    protected String fileName() {
        return choice.map(now -> now.theme().id() + "-" + now.area().code() + "-" + now.year())
                .orElse(THEME);
    }

    private void go(Choice next) {
        getUI().ifPresent(ui -> ui.navigate(next.path(), next.parameters()));
    }

    @Override
    protected void show(Answer figures, boolean isNews) {
        panels.ifPresent(shown -> shown.show(figures.series(), figures.readAt(), isNews));
        boolean isEmpty = figures.series().stream()
                .flatMap(series -> series.points().stream())
                .allMatch(point -> FigureWords.number(point.value()).isEmpty());
        if (isEmpty) {
            choice.ifPresent(now -> sayEmpty(now.area()));
        }
    }
}
