package nl.mjpmonitor.dashboard.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import nl.mjpmonitor.warehouse.indicators.DefinitionVersion;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.LocalizedText;
import nl.mjpmonitor.warehouse.indicators.SourceNote;
import org.jspecify.annotations.Nullable;

/** One indicator of the catalogue, with its whole definition. */
@Schema(name = "Indicator", description = "Een indicator met zijn definitie")
record IndicatorAnswer(
        @Schema(example = "woninginbraak", requiredMode = Schema.RequiredMode.REQUIRED)
        String id,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String naam,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String thema,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String groep,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String definitie,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "aantal")
        String eenheid,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Bronsysteem")
        String bron,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String eigenaar,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Opgetelde tellingen")
        List<String> maten,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Soorten gebied")
        List<String> gebieden,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Lengtes van een periode")
        List<String> korrels,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                allowableValues = {"lager-is-gunstig", "hoger-is-gunstig", "zonder-richting"})
        String richting,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String doel,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String vertrouwelijkheid,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Aantal nieuwste maanden die nog wijzigen")
        int voorlopigeMaanden,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Gemarkeerde jaren, zoals coronajaren")
        List<Integer> bijzondereJaren,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) List<Versie> versies,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) List<Bronnotitie> bronnotities) {

    /** A stretch of time with one definition. */
    @Schema(description = "Definitie die vanaf een maand geldt")
    record Versie(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "2019-01")
            String vanaf,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            String toelichting) {

        static Versie of(DefinitionVersion version) {
            return new Versie(version.from().toString(), version.note().nl());
        }
    }

    /** What a reader must know about the published source. */
    @Schema(description = "Opmerking bij de gepubliceerde bron")
    record Bronnotitie(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            String document,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            String citaat,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    types = {"string", "null"})
            @Nullable String toelichting) {

        static Bronnotitie of(SourceNote note) {
            return new Bronnotitie(
                    note.document(),
                    note.quote(),
                    note.text().map(LocalizedText::nl).orElse(null));
        }
    }

    static IndicatorAnswer of(Indicator indicator) {
        return new IndicatorAnswer(
                indicator.id().value(),
                indicator.name().nl(),
                indicator.theme(),
                indicator.group(),
                indicator.definition().nl(),
                indicator.unit().name().toLowerCase(Locale.ROOT),
                indicator.source(),
                indicator.owner(),
                indicator.measures(),
                indicator.areas().stream()
                        .sorted()
                        .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                        .toList(),
                indicator.grains().stream().sorted().map(ApiWords::grain).toList(),
                ApiWords.direction(indicator.direction()),
                indicator.target().nl(),
                indicator.confidentiality().name().toLowerCase(Locale.ROOT),
                indicator.provisionalMonths(),
                indicator.exceptionalYears().stream().sorted().toList(),
                indicator.versions().stream().map(Versie::of).toList(),
                indicator.notes().stream().map(Bronnotitie::of).toList());
    }
}
