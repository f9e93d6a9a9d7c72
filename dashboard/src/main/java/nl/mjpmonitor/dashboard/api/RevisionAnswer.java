package nl.mjpmonitor.dashboard.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import nl.mjpmonitor.warehouse.revisions.Revision;
import nl.mjpmonitor.warehouse.revisions.RevisionRequest;
import org.jspecify.annotations.Nullable;

/** What was revised between two moments. */
@Schema(name = "Bijstellingen", description = "Cijfers die tussen twee momenten zijn bijgesteld, de nieuwste eerst")
record RevisionAnswer(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "GM0935")
        String gebied,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                allowableValues = {"jaar", "kwartaal", "maand"})
        String korrel,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Wat toen bekend was")
        Instant van,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Wat daarna bekend was")
        Instant tot,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) List<Bijstelling> bijstellingen) {

    /** One figure. */
    @Schema(description = "Een bijgesteld cijfer; wat op een van beide momenten is onderdrukt, blijft dat")
    record Bijstelling(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "zakkenrollerij")
            String indicator,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    allowableValues = {"bijgesteld", "ingetrokken", "toegevoegd"})
            String soort,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            SeriesAnswer.Punt toen,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            SeriesAnswer.Punt nu,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    types = {"number", "null"},
                    description = "Nu min toen; null als een van beide geen getal is",
                    example = "1")
            @Nullable BigDecimal verschil,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    types = {"string", "null"},
                    format = "date-time",
                    description = "Vanaf wanneer dit bekend was, op de minuut; null als dat niet is na te gaan")
            @Nullable Instant bekendOp) {

        static Bijstelling of(Revision revision) {
            return new Bijstelling(
                    revision.indicator().value(),
                    switch (revision.kind()) {
                        case RESTATED -> "bijgesteld";
                        case WITHDRAWN -> "ingetrokken";
                        case ADDED -> "toegevoegd";
                    },
                    SeriesAnswer.Punt.of(revision.then()),
                    SeriesAnswer.Punt.of(revision.now()),
                    revision.difference().orElse(null),
                    revision.knownAt().orElse(null));
        }
    }

    static RevisionAnswer of(RevisionRequest request, List<Revision> revisions) {
        return new RevisionAnswer(
                request.area().value(),
                ApiWords.grain(request.from().grain()),
                request.then(),
                request.now(),
                revisions.stream().map(Bijstelling::of).toList());
    }
}
