package nl.mjpmonitor.dashboard.indicator;

import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import nl.mjpmonitor.dashboard.access.OutOfScopeException;
import nl.mjpmonitor.dashboard.audit.AuditAction;
import nl.mjpmonitor.dashboard.audit.AuditLog;
import nl.mjpmonitor.warehouse.WarehouseException;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.indicators.IndicatorQuery;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue;
import org.springframework.stereotype.Component;

/**
 * The series of a page as a file. The figures are asked anew at the moment of downloading, on behalf of who downloads: the same
 * roles and the same withholding of small numbers hold as on the page. Every export leaves a trace in the audit log.
 */
@Component
class SeriesExport {

    private final IndicatorSubject subject;
    private final IndicatorQuery query;
    private final AuditLog audit;
    private final Clock clock;

    SeriesExport(IndicatorSubject subject, IndicatorQuery query, AuditLog audit, Clock clock) {
        this.subject = subject;
        this.query = query;
        this.audit = audit;
        this.clock = clock;
    }

    DownloadHandler of(IndicatorChoice choice) {
        return DownloadHandler.fromInputStream(event -> answer(choice));
    }

    private DownloadResponse answer(IndicatorChoice choice) {
        try {
            byte[] file = csv(choice).getBytes(StandardCharsets.UTF_8);
            return new DownloadResponse(
                    new ByteArrayInputStream(file), name(choice), "text/csv; charset=utf-8", file.length);
        } catch (OutOfScopeException refused) {
            return DownloadResponse.error(HttpStatusCode.FORBIDDEN, refused);
        } catch (WarehouseException away) {
            return DownloadResponse.error(HttpStatusCode.SERVICE_UNAVAILABLE, away);
        }
    }

    static String name(IndicatorChoice choice) {
        return choice.indicator().id() + "-" + choice.area().code() + "-"
                + choice.grain().word() + ".csv";
    }

    /**
     * The file.
     *
     * @throws OutOfScopeException when the reader of this thread may not see it
     * @throws WarehouseException when the warehouse does not answer
     */
    String csv(IndicatorChoice choice) {
        List<IndicatorPoint> points = query.series(List.of(subject.series(choice))).getFirst().points().stream()
                .filter(point -> !(point.value() instanceof IndicatorValue.NotApplicable))
                .filter(point -> choice.from()
                                .map(first -> !point.period().lastMonth().isBefore(first))
                                .orElse(true)
                        && choice.to()
                                .map(last -> !point.period().lastMonth().isAfter(last))
                                .orElse(true))
                .toList();
        audit.record(AuditAction.EXPORT, name(choice));
        return SeriesCsv.of(
                choice.indicator(), choice.area(), points, knownAt(choice).toString());
    }

    private Instant knownAt(IndicatorChoice choice) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return choice.moment().isBefore(now) ? choice.moment() : now;
    }
}
