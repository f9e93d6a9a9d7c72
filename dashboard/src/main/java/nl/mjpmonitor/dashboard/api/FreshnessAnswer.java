package nl.mjpmonitor.dashboard.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import nl.mjpmonitor.warehouse.quality.SourceFreshness;

/** How far the warehouse has come with each source system. */
@Schema(name = "Versheid", description = "Hoe ver het datawarehouse is met elke bron")
record FreshnessAnswer(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) List<Bron> bronnen) {

    /** One source system. */
    @Schema(description = "Een bronsysteem")
    record Bron(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "politiecijfers")
            String bron,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "Nieuwste moment op de klok van de bron dat is verwerkt")
            Instant bijgewerktTot,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "Moment waarop het datawarehouse dat wist")
            Instant verwerktOp) {

        static Bron of(SourceFreshness source) {
            return new Bron(source.sourceSystem(), source.sourceAt(), source.knownAt());
        }
    }

    static FreshnessAnswer of(List<SourceFreshness> sources) {
        return new FreshnessAnswer(sources.stream().map(Bron::of).toList());
    }
}
