package nl.mjpmonitor.dashboard.reports;

import java.util.List;
import nl.mjpmonitor.warehouse.catalogue.LocalizedText;

/**
 * A chapter of a report.
 *
 * @param id short name, unique in the report
 * @param title heading
 * @param blocks what stands in it, in the order of reading
 */
public record ReportSection(String id, LocalizedText title, List<ReportBlock> blocks) {

    public ReportSection {
        blocks = List.copyOf(blocks);
    }
}
