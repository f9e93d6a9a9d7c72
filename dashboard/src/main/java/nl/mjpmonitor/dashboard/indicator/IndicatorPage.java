package nl.mjpmonitor.dashboard.indicator;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import nl.mjpmonitor.dashboard.duiding.DuidingPanel;
import nl.mjpmonitor.dashboard.exports.ExportMenu;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.calendar.SafetyCalendar;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.periods.Period;

/** The page of one indicator. It is made once and follows the reader's choices. */
final class IndicatorPage extends Div {

    /** Goes to the address of another choice. */
    @FunctionalInterface
    interface Navigator {
        void change(UnaryOperator<IndicatorChoice> change);
    }

    /** The parts of the page, in the order of reading. */
    record Parts(
            SeriesControls controls,
            SeriesSection series,
            ComparisonSection comparisons,
            RateSection rates,
            RevisionSection revisions,
            DuidingPanel duiding,
            MeaningSection meaning) {}

    private final transient FigureWords words;
    private final transient Indicator indicator;
    private final transient Parts parts;
    private final transient SafetyCalendar calendar;
    private final transient SeriesExport export;
    private final Paragraph subtitle = new Paragraph();
    private final Paragraph asKnown = new Paragraph();
    private final ExportMenu exports;
    private final Div figures = new Div();

    private transient List<Annotation> annotations = List.of();
    private transient List<Area> larger = List.of();

    IndicatorPage(
            Indicator indicator,
            FigureWords words,
            Navigator navigator,
            Parts parts,
            SafetyCalendar calendar,
            SeriesExport export) {
        this.indicator = indicator;
        this.words = words;
        this.parts = parts;
        this.calendar = calendar;
        this.export = export;
        addClassName("indicator-page");
        H1 title = new H1(name());
        subtitle.addClassNames("secondary", "indicator-subtitle");
        asKnown.addClassName("unknown-choice");
        asKnown.getElement().setAttribute("data-testid", "stand-van-toen");
        asKnown.setVisible(false);
        exports = new ExportMenu(words);
        figures.addClassName("indicator-figures");
        figures.add(parts.series(), parts.comparisons(), parts.rates(), parts.revisions(), parts.duiding());
        add(title, subtitle, parts.controls(), asKnown, exports, figures, parts.meaning());
    }

    Indicator indicator() {
        return indicator;
    }

    String name() {
        return indicator.name().in(words.locale());
    }

    /** Follows a choice; the figures come by {@link #show}. In the thread of the reader. */
    void follow(IndicatorChoice choice, IndicatorPages pages, IndicatorSubject subject) {
        subtitle.setText(words.text(
                "indicator.subtitle",
                words.unit(indicator.unit()),
                choice.area().name(),
                words.text("grain." + choice.grain())));
        asKnown.setVisible(choice.peildatum().isPresent());
        asKnown.setText(choice.peildatum()
                .map(day -> words.text("indicator.as-known", words.format().day(day)))
                .orElse(""));
        exports.offer(form -> Optional.of(export.file(choice, form, words.locale())));
        parts.controls().show(choice);
        annotations = Annotation.of(pages.duidingen(choice), choice.grain().grain());
        larger = subject.larger(choice);
        List<Period> periods = Period.range(
                        subject.series(choice).from(), subject.series(choice).to())
                .stream()
                .filter(period -> !period.lastMonth().isBefore(indicator.definedFrom()))
                .filter(choice::isInSight)
                .toList();
        if (periods.isEmpty()) {
            parts.duiding().hide();
        } else {
            parts.duiding().show(indicator.id(), choice.area().code(), periods);
        }
    }

    /** Shows the figures, or that there are none. In any thread that holds the page. */
    void show(IndicatorChoice choice, IndicatorQuestion.Answer answer, Instant readAt) {
        figures.setVisible(true);
        ControlledSeries series = ControlledSeries.of(indicator, answer.own(), choice.grain());
        SeriesSection.Content content =
                new SeriesSection.Content(choice, series, timeline(choice, series, answer), annotations);
        parts.series().show(content);
        Optional<IndicatorPoint> compared = compared(content);
        parts.comparisons().setVisible(compared.isPresent());
        parts.rates().setVisible(compared.isPresent() && indicator.perInhabitants());
        compared.ifPresent(point -> {
            parts.comparisons().show(choice, point.period(), answer.all());
            if (indicator.perInhabitants()) {
                parts.rates().show(point.period(), choice.area(), point, larger, answer.elsewhere());
            }
        });
        parts.revisions().show(choice, answer.own(), answer.newest());
        parts.meaning().showReadAt(readAt);
    }

    /** There is nothing to show now. */
    void hideFigures() {
        figures.setVisible(false);
    }

    /** The newest figure in sight; when none is known, the newest period of all. */
    private static Optional<IndicatorPoint> compared(SeriesSection.Content content) {
        List<ControlledSeries.Controlled> inSight = content.inSight();
        return new ControlledSeries(inSight)
                .newestKnown()
                .or(() -> Stream.of(inSight, content.series().points())
                        .filter(points -> !points.isEmpty())
                        .findFirst()
                        .map(List::getLast))
                .map(ControlledSeries.Controlled::point);
    }

    private Timeline timeline(IndicatorChoice choice, ControlledSeries series, IndicatorQuestion.Answer answer) {
        SeriesSection.Content bare = new SeriesSection.Content(choice, series, new Timeline(List.of()), List.of());
        return bare.from()
                .flatMap(from -> bare.to()
                        .map(to -> Timeline.of(choice.timeline(), answer.timeline(), calendar.hotTimes(), from, to)))
                .orElseGet(() -> new Timeline(List.of()));
    }
}
