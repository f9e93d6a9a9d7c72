package nl.mjpmonitor.dashboard.api;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What can be asked of the archive. */
sealed interface ArchiveRequest {

    /** To destroy an edition. */
    @Schema(name = "VernietigingVoorstellen", description = "Een voorstel tot vernietiging")
    record Propose(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "De publicatie") @Nullable Long publicatie,

            @Schema(description = "Wat anderen moeten weten") @Nullable String reden)
            implements ArchiveRequest {}

    /** What is decided. */
    @Schema(name = "VernietigingBesluit", description = "Een besluit over een voorstel van iemand anders")
    record Decide(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "Of de uitgave wordt vernietigd; dat is niet terug te draaien")
            @Nullable Boolean akkoord)
            implements ArchiveRequest {}
}
