package nl.mjpmonitor.dashboard.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import nl.mjpmonitor.dashboard.access.OutOfScopeException;
import nl.mjpmonitor.dashboard.archive.Archive;
import nl.mjpmonitor.dashboard.archive.ArchiveQuestion;
import nl.mjpmonitor.dashboard.archive.ArchiveRight;
import nl.mjpmonitor.dashboard.progress.Progress;
import nl.mjpmonitor.dashboard.publications.EditionId;
import nl.mjpmonitor.dashboard.publications.EditionState;
import nl.mjpmonitor.dashboard.reports.ReportId;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The archive of editions. */
@RestController
@RequestMapping(path = "/api/v1/archief", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "archief", description = "Uitgaven terugvinden, controleren, beschrijven, meenemen en vernietigen")
class ArchiveController {

    private static final String ZIP = "application/zip";

    private final Archive archive;

    ArchiveController(Archive archive) {
        this.archive = archive;
    }

    @GetMapping
    @Operation(
            operationId = "archief",
            summary = "De uitgaven die uw rol mag zien, met hun bewaartermijn",
            description = "Zoek is een of meer woorden die alle in de regel of alle in de teksten staan.")
    ArchiveAnswer.Editions editions(
            @RequestParam(required = false) @Parameter(example = "tussenrapportage") Optional<String> rapport,
            @RequestParam(required = false) @Parameter(example = "gepubliceerd") Optional<String> status,
            @RequestParam(required = false) @Parameter(example = "2025") Optional<String> jaar,
            @RequestParam(required = false) @Parameter(example = "woninginbraak") Optional<String> zoek) {
        Optional<EditionState> state = status.map(word -> ArchiveQuestion.state(word)
                .orElseThrow(
                        () -> ApiProblem.badRequest("De status is concept, geduid, vastgesteld of gepubliceerd.")));
        Optional<Integer> year = jaar.map(word ->
                ArchiveQuestion.year(word).orElseThrow(() -> ApiProblem.badRequest("Het jaar heeft vier cijfers.")));
        ArchiveQuestion question = new ArchiveQuestion(
                rapport.map(ReportId::new), state, year, zoek.orElse("").strip());
        return new ArchiveAnswer.Editions(
                archive.find(question).stream().map(ArchiveAnswer.Entry::of).toList());
    }

    @PostMapping("/{id}/controle")
    @Operation(operationId = "controleerUitgave", summary = "Berekent de hashes van de bestanden opnieuw en vergelijkt")
    ArchiveAnswer.Check check(@PathVariable @Parameter(example = "12") long id) {
        require(archive.metadata(new EditionId(id)));
        return ArchiveAnswer.Check.of(archive.check(new EditionId(id)));
    }

    @GetMapping(path = "/{id}/metagegevens", produces = MediaType.APPLICATION_XML_VALUE)
    @Operation(operationId = "metagegevensUitgave", summary = "De beschrijving van een uitgave volgens MDTO 1.0")
    byte[] metadata(@PathVariable @Parameter(example = "12") long id) {
        return require(archive.metadata(new EditionId(id)));
    }

    @GetMapping(path = "/{id}/bestanden/{naam}/metagegevens", produces = MediaType.APPLICATION_XML_VALUE)
    @Operation(operationId = "metagegevensBestand", summary = "De beschrijving van een bestand volgens MDTO 1.0")
    byte[] metadata(
            @PathVariable @Parameter(example = "12") long id,
            @PathVariable @Parameter(example = "tussenrapportage-GM0935-2025-editie-1.pdf") String naam) {
        return require(archive.metadata(new EditionId(id), naam));
    }

    /** Written as it is made: whatever its size, one file at a time is in memory. */
    @GetMapping(path = "/uitvoer", produces = ZIP)
    @Operation(
            operationId = "voerArchiefUit",
            summary = "Alle gepubliceerde uitgaven die uw rol mag zien, in een zip",
            description =
                    "Een bag volgens RFC 8493: een map per uitgave, bij elk bestand zijn MDTO, en een lijst van hashes.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = ZIP, schema = @Schema(type = "string", format = "binary")))
    void export(HttpServletResponse response) throws IOException {
        if (!archive.rights().contains(ArchiveRight.EXPORT)) {
            throw new OutOfScopeException("The archive as a whole is not for this reader");
        }
        response.setContentType(ZIP);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(archive.exportName())
                        .build()
                        .toString());
        List<String> ignored = archive.write(response.getOutputStream(), Progress.UNWATCHED);
    }

    @GetMapping("/vernietigingen")
    @Operation(operationId = "vernietigingen", summary = "Voorstellen tot vernietiging en wat erover is besloten")
    ArchiveAnswer.Destructions destructions() {
        return new ArchiveAnswer.Destructions(archive.destructions().stream()
                .map(ArchiveAnswer.DestructionState::of)
                .toList());
    }

    @PostMapping(path = "/vernietigingen", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "stelVernietigingVoor",
            summary = "Stelt voor een uitgave te vernietigen waarvan de bewaartermijn voorbij is")
    ArchiveAnswer.DestructionState propose(@RequestBody ArchiveRequest.Propose asked) {
        Long edition = asked.publicatie();
        if (edition == null) {
            throw ApiProblem.badRequest("Geef de publicatie.");
        }
        return ArchiveAnswer.DestructionState.of(archive.propose(
                new EditionId(edition), Optional.ofNullable(asked.reden()).orElse("")));
    }

    @PostMapping(path = "/vernietigingen/{id}/besluit", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "besluitVernietiging",
            summary = "Besluit over een voorstel van iemand anders",
            description = "Met akkoord gaan de bestanden, teksten en geschiedenis van de uitgave voorgoed weg.")
    ArchiveAnswer.DestructionState decide(
            @PathVariable @Parameter(example = "3") long id, @RequestBody ArchiveRequest.Decide asked) {
        Boolean isApproved = asked.akkoord();
        if (isApproved == null) {
            throw ApiProblem.badRequest("Geef akkoord: true of false.");
        }
        return ArchiveAnswer.DestructionState.of(archive.decide(id, isApproved));
    }

    private static byte[] require(Optional<byte[]> found) {
        return found.orElseThrow(() -> ApiProblem.notFound("Deze gepubliceerde uitgave of dit bestand bestaat niet."));
    }
}
