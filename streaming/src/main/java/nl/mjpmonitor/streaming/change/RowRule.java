package nl.mjpmonitor.streaming.change;

import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A rule about a row that its JSON Schema cannot say. It must depend on its arguments alone, so that an event read again
 * meets the same fate.
 */
public interface RowRule extends Serializable {

    /** Source system the rule is about. */
    String system();

    /** Table the rule is about, without schema. */
    String table();

    /**
     * Checks a row that keeps its contract.
     *
     * @param knownAt moment the warehouse took the row in
     */
    Optional<Violation> check(JsonNode row, Instant knownAt);
}
