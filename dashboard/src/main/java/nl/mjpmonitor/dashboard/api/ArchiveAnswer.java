package nl.mjpmonitor.dashboard.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.mjpmonitor.dashboard.archive.ArchiveEntry;
import nl.mjpmonitor.dashboard.archive.Destruction;
import nl.mjpmonitor.dashboard.publications.FileCheck;
import org.jspecify.annotations.Nullable;

/** What the archive tells. */
sealed interface ArchiveAnswer {

    /** Editions, newest first. */
    @Schema(name = "Archief", description = "Uitgaven in het archief, de nieuwste eerst")
    record Editions(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            List<Entry> uitgaven) implements ArchiveAnswer {}

    /** One edition with how long it is kept. */
    @Schema(name = "ArchiefUitgave", description = "Een uitgave en hoe lang zij wordt bewaard")
    record Entry(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            PublicationAnswer publicatie,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "4.1.1",
                    description = "Resultaat van de Selectielijst gemeenten 2020")
            String categorie,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            String categorieNaam,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    types = {"string", "null"},
                    format = "date",
                    description =
                            "Vanaf deze dag hoeft zij niet meer te worden bewaard; null is blijvend bewaren of nog niet gepubliceerd")
            @Nullable LocalDate bewarenTot,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Of die dag er is")
            boolean termijnVerstreken)
            implements ArchiveAnswer {

        static Entry of(ArchiveEntry entry) {
            return new Entry(
                    PublicationAnswer.of(entry.edition()),
                    entry.retention().category(),
                    entry.retention().name(),
                    entry.endsOn().orElse(null),
                    entry.isDue());
        }
    }

    /** The hashes of the files of an edition, computed anew. */
    @Schema(name = "ArchiefControle", description = "De hashes van de bestanden, opnieuw berekend")
    record Check(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            boolean ongewijzigd,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            List<FileState> bestanden)
            implements ArchiveAnswer {

        static Check of(List<FileCheck> checks) {
            return new Check(
                    checks.stream().allMatch(FileCheck::isUnchanged),
                    checks.stream().map(FileState::of).toList());
        }
    }

    /** One file. */
    @Schema(name = "ArchiefControleBestand", description = "De hash bij publicatie en die van nu")
    record FileState(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            String naam,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            String sha256,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            String sha256Nu,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            boolean ongewijzigd)
            implements ArchiveAnswer {

        static FileState of(FileCheck check) {
            return new FileState(check.file().name(), check.file().sha256(), check.actualSha256(), check.isUnchanged());
        }
    }

    /** Proposals to destroy, newest first. */
    @Schema(name = "Vernietigingen", description = "Voorstellen tot vernietiging, de nieuwste eerst")
    record Destructions(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            List<DestructionState> vernietigingen) implements ArchiveAnswer {}

    /** One proposal. */
    @Schema(name = "Vernietiging", description = "Een voorstel en wat erover is besloten, zonder namen van accounts")
    record DestructionState(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            long id,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            long publicatie,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            String categorie,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            LocalDate bewaardTot,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            String reden,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            Instant voorgesteld,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    allowableValues = {"voorgesteld", "afgewezen", "vernietigd"})
            String status,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Hashes van de bestanden")
            List<String> sha256)
            implements ArchiveAnswer {

        static DestructionState of(Destruction one) {
            return new DestructionState(
                    one.id(),
                    one.proposal().edition().value(),
                    one.proposal().category(),
                    one.proposal().endedOn(),
                    one.proposal().reason(),
                    one.proposed().at(),
                    one.isOpen() ? "voorgesteld" : one.isCarriedOut() ? "vernietigd" : "afgewezen",
                    one.proposal().files().stream().map(file -> file.sha256()).toList());
        }
    }
}
