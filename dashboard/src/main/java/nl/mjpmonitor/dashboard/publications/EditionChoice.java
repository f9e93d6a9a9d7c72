package nl.mjpmonitor.dashboard.publications;

import com.vaadin.flow.router.QueryParameters;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.mjpmonitor.dashboard.reports.ReportId;

/**
 * Which editions are listed. It stands in the address.
 *
 * @param report of this kind; all when empty
 * @param search words that stand in the line, in any order; all when blank
 */
record EditionChoice(Optional<ReportId> report, String search) {

    private static final String REPORT = "rapport";
    private static final String SEARCH = "zoek";

    static EditionChoice of(QueryParameters parameters) {
        return new EditionChoice(
                parameters
                        .getSingleParameter(REPORT)
                        .filter(word -> !word.isBlank())
                        .map(ReportId::new),
                parameters.getSingleParameter(SEARCH).orElse("").strip());
    }

    QueryParameters parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        report.ifPresent(id -> parameters.put(REPORT, id.value()));
        if (!search.isEmpty()) {
            parameters.put(SEARCH, search);
        }
        return QueryParameters.simple(parameters);
    }

    /** Whether a line with these words belongs in the list. */
    boolean fits(ReportId of, String words) {
        String line = words.toLowerCase(Locale.ROOT);
        return report.map(of::equals).orElse(true)
                && search.toLowerCase(Locale.ROOT)
                        .lines()
                        .flatMap(text -> Arrays.stream(text.split(" ", -1)))
                        .allMatch(line::contains);
    }
}
