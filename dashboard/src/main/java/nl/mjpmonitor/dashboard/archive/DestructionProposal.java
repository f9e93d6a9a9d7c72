package nl.mjpmonitor.dashboard.archive;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.mjpmonitor.dashboard.publications.EditionFile;
import nl.mjpmonitor.dashboard.publications.EditionId;

/**
 * What is proposed to be destroyed, and on which ground.
 *
 * @param edition the edition
 * @param publishedAt when it was published
 * @param category result of the Selectielijst by which it need not be kept any longer
 * @param endedOn since which day
 * @param reason what the proposer adds; may be empty
 * @param files its files, with their hashes
 */
public record DestructionProposal(
        EditionId edition,
        Instant publishedAt,
        String category,
        LocalDate endedOn,
        String reason,
        List<EditionFile> files) {

    public DestructionProposal {
        files = List.copyOf(files);
    }
}
