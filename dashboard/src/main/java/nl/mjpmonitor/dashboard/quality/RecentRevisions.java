package nl.mjpmonitor.dashboard.quality;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.mjpmonitor.dashboard.access.ReadableAreas;
import nl.mjpmonitor.dashboard.access.ReadableCatalogue;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;
import nl.mjpmonitor.warehouse.periods.Period;
import nl.mjpmonitor.warehouse.periods.PeriodGrain;
import nl.mjpmonitor.warehouse.revisions.RevisionRequest;
import nl.mjpmonitor.warehouse.revisions.Revisions;
import org.springframework.stereotype.Component;

/** The yearly figures of the municipality that were revised lately, as far as the reader of this thread may see them. */
@Component
class RecentRevisions {

    private static final Duration LATELY = Duration.ofDays(30);
    private static final int YEARS = 10;

    private final Revisions revisions;
    private final ReadableCatalogue catalogue;
    private final ReadableAreas areas;
    private final Clock clock;

    RecentRevisions(Revisions revisions, ReadableCatalogue catalogue, ReadableAreas areas, Clock clock) {
        this.revisions = revisions;
        this.catalogue = catalogue;
        this.areas = areas;
        this.clock = clock;
    }

    /** Newest first. Throws {@link nl.mjpmonitor.warehouse.WarehouseException} when the warehouse does not answer. */
    List<RevisedFigure> list() {
        Area municipality = areas.municipality();
        Map<IndicatorId, Indicator> readable = catalogue.indicators().stream()
                .filter(indicator -> areas.opens(indicator, municipality))
                .collect(Collectors.toMap(Indicator::id, Function.identity()));
        if (readable.isEmpty()) {
            return List.of();
        }
        Instant now = clock.instant();
        YearMonth last = YearMonth.from(now.atZone(ZoneOffset.UTC));
        RevisionRequest request = new RevisionRequest(
                List.copyOf(readable.keySet()),
                municipality.code(),
                Period.containing(PeriodGrain.YEAR, last.minusYears(YEARS)),
                Period.containing(PeriodGrain.YEAR, last),
                now.minus(LATELY),
                now,
                false);
        return revisions.list(request).stream()
                .map(revision -> new RevisedFigure(
                        Objects.requireNonNull(readable.get(revision.indicator())), municipality, revision))
                .toList();
    }
}
