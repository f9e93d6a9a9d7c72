package nl.mjpmonitor.warehouse.indicators;

import java.util.List;
import nl.mjpmonitor.warehouse.areas.AreaKind;
import nl.mjpmonitor.warehouse.areas.Areas;

/** Withholds small numbers themselves, and not what they could be derived from. */
final class SmallNumbers implements DisclosureRules {

    private final Areas areas;

    SmallNumbers(Areas areas) {
        this.areas = areas;
    }

    @Override
    public List<SeriesRequest> needed(Indicator indicator, SeriesRequest request) {
        return List.of();
    }

    @Override
    public Decision decide(Indicator indicator, SeriesRequest request, Figures figures) {
        AreaKind kind = areas.find(request.area()).orElseThrow().kind();
        return period -> {
            long figure = figures.of(request.area(), period).orElse(0);
            boolean isSmall = figure > 0 && figure < indicator.disclosure().below();
            return !isSmall || !indicator.disclosure().protects(kind, period.grain());
        };
    }
}
