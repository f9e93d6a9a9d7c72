package nl.mjpmonitor.dashboard.access;

import java.util.List;
import java.util.stream.Collectors;
import nl.mjpmonitor.dashboard.audit.AuditAction;
import nl.mjpmonitor.dashboard.audit.AuditLog;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.areas.Areas;
import nl.mjpmonitor.warehouse.indicators.Confidentiality;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorCatalogue;
import nl.mjpmonitor.warehouse.indicators.SeriesRequest;
import org.springframework.stereotype.Component;

/** Admits what the {@link ReaderScope} opens. Refusals and confidential figures leave a trace. */
@Component
final class ScopedSeriesGate implements SeriesGate {

    private record Asked(Indicator indicator, Area area) {

        String words() {
            return indicator.id() + " " + area.code();
        }
    }

    private final IndicatorCatalogue catalogue;
    private final Areas areas;
    private final AuditLog audit;

    ScopedSeriesGate(IndicatorCatalogue catalogue, Areas areas, AuditLog audit) {
        this.catalogue = catalogue;
        this.areas = areas;
        this.audit = audit;
    }

    @Override
    public void admit(List<SeriesRequest> requests) {
        ReaderScope scope = ReaderScope.of(Reader.current(), areas);
        List<Asked> asked = requests.stream().map(this::asked).distinct().toList();
        List<Asked> refused = asked.stream()
                .filter(one -> !scope.opens(one.indicator(), one.area()))
                .toList();
        if (!refused.isEmpty()) {
            audit.record(AuditAction.REFUSED, words(refused));
            throw new OutOfScopeException(
                    "Not for this reader: " + refused.getFirst().words());
        }
        List<Asked> confidential = asked.stream()
                .filter(one -> one.indicator().confidentiality() == Confidentiality.VERTROUWELIJK)
                .toList();
        if (!confidential.isEmpty()) {
            audit.record(AuditAction.CONFIDENTIAL_READ, words(confidential));
        }
    }

    private Asked asked(SeriesRequest request) {
        return new Asked(
                catalogue
                        .find(request.indicator())
                        .orElseThrow(
                                () -> new IllegalArgumentException("There is no indicator " + request.indicator())),
                areas.find(request.area())
                        .orElseThrow(() -> new IllegalArgumentException("There is no area " + request.area())));
    }

    private static String words(List<Asked> asked) {
        return asked.stream().map(Asked::words).collect(Collectors.joining(", "));
    }
}
