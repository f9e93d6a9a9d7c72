package nl.mjpmonitor.dashboard.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import nl.mjpmonitor.dashboard.duiding.Duiding;
import nl.mjpmonitor.dashboard.duiding.DuidingVersion;
import org.jspecify.annotations.Nullable;

/** What somebody wrote about one figure. */
@Schema(name = "Duiding", description = "Een korte tekst bij een indicator, een periode en een gebied")
record DuidingAnswer(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "12")
        long id,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "woninginbraak")
        String indicator,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "GM0935")
        String gebied,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "2023")
        String periode,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String tekst,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                allowableValues = {"concept", "vastgesteld", "ingetrokken"})
        String status,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Rol waarin de tekst is geschreven")
        String rol,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                types = {"string", "null"},
                description = "Account van de schrijver; null als uw rol alleen de rol ziet")
        @Nullable String auteur,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Moment waarop deze versie ontstond")
        Instant moment,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "2")
        int versie) {

    static DuidingAnswer of(Duiding duiding) {
        DuidingVersion current = duiding.current();
        DuidingVersion written = duiding.written(current);
        return new DuidingAnswer(
                duiding.id().value(),
                duiding.subject().indicator().value(),
                duiding.subject().area().value(),
                duiding.subject().period(),
                current.text(),
                current.state().word(),
                written.authorRole().word(),
                written.author().isEmpty() ? null : written.author(),
                current.writtenAt(),
                current.number());
    }
}
