package nl.mjpmonitor.dashboard.archive;

import java.time.LocalDate;
import java.util.Optional;
import nl.mjpmonitor.dashboard.publications.EditionSummary;
import nl.mjpmonitor.dashboard.reports.Retention;

/**
 * An edition in the archive.
 *
 * @param edition the edition
 * @param retention how long editions of its kind are kept
 * @param endsOn first day on which it need not be kept; empty when it is kept for good or is not published
 * @param isDue whether that day has come
 */
public record ArchiveEntry(EditionSummary edition, Retention retention, Optional<LocalDate> endsOn, boolean isDue) {}
