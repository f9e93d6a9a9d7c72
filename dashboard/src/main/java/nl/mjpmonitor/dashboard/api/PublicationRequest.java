package nl.mjpmonitor.dashboard.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What can be asked of publications. */
sealed interface PublicationRequest {

    /** A new edition. */
    @Schema(name = "NieuwePublicatie", description = "Een nieuw concept")
    record Start(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "tussenrapportage") @Nullable String rapport,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "GM0935") @Nullable String gebied,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "2025") @Nullable String periode,

            @Schema(description = "Nodig als hierover al een editie is gepubliceerd") @Nullable String reden)
            implements PublicationRequest {}

    /** Texts of a concept. */
    @Schema(name = "PublicatieTeksten", description = "Teksten van een concept; wat er niet bij staat, blijft")
    record Write(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "De versie die u hebt gezien") @Nullable Integer versie,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Bij elk tekstblok zijn tekst") @Nullable Map<String, String> teksten)
            implements PublicationRequest {}

    /** A step of its life. */
    @Schema(name = "PublicatieStapGevraagd", description = "Een stap verder, vanuit de versie die u hebt gezien")
    record Step(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "De versie die u hebt gezien") @Nullable Integer versie)
            implements PublicationRequest {}
}
