package nl.mjpmonitor.dashboard.page;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.mjpmonitor.dashboard.access.ReadableAreas;
import nl.mjpmonitor.dashboard.exports.PageExports;
import nl.mjpmonitor.dashboard.exports.PageFigures;
import nl.mjpmonitor.dashboard.figures.ChartLanguage;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.dashboard.live.FigureNotice;
import nl.mjpmonitor.dashboard.live.FigureRequest;
import nl.mjpmonitor.dashboard.live.FigureState;
import nl.mjpmonitor.dashboard.live.LiveFigures;
import nl.mjpmonitor.dashboard.live.PageDelivery;
import nl.mjpmonitor.dashboard.live.Subscription;
import nl.mjpmonitor.dashboard.texts.Texts;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.indicators.IndicatorSeries;

/**
 * A page of figures about one area. It has one question to the warehouse at a time and follows the answer by itself; while there is
 * no answer the body is not there, and when the warehouse goes away the last figures stay with a notice.
 */
@StyleSheet("styles/themes.css")
public abstract class FigurePage extends Main implements HasDynamicTitle {

    private final transient LiveFigures live;
    private final transient ReadableAreas areas;
    private final transient FigureWords words;
    private final H1 heading = new H1();
    private final Paragraph intro = new Paragraph();
    private final AreaFilter filter;
    private final Div controls = new Div();
    private final Div header = new Div();
    private final Paragraph unknownArea = new Paragraph();
    private final FigureNotice notice = new FigureNotice();
    private final Div body = new Div();

    private transient Subscription subscription = () -> {};
    private transient Optional<Answer> answer = Optional.empty();
    private transient Optional<FigureRequest> asked = Optional.empty();
    private transient Optional<Area> area = Optional.empty();

    /**
     * The figures that are shown.
     *
     * @param series the answer, in the order of the request
     * @param readAt last moment at which they were known to be the newest
     */
    public record Answer(List<IndicatorSeries> series, Instant readAt) {

        public Answer {
            series = List.copyOf(series);
        }
    }

    protected FigurePage(LiveFigures live, ReadableAreas areas, PageExports exports, Texts texts) {
        this.live = live;
        this.areas = areas;
        this.words = new FigureWords(texts, getLocale());
        this.filter = new AreaFilter(areas, words, this::choose);
        setId("inhoud");
        addClassName("view");
        getElement().setAttribute("tabindex", "-1");
        intro.addClassName("secondary");
        controls.addClassNames("view-controls", "choices");
        controls.add(filter);
        header.addClassName("view-header");
        header.add(new Div(heading, intro), controls);
        unknownArea.addClassName("unknown-choice");
        unknownArea.setVisible(false);
        body.setVisible(false);
        super.add(header, unknownArea, notice, exports.menu(words, this::taken), body);
    }

    protected final FigureWords words() {
        return words;
    }

    /** What is shown once there are figures. */
    protected final Div body() {
        return body;
    }

    /** The heading of the page, which is also its title, and what it is about. */
    protected final void name(String title, String about) {
        heading.setText(title);
        intro.setText(about);
    }

    /** Puts another choice beside that of the area. */
    protected final void addControl(Component control) {
        controls.add(control);
    }

    /** Puts something below the heading and the choices. */
    protected final void addToHeader(Component component) {
        header.add(component);
    }

    /** The reader chose an area: go to its address. */
    protected abstract void choose(Area area);

    /**
     * Shows figures in the body.
     *
     * @param isNews whether what differs from what is shown is news, and not the answer to another question
     */
    protected abstract void show(Answer figures, boolean isNews);

    /** Start of the name of a file of the page: what it is about and what was chosen, in lower case with hyphens. */
    protected abstract String fileName();

    /** The page as it is shown, to take along. */
    private Optional<PageFigures> taken() {
        return answer.flatMap(shown -> asked.map(request -> PageFigures.of(
                fileName(),
                heading.getText(),
                area.map(Area::name).orElse(""),
                shown.readAt(),
                request.series(),
                body)));
    }

    /** The area of the address. An area that is not among these is said; then it is the municipality. */
    protected final Area take(List<Area> offered, QueryParameters parameters) {
        Optional<Area> found = filter.offer(offered, parameters);
        unknownArea.setVisible(found.isEmpty());
        unknownArea.setText(
                words.text("crime.area.unknown", areas.municipality().name()));
        Area shown = found.orElseGet(areas::municipality);
        area = Optional.of(shown);
        return shown;
    }

    /** What is shown now; empty while there are no figures. */
    protected final Optional<Answer> answer() {
        return answer;
    }

    /** Says that not a single figure of the area is known, unless there is worse to say. */
    protected final void sayEmpty(Area area) {
        notice.showEmpty(words, area);
    }

    /** Asks this from now on, and nothing else. */
    protected final void watch(FigureRequest request) {
        subscription.end();
        answer = Optional.empty();
        asked = Optional.of(request);
        subscription = live.watch(request, PageDelivery.to(UI.getCurrent(), state -> showIfStill(request, state)));
    }

    /** An answer may arrive when the page asks something else already. */
    private void showIfStill(FigureRequest request, FigureState state) {
        if (asked.equals(Optional.of(request))) {
            notice.show(words, state);
            switch (state) {
                case FigureState.Current(var series, var readAt) -> show(new Answer(series, readAt));
                case FigureState.Stale(var series, var readAt) -> show(new Answer(series, readAt));
                case FigureState.Loading _, FigureState.Failed _ -> body.setVisible(false);
            }
        }
    }

    private void show(Answer next) {
        boolean isNews = answer.isPresent();
        answer = Optional.of(next);
        body.setVisible(true);
        show(next, isNews);
    }

    @Override
    public String getPageTitle() {
        return words.text("title", heading.getText());
    }

    @Override
    protected void onAttach(AttachEvent event) {
        ChartLanguage.apply(event.getUI(), words.locale());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        subscription.end();
    }
}
