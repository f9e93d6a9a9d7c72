package nl.mjpmonitor.dashboard.access;

import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.areas.AreaKind;
import nl.mjpmonitor.warehouse.areas.Areas;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import org.springframework.stereotype.Component;

/** The areas in which the reader of this thread may see anything. */
@Component
public final class ReadableAreas {

    private final Areas areas;

    ReadableAreas(Areas areas) {
        this.areas = areas;
    }

    /** In the order of {@link Areas#all()}. */
    public List<Area> all() {
        return readable(areas.all());
    }

    public List<Area> ofKind(AreaKind kind) {
        return readable(areas.ofKind(kind));
    }

    public Optional<Area> find(AreaCode code) {
        return areas.find(code).filter(scope()::opens);
    }

    /** Everybody with a role may see something of the municipality as a whole. */
    public Area municipality() {
        return areas.municipality();
    }

    /** Whether the reader of this thread may see this indicator in this area. */
    public boolean opens(Indicator indicator, Area area) {
        return scope().opens(indicator, area);
    }

    /** Whether the reader of this thread may see an indicator in an area, for who asks it many times. */
    public BiPredicate<Indicator, Area> opens() {
        return scope()::opens;
    }

    private List<Area> readable(List<Area> all) {
        ReaderScope scope = scope();
        return all.stream().filter(scope::opens).toList();
    }

    private ReaderScope scope() {
        return ReaderScope.of(Reader.current(), areas);
    }
}
