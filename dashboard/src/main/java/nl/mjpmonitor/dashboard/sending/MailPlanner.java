package nl.mjpmonitor.dashboard.sending;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.mjpmonitor.dashboard.publications.EditionState;
import nl.mjpmonitor.dashboard.publications.EditionStore;
import nl.mjpmonitor.dashboard.publications.EditionSummary;
import nl.mjpmonitor.dashboard.reports.ReportCatalogue;
import nl.mjpmonitor.dashboard.reports.ReportId;
import nl.mjpmonitor.dashboard.sending.SendingStore.Queued;
import nl.mjpmonitor.warehouse.areas.Areas;
import nl.mjpmonitor.warehouse.indicators.IndicatorCatalogue;

/**
 * Puts published editions into the outbox when their moment has come, for everybody on the list who may see every figure of them. Asking
 * twice changes nothing. What was due before somebody came on the list, before the moment was set, or longer than {@link #PATIENCE} ago
 * is not sent any more, nor is an edition that was corrected by then.
 */
final class MailPlanner {

    /** How long after its moment an edition is still sent, when the dashboard was away. */
    static final Duration PATIENCE = Duration.ofDays(14);

    private final EditionStore editions;
    private final SendingStore store;
    private final ReportCatalogue reports;
    private final IndicatorCatalogue indicators;
    private final Areas areas;
    private final WorkingDays days;
    private final String domain;

    MailPlanner(
            EditionStore editions,
            SendingStore store,
            ReportCatalogue reports,
            IndicatorCatalogue indicators,
            Areas areas,
            WorkingDays days,
            String domain) {
        this.editions = editions;
        this.store = store;
        this.reports = reports;
        this.indicators = indicators;
        this.areas = areas;
        this.days = days;
        this.domain = domain;
    }

    /** Plans what is due by now. */
    void plan(Instant now) {
        Map<ReportId, Mailing> mailings = store.mailings().stream()
                .filter(Mailing::isActive)
                .collect(Collectors.toUnmodifiableMap(Mailing::report, Function.identity()));
        if (mailings.isEmpty()) {
            return;
        }
        List<EditionSummary> published = editions.all().stream()
                .filter(edition -> edition.state() == EditionState.GEPUBLICEERD)
                .toList();
        List<Recipient> recipients = store.recipients();
        // what is due now was published a month before at the earliest
        Set<Queued> known = store.queuedSince(now.minus(PATIENCE).minus(Duration.ofDays(1)));
        for (EditionSummary edition : published) {
            Mailing mailing = mailings.get(edition.subject().report());
            if (mailing != null && !isCorrected(edition, published)) {
                plan(edition, mailing, recipients, known, now);
            }
        }
    }

    private static boolean isCorrected(EditionSummary edition, List<EditionSummary> published) {
        return published.stream()
                .filter(other -> other.subject().equals(edition.subject()))
                .anyMatch(other -> other.number().orElse(0) > edition.number().orElse(0));
    }

    private void plan(
            EditionSummary edition, Mailing mailing, List<Recipient> recipients, Set<Queued> known, Instant now) {
        Instant due = mailing.workingDay()
                .map(day -> days.firstFrom(edition.at(), day))
                .orElse(edition.at());
        if (due.isAfter(now) || due.isBefore(mailing.changedAt()) || due.isBefore(now.minus(PATIENCE))) {
            return;
        }
        for (Recipient recipient : recipients) {
            boolean isKnown =
                    known.contains(new Queued(edition.id(), recipient.address().toLowerCase(Locale.ROOT)));
            if (!isKnown && !recipient.addedAt().isAfter(due) && mayRead(recipient, edition)) {
                boolean ignored = store.queue(
                        edition.id(),
                        recipient.address(),
                        "<mjp-uitgave-%s.%d@%s>".formatted(edition.id(), recipient.id(), domain),
                        now);
            }
        }
    }

    private boolean mayRead(Recipient recipient, EditionSummary edition) {
        return reports.find(edition.subject().report())
                .flatMap(report -> areas.find(edition.subject().area())
                        .map(area -> report.opens(recipient.reader(), area, indicators, areas)))
                .orElse(false);
    }
}
