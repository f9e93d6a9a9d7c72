package nl.mjpmonitor.dashboard.reports;

import java.util.List;
import java.util.Optional;

/** All kinds of report, in the order in which they are shown. */
public final class ReportCatalogue {

    private final List<ReportDefinition> definitions;

    ReportCatalogue(List<ReportDefinition> definitions) {
        this.definitions = List.copyOf(definitions);
    }

    public List<ReportDefinition> all() {
        return definitions;
    }

    public Optional<ReportDefinition> find(ReportId id) {
        return definitions.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /**
     * One kind of report.
     *
     * @throws IllegalArgumentException when there is none of this id
     */
    public ReportDefinition require(ReportId id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("There is no report " + id));
    }
}
