package nl.mjpmonitor.dashboard.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import nl.mjpmonitor.dashboard.publications.Edition;
import nl.mjpmonitor.dashboard.publications.EditionAct;
import nl.mjpmonitor.dashboard.publications.EditionFile;
import nl.mjpmonitor.dashboard.publications.EditionId;
import nl.mjpmonitor.dashboard.publications.EditionSummary;
import org.jspecify.annotations.Nullable;

/** One edition of a report. */
@Schema(name = "Publicatie", description = "Een uitgave van een rapport")
record PublicationAnswer(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "12")
        long id,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "tussenrapportage")
        String rapport,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "GM0935")
        String gebied,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "2025")
        String periode,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                types = {"integer", "null"},
                description = "Nummer van de editie; null zolang zij niet is gepubliceerd")
        @Nullable Integer editie,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                allowableValues = {"concept", "geduid", "vastgesteld", "gepubliceerd"})
        String status,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Waarom er een nieuwe editie is; vaak leeg")
        String reden,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Moment van de laatste wijziging")
        Instant moment,

        @Schema(description = "Alleen bij een enkele publicatie") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Details details) {

    /** What is told of one edition only. */
    @Schema(name = "PublicatieDetails", description = "Wat alleen bij een enkele publicatie hoort")
    record Details(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "3")
            int versie,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    types = {"integer", "null"},
                    description = "De publicatie die door deze wordt verbeterd")
            @Nullable Long verbetert,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            Instant peildatum,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Zonder namen van accounts")
            List<Stap> stappen,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            List<Bestand> bestanden) {}

    /** One act of its life. */
    @Schema(name = "PublicatieStap", description = "Een handeling, met de rol van wie haar deed")
    record Stap(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            String status,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            String rol,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            Instant moment) {

        static Stap of(EditionAct act) {
            return new Stap(act.state().word(), act.role().word(), act.at());
        }
    }

    /** One file. */
    @Schema(name = "PublicatieBestand", description = "Een bestand van een gepubliceerde editie")
    record Bestand(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            String naam,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            String soort,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "In bytes")
            long omvang,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Hash bij publicatie, hexadecimaal")
            String sha256,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Waar het bestand staat")
            String adres) {

        static Bestand of(EditionId edition, EditionFile file) {
            return new Bestand(
                    file.name(),
                    file.mediaType(),
                    file.size(),
                    file.sha256(),
                    "/api/v1/publicaties/" + edition + "/bestanden/" + file.name());
        }
    }

    static PublicationAnswer of(EditionSummary edition) {
        return new PublicationAnswer(
                edition.id().value(),
                edition.subject().report().value(),
                edition.subject().area().value(),
                edition.subject().period().label(),
                edition.number().orElse(null),
                edition.state().word(),
                edition.reason(),
                edition.at(),
                null);
    }

    static PublicationAnswer of(Edition edition, List<EditionFile> files) {
        return new PublicationAnswer(
                edition.id().value(),
                edition.subject().report().value(),
                edition.subject().area().value(),
                edition.subject().period().label(),
                edition.number().orElse(null),
                edition.state().word(),
                edition.reason(),
                edition.current().at(),
                new Details(
                        edition.version(),
                        edition.corrects().map(EditionId::value).orElse(null),
                        edition.content().peildatum(),
                        edition.acts().stream().map(Stap::of).toList(),
                        files.stream()
                                .map(file -> Bestand.of(edition.id(), file))
                                .toList()));
    }
}
