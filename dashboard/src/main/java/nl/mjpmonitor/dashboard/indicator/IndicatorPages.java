package nl.mjpmonitor.dashboard.indicator;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.mjpmonitor.dashboard.duiding.Duiding;
import nl.mjpmonitor.dashboard.duiding.DuidingPanels;
import nl.mjpmonitor.dashboard.duiding.DuidingQuestion;
import nl.mjpmonitor.dashboard.duiding.DuidingService;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.dashboard.store.StoreAwayException;
import nl.mjpmonitor.warehouse.areas.Areas;
import nl.mjpmonitor.warehouse.calendar.SafetyCalendar;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.Lineage;
import nl.mjpmonitor.warehouse.indicators.SeriesRequest;
import nl.mjpmonitor.warehouse.periods.Period;
import nl.mjpmonitor.warehouse.programme.ProgrammeCatalogue;
import nl.mjpmonitor.warehouse.revisions.RevisionRequest;
import nl.mjpmonitor.warehouse.revisions.Revisions;
import org.springframework.stereotype.Component;

/** What the page of an indicator is made of beside its figures. */
@Component
class IndicatorPages {

    private final IndicatorSubject subject;
    private final DuidingService duiding;
    private final DuidingPanels panels;
    private final ProgrammeCatalogue programme;
    private final SafetyCalendar calendar;
    private final Areas areas;
    private final Revisions revisions;
    private final SeriesExport export;

    IndicatorPages(
            IndicatorSubject subject,
            DuidingService duiding,
            DuidingPanels panels,
            ProgrammeCatalogue programme,
            SafetyCalendar calendar,
            Areas areas,
            Revisions revisions,
            SeriesExport export) {
        this.subject = subject;
        this.duiding = duiding;
        this.panels = panels;
        this.programme = programme;
        this.calendar = calendar;
        this.areas = areas;
        this.revisions = revisions;
        this.export = export;
    }

    IndicatorPage page(Indicator indicator, FigureWords words, IndicatorPage.Navigator navigator) {
        return new IndicatorPage(
                indicator,
                words,
                navigator,
                new IndicatorPage.Parts(
                        new SeriesControls(subject.grains(indicator), subject, words, navigator),
                        new SeriesSection(indicator, words),
                        new ComparisonSection(indicator, words),
                        new RateSection(indicator, areas.population(), words),
                        new RevisionSection(
                                indicator,
                                subject.today(),
                                words,
                                day -> navigator.change(choice -> choice.knownOn(day)),
                                this::moments),
                        panels.panel(words),
                        new MeaningSection(indicator, Lineage.of(indicator, subject::find), programme, words)),
                calendar,
                export);
    }

    /** What was written about the figure; nothing while the store is away, which the panel says. */
    List<Duiding> duidingen(IndicatorChoice choice) {
        try {
            return duiding.find(
                    DuidingQuestion.about(choice.indicator().id(), choice.area().code()));
        } catch (StoreAwayException away) {
            return List.of();
        }
    }

    private Map<Period, Instant> moments(IndicatorChoice choice) {
        SeriesRequest own = subject.series(choice);
        Map<Period, Instant> moments = new HashMap<>();
        revisions
                .list(new RevisionRequest(
                        List.of(own.indicator()),
                        own.area(),
                        own.from(),
                        own.to(),
                        own.peildatum(),
                        SeriesRequest.LATEST,
                        true))
                .forEach(revision -> revision.knownAt().ifPresent(moment -> moments.put(revision.period(), moment)));
        return moments;
    }
}
