package nl.mjpmonitor.dashboard.crime;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.mjpmonitor.dashboard.access.ReadableAreas;
import nl.mjpmonitor.dashboard.duiding.DuidingPanels;
import nl.mjpmonitor.dashboard.exports.PageExports;
import nl.mjpmonitor.dashboard.figures.FigureNews;
import nl.mjpmonitor.dashboard.live.LiveFigures;
import nl.mjpmonitor.dashboard.page.FigurePage;
import nl.mjpmonitor.dashboard.texts.Texts;
import nl.mjpmonitor.dashboard.themes.ThemeBody;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.areas.AreaKind;
import nl.mjpmonitor.warehouse.indicators.Indicator;

/**
 * The HIC and the VVC table as they were published, with their trends and one indicator in detail, and before them how crime stands
 * this year, composed as the catalogue says.
 */
@Route("criminaliteit")
@PermitAll
class CrimeView extends FigurePage implements AfterNavigationObserver {

    private static final int NEWS_SHOWN = 3;

    private final transient CrimeSubject subject;
    private final transient DuidingPanels duidingPanels;
    private final Paragraph news = new Paragraph();
    private final Div main = new Div();
    private final Div tables = new Div();
    private final transient List<GroupSection> sections;

    private transient CrimeSelection selection;
    private transient Optional<IndicatorPanel> panel = Optional.empty();
    private transient Optional<ThemeBody> theme = Optional.empty();

    CrimeView(
            CrimeSubject subject,
            LiveFigures live,
            ReadableAreas areas,
            DuidingPanels duidingPanels,
            PageExports exports,
            Texts texts) {
        super(live, areas, exports, texts);
        this.subject = subject;
        this.duidingPanels = duidingPanels;
        this.selection = new CrimeSelection(areas.municipality(), Optional.empty());
        this.sections = subject.groups().stream()
                .map(group -> new GroupSection(group, subject.inGroup(group), subject.years(), words()))
                .toList();
        addClassName("crime");
        news.addClassName("news");
        news.getElement().setAttribute("role", "status").setAttribute("data-testid", "nieuws");
        addToHeader(news);
        tables.addClassName("tables");
        sections.forEach(tables::add);
        main.addClassName("crime-main");
        main.add(tables);
        body().addClassName("body");
        body().add(main);
        name(words().text("crime.title"), words().text("crime.intro"));
    }

    @Override
    public String getPageTitle() {
        String where = selection.area().kind() == AreaKind.GEMEENTE
                ? words().text("crime.title")
                : words().text("crime.title.in", selection.area().name());
        return words().text("title", where);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        QueryParameters parameters = event.getLocation().getQueryParameters();
        Optional<Indicator> indicator = subject.indicator(parameters);
        Area area = take(subject.areas(), parameters);
        boolean isOtherArea = theme.isEmpty() || !area.equals(selection.area());
        selection = new CrimeSelection(area, indicator.map(Indicator::id));
        sections.forEach(section -> section.follow(selection));
        open(indicator);
        if (isOtherArea) {
            news.setText("");
            show(subject.theme(area, parameters, words()));
            theme.ifPresent(shown -> watch(subject.request(area, shown.requests())));
        }
    }

    private void show(ThemeBody next) {
        theme.ifPresent(main::remove);
        theme = Optional.of(next);
        main.addComponentAsFirst(next);
    }

    private void open(Optional<Indicator> indicator) {
        boolean isSame = panel.map(IndicatorPanel::indicator).equals(indicator.map(Indicator::id));
        if (!isSame) {
            panel.ifPresent(body()::remove);
            panel = indicator.map(chosen -> new IndicatorPanel(chosen, subject.years(), words(), duidingPanels));
            panel.ifPresent(opened -> {
                body().add(opened);
                answer().ifPresent(known ->
                        opened.show(CrimeFigures.of(known.series()), selection.area(), known.readAt(), false));
                opened.focus();
            });
            body().setClassName("with-panel", panel.isPresent());
        }
        panel.ifPresent(opened -> opened.follow(selection));
    }

    @Override
    protected String fileName() {
        return CrimeSubject.THEME + "-" + selection.area().code();
    }

    @Override
    protected void choose(Area area) {
        getUI().ifPresent(ui -> ui.navigate(CrimeView.class, selection.in(area).parameters()));
    }

    @Override
    protected void show(Answer answered, boolean isNews) {
        CrimeFigures figures = CrimeFigures.of(answered.series());
        body().setClassName("without-figures", figures.isEmpty());
        if (figures.isEmpty()) {
            sayEmpty(selection.area());
        }
        theme.ifPresent(shown -> shown.show(answered.series(), answered.readAt(), isNews));
        List<FigureNews> changes = sections.stream()
                .flatMap(section -> section.show(figures, selection.area(), isNews).stream())
                .toList();
        panel.ifPresent(opened -> opened.show(figures, selection.area(), answered.readAt(), isNews));
        if (!changes.isEmpty()) {
            announce(changes, answered.readAt());
        }
    }

    /** Says what changed, aloud to who listens and in writing to who looks. */
    private void announce(List<FigureNews> changes, Instant readAt) {
        String what = changes.stream()
                .limit(NEWS_SHOWN)
                .map(change ->
                        words().text("news.change", change.name(), change.period(), change.before(), change.now()))
                .collect(Collectors.joining("; "));
        String more = changes.size() > NEWS_SHOWN
                ? words().text("news.more", Integer.toString(changes.size() - NEWS_SHOWN))
                : "";
        news.removeAll();
        Span time = new Span(words().text("news.updated", words().format().time(readAt)));
        time.addClassName("news-time");
        news.add(time, new Span(" " + what + more));
    }
}
