package nl.mjpmonitor.dashboard.reports;

import java.util.List;
import java.util.Optional;

/** All kinds of report, in the order in which they are shown. */
public final class ReportCatalogue {

    private final List<ReportDefinition> definitions;

    private final SelectionList selectionList;

    ReportCatalogue(List<ReportDefinition> definitions, SelectionList selectionList) {
        this.definitions = List.copyOf(definitions);
        this.selectionList = selectionList;
    }

    /** The list that says how long editions are kept. */
    public SelectionList selectionList() {
        return selectionList;
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
