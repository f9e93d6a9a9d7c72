package nl.mjpmonitor.dashboard.indicator;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.mjpmonitor.dashboard.exports.ExportFile;
import nl.mjpmonitor.dashboard.exports.ExportForm;
import nl.mjpmonitor.dashboard.exports.Exports;
import nl.mjpmonitor.dashboard.exports.SeriesFigures;
import nl.mjpmonitor.dashboard.progress.Turn;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.indicators.IndicatorQuery;
import org.springframework.stereotype.Component;

/**
 * The series of a page as a file. The figures are asked anew at the moment of downloading, on behalf of who downloads: the same
 * roles and the same withholding of small numbers hold as on the page.
 */
@Component
class SeriesExport {

    private final IndicatorSubject subject;
    private final IndicatorQuery query;
    private final Exports exports;
    private final Clock clock;

    SeriesExport(IndicatorSubject subject, IndicatorQuery query, Exports exports, Clock clock) {
        this.subject = subject;
        this.query = query;
        this.exports = exports;
        this.clock = clock;
    }

    /**
     * The file in its turn; empty when it is to be a picture of no figures. The turn throws
     * {@link nl.mjpmonitor.dashboard.access.OutOfScopeException} when the reader of this thread may not see it, and
     * {@link nl.mjpmonitor.warehouse.WarehouseException} when the warehouse does not answer.
     */
    Turn<Optional<ExportFile>> file(IndicatorChoice choice, ExportForm form, Locale locale) {
        return exports.file(choice, () -> figures(choice), form, locale);
    }

    private SeriesFigures figures(IndicatorChoice choice) {
        List<IndicatorPoint> points = query.series(List.of(subject.series(choice))).getFirst().points().stream()
                .filter(point -> choice.from()
                                .map(first -> !point.period().lastMonth().isBefore(first))
                                .orElse(true)
                        && choice.to()
                                .map(last -> !point.period().lastMonth().isAfter(last))
                                .orElse(true))
                .toList();
        return new SeriesFigures(
                choice.indicator(), choice.area(), choice.grain().grain(), points, knownAt(choice));
    }

    private Instant knownAt(IndicatorChoice choice) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return choice.moment().isBefore(now) ? choice.moment() : now;
    }
}
