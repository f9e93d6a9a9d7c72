package nl.mjpmonitor.dashboard.casework;

import java.util.List;
import nl.mjpmonitor.dashboard.access.ReadableAreas;
import nl.mjpmonitor.dashboard.access.ReadableCatalogue;
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

    private final CaseProgress progress;
    private final ReadableCatalogue catalogue;
    private final ReadableAreas areas;

    ReadableCaseProgress(CaseProgress progress, ReadableCatalogue catalogue, ReadableAreas areas) {
        this.progress = progress;
        this.catalogue = catalogue;
        this.areas = areas;
    }

    /** The indicator that counts the cases that stagnate in a step. */
    public static IndicatorId stagnation(String step) {
        return new IndicatorId("stagnatie-" + step);
    }

    /**
     * In the order of {@link CaseProgress#openSteps()}; empty when the reader may see none.
     *
     * @throws nl.mjpmonitor.warehouse.WarehouseException when ClickHouse cannot be asked
     */
    public List<StepProgress> openSteps() {
        return progress.openSteps().stream()
                .filter(step -> catalogue
                        .find(stagnation(step.step()))
                        .filter(indicator -> areas.opens(indicator, areas.municipality()))
                        .isPresent())
                .toList();
    }
}
