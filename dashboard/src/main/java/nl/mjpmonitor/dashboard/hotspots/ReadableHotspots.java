package nl.mjpmonitor.dashboard.hotspots;

import com.vaadin.flow.component.UI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import nl.mjpmonitor.dashboard.access.OutOfScopeException;
import nl.mjpmonitor.dashboard.access.ReadableAreas;
import nl.mjpmonitor.dashboard.access.ReadableCatalogue;
import nl.mjpmonitor.dashboard.live.LiveReading;
import nl.mjpmonitor.dashboard.live.LiveReadings;
import nl.mjpmonitor.dashboard.live.PageDelivery;
import nl.mjpmonitor.dashboard.live.Subscription;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.areas.AreaKind;
import nl.mjpmonitor.warehouse.areas.Areas;
import nl.mjpmonitor.warehouse.hotspots.Hotspot;
import nl.mjpmonitor.warehouse.hotspots.Hotspots;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;
import org.springframework.stereotype.Component;

/**
 * The potential hotspots that the reader of this thread may see: those in the buurten in which the role opens the indicator that counts
 * them.
 */
@Component
public final class ReadableHotspots {

    /** The indicator whose confidentiality holds for each of those it counts. */
    public static final IndicatorId INDICATOR = new IndicatorId("detectie-hotspots-geopend");

    private static final ZoneId DUTCH_TIME = ZoneId.of("Europe/Amsterdam");

    private final Hotspots hotspots;
    private final LiveReading<List<Hotspot>> live;
    private final ReadableCatalogue catalogue;
    private final ReadableAreas readable;
    private final Areas areas;
    private final Clock clock;

    ReadableHotspots(
            Hotspots hotspots,
            LiveReadings readings,
            ReadableCatalogue catalogue,
            ReadableAreas readable,
            Areas areas,
            Clock clock) {
        this.hotspots = hotspots;
        this.live = readings.of(hotspots::all);
        this.catalogue = catalogue;
        this.readable = readable;
        this.areas = areas;
        this.clock = clock;
    }

    /** Whether the reader may see any, anywhere. */
    public boolean isOpen() {
        return catalogue.find(INDICATOR).isPresent();
    }

    /**
     * Those that lie in an area today, in the order of {@link Hotspots#all()}.
     *
     * @throws OutOfScopeException when the reader may see none, anywhere
     * @throws nl.mjpmonitor.warehouse.WarehouseException when ClickHouse cannot be asked
     */
    public List<Hotspot> in(Area area) {
        return in(area, hotspots.all());
    }

    /**
     * Shows a page those that lie in an area now, and whenever that changes, each time in the page's own turn and so for its reader.
     *
     * @throws OutOfScopeException when the reader may see none, anywhere
     */
    public Subscription follow(Area area, UI page, Consumer<LiveReading.State<List<Hotspot>>> show) {
        return live.watch(PageDelivery.to(page, state -> show.accept(state.map(all -> in(area, all)))));
    }

    private List<Hotspot> in(Area area, List<Hotspot> all) {
        Indicator indicator = catalogue
                .find(INDICATOR)
                .orElseThrow(() -> new OutOfScopeException("Potential hotspots are not for this reader"));
        LocalDate today = LocalDate.now(clock.withZone(DUTCH_TIME));
        Set<AreaCode> leaves = Set.copyOf(areas.division(area.kind()).leaves(area.code(), today));
        return all.stream()
                .filter(hotspot -> area.kind() == AreaKind.GEMEENTE
                        || hotspot.area().equals(area.code())
                        || leaves.contains(hotspot.area()))
                .filter(hotspot -> areas.find(hotspot.area())
                        .filter(buurt -> readable.opens(indicator, buurt))
                        .isPresent())
                .toList();
    }
}
