package nl.mjpmonitor.dashboard.archive;

import java.util.List;
import nl.mjpmonitor.dashboard.publications.Edition;
import nl.mjpmonitor.dashboard.publications.EditionFile;
import nl.mjpmonitor.dashboard.reports.ReportDefinition;
import nl.mjpmonitor.warehouse.areas.Area;

/**
 * A published edition with what its description needs.
 *
 * @param edition the edition
 * @param name a line for people
 * @param areaName name of its area
 * @param municipality the municipality that made it
 * @param report its kind
 * @param files its files
 */
record ArchivedEdition(
        Edition edition,
        String name,
        String areaName,
        Area municipality,
        ReportDefinition report,
        List<EditionFile> files) {

    /** Under which name it is known outside this dashboard. */
    String identification() {
        return "mjp-uitgave-" + edition.id();
    }

    /** The same for one of its files. */
    String identification(EditionFile file) {
        return identification() + "/" + file.name();
    }

    /** The folder in which its files stand in an export. */
    String folder() {
        return edition.id() + "-" + edition.subject().report() + "-"
                + edition.subject().area() + "-" + edition.subject().period() + "-editie-"
                + edition.number().orElse(0);
    }
}
