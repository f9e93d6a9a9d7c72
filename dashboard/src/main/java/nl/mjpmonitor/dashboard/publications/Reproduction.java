package nl.mjpmonitor.dashboard.publications;

import java.time.Instant;
import java.util.List;

/**
 * An edition made again from the warehouse at its peildatum, against what was published.
 *
 * @param at when it was made again
 * @param peildatum peildatum of both
 * @param codeVersion version of the software that published, and that which made it again
 * @param compared number of figures and texts that were compared
 * @param differences where they differ; none when they are equal
 */
public record Reproduction(
        Instant at, Instant peildatum, List<String> codeVersion, int compared, List<Difference> differences) {

    public Reproduction {
        codeVersion = List.copyOf(codeVersion);
        differences = List.copyOf(differences);
    }

    public boolean isEqual() {
        return differences.isEmpty();
    }
}
