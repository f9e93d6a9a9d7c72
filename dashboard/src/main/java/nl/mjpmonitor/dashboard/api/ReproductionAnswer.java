package nl.mjpmonitor.dashboard.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import nl.mjpmonitor.dashboard.publications.Difference;
import nl.mjpmonitor.dashboard.publications.Reproduction;

/** A publication made again. */
@Schema(name = "Reproductie", description = "De publicatie opnieuw gemaakt op haar peildatum, en vergeleken")
record ReproductionAnswer(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Of alles gelijk is")
        boolean gelijk,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Aantal vergeleken cijfers en teksten")
        int vergeleken,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Instant peildatum,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Instant moment,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) List<Verschil> verschillen) {

    /** One place. */
    @Schema(name = "Verschil", description = "Een plaats waar iets anders staat")
    record Verschil(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            String plaats,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            String kolom,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            String gepubliceerd,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            String nu) {

        static Verschil of(Difference difference) {
            return new Verschil(difference.place(), difference.column(), difference.before(), difference.after());
        }
    }

    static ReproductionAnswer of(Reproduction reproduction) {
        return new ReproductionAnswer(
                reproduction.isEqual(),
                reproduction.compared(),
                reproduction.peildatum(),
                reproduction.at(),
                reproduction.differences().stream().map(Verschil::of).toList());
    }
}
