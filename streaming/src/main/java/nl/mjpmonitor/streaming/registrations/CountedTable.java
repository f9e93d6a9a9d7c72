package nl.mjpmonitor.streaming.registrations;

import java.util.List;
import java.util.Optional;
import nl.mjpmonitor.streaming.change.RowRule;
import tools.jackson.databind.JsonNode;

/**
 * A source table whose rows are counted in the stream: which cell a row counts in, and the rule that it must keep for that. A row that
 * is corrected, moved, withdrawn or deleted leaves the cell it counted in before.
 */
public interface CountedTable extends RowRule {

    /** Every table that is counted in the stream. */
    List<CountedTable> ALL = List.of(new PoliceRegistrations(), new MelddeskReports());

    /**
     * What a row counts for. It must depend on the row alone, so that what was added can be taken out again.
     *
     * @param row a row that keeps its contract and {@link #check}
     * @return empty when the row counts nowhere
     */
    Optional<Share> share(JsonNode row);
}
