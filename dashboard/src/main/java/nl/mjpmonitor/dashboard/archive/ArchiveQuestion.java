package nl.mjpmonitor.dashboard.archive;

import com.vaadin.flow.router.QueryParameters;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.mjpmonitor.dashboard.publications.EditionState;
import nl.mjpmonitor.dashboard.publications.EditionSummary;
import nl.mjpmonitor.dashboard.reports.ReportId;

/**
 * Which editions are asked for. It stands in the address.
 *
 * @param report of this kind; all when empty
 * @param state in this state; all when empty
 * @param year with a month of this year in their period; all when empty
 * @param search words that all stand in the line or all stand in the texts of the edition; all when blank
 */
public record ArchiveQuestion(
        Optional<ReportId> report, Optional<EditionState> state, Optional<Integer> year, String search) {

    /** Everything. */
    public static final ArchiveQuestion ALL =
            new ArchiveQuestion(Optional.empty(), Optional.empty(), Optional.empty(), "");

    private static final String REPORT = "rapport";
    private static final String STATE = "stand";
    private static final String YEAR = "jaar";
    private static final String SEARCH = "zoek";

    static ArchiveQuestion of(QueryParameters parameters) {
        return new ArchiveQuestion(
                parameters
                        .getSingleParameter(REPORT)
                        .filter(word -> !word.isBlank())
                        .map(ReportId::new),
                parameters.getSingleParameter(STATE).flatMap(ArchiveQuestion::state),
                parameters.getSingleParameter(YEAR).flatMap(ArchiveQuestion::year),
                parameters.getSingleParameter(SEARCH).orElse("").strip());
    }

    QueryParameters parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        report.ifPresent(id -> parameters.put(REPORT, id.value()));
        state.ifPresent(one -> parameters.put(STATE, one.word()));
        year.ifPresent(one -> parameters.put(YEAR, Integer.toString(one)));
        if (!search.isEmpty()) {
            parameters.put(SEARCH, search);
        }
        return QueryParameters.simple(parameters);
    }

    /** Empty when there is no such state. */
    public static Optional<EditionState> state(String word) {
        return Arrays.stream(EditionState.values())
                .filter(state -> state.word().equals(word))
                .findFirst();
    }

    /** Empty when it is no year. */
    public static Optional<Integer> year(String word) {
        return word.matches("[0-9]{4}") ? Optional.of(Integer.parseInt(word)) : Optional.empty();
    }

    /** The words to look for, in small letters. */
    List<String> words() {
        return Arrays.stream(search.toLowerCase(Locale.ROOT).split("\\s+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Whether an edition has the kind, state and year that are asked for. */
    boolean fits(EditionSummary edition) {
        return report.map(edition.subject().report()::equals).orElse(true)
                && state.map(edition.state()::equals).orElse(true)
                && year.map(one -> edition.subject().period().firstMonth().getYear() <= one
                                && one <= edition.subject().period().lastMonth().getYear())
                        .orElse(true);
    }
}
