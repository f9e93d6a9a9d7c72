package nl.mjpmonitor.dashboard.casework;

import com.vaadin.flow.component.UI;
import java.util.List;
import java.util.function.Consumer;
import nl.mjpmonitor.dashboard.access.ReadableAreas;
import nl.mjpmonitor.dashboard.access.ReadableCatalogue;
import nl.mjpmonitor.dashboard.live.LiveReading;
import nl.mjpmonitor.dashboard.live.LiveReadings;
import nl.mjpmonitor.dashboard.live.PageDelivery;
import nl.mjpmonitor.dashboard.live.Subscription;
import nl.mjpmonitor.warehouse.casework.CaseProgress;
import nl.mjpmonitor.warehouse.casework.StepProgress;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;
import org.springframework.stereotype.Component;

/**
 * The steps of open cases that the reader of this thread may see: those of which the role opens the indicator of stagnation for the
 * whole municipality.
 */
@Component
public final class ReadableCaseProgress {

    private final LiveReading<List<StepProgress>> live;
    private final ReadableCatalogue catalogue;
    private final ReadableAreas areas;

    ReadableCaseProgress(
            CaseProgress progress, LiveReadings readings, ReadableCatalogue catalogue, ReadableAreas areas) {
        this.live = readings.of(progress::openSteps);
        this.catalogue = catalogue;
        this.areas = areas;
    }

    /** The indicator that counts the cases that stagnate in a step. */
    public static IndicatorId stagnation(String step) {
        return new IndicatorId("stagnatie-" + step);
    }

    /**
     * Shows a page the steps now, in the order of {@link CaseProgress#openSteps()}, and whenever they change, each time in the page's own
     * turn and so for its reader; none when the reader may see none.
     */
    public Subscription follow(UI page, Consumer<LiveReading.State<List<StepProgress>>> show) {
        return live.watch(PageDelivery.to(page, state -> show.accept(state.map(this::readable))));
    }

    private List<StepProgress> readable(List<StepProgress> all) {
        return all.stream()
                .filter(step -> catalogue
                        .find(stagnation(step.step()))
                        .filter(indicator -> areas.opens(indicator, areas.municipality()))
                        .isPresent())
                .toList();
    }
}
