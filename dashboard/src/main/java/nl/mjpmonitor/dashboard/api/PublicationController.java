package nl.mjpmonitor.dashboard.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.mjpmonitor.dashboard.access.ReadableAreas;
import nl.mjpmonitor.dashboard.publications.Edition;
import nl.mjpmonitor.dashboard.publications.EditionBytes;
import nl.mjpmonitor.dashboard.publications.EditionId;
import nl.mjpmonitor.dashboard.publications.EditionLife;
import nl.mjpmonitor.dashboard.publications.EditionSubject;
import nl.mjpmonitor.dashboard.reports.ReportDefinition;
import nl.mjpmonitor.dashboard.reports.ReportId;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.periods.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Editions of reports: making, approving and publishing them, and their files. */
@RestController
@RequestMapping(path = "/api/v1/publicaties", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "publicaties", description = "Rapporten, van concept tot gepubliceerd")
class PublicationController {

    private enum Step {
        INDIENEN,
        TERUGSTUREN,
        VASTSTELLEN,
        PUBLICEREN,
        VERVERSEN;

        static Optional<Step> of(String word) {
            return Arrays.stream(values())
                    .filter(step -> step.name().equalsIgnoreCase(word))
                    .findFirst();
        }
    }

    private final EditionLife life;
    private final ReadableAreas areas;

    PublicationController(EditionLife life, ReadableAreas areas) {
        this.life = life;
        this.areas = areas;
    }

    @GetMapping
    @Operation(
            operationId = "publicaties",
            summary = "De publicaties die uw rol mag zien, de nieuwste eerst",
            description = "Wie geen concepten mag zien, krijgt alleen wat is gepubliceerd. Hoogstens 5000.")
    PublicationList publications(
            @RequestParam(required = false) @Parameter(example = "tussenrapportage") Optional<String> rapport,
            @RequestParam(required = false) @Parameter(example = "GM0935") Optional<String> gebied) {
        return new PublicationList(life.all().stream()
                .filter(edition ->
                        rapport.map(edition.subject().report().value()::equals).orElse(true))
                .filter(edition ->
                        gebied.map(edition.subject().area().value()::equals).orElse(true))
                .map(PublicationAnswer::of)
                .toList());
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "beginPublicatie",
            summary = "Een nieuw concept, of het concept dat er al is",
            description = "Een editie die al is gepubliceerd, wordt alleen verbeterd door een nieuwe, met een reden.")
    PublicationAnswer start(@RequestBody PublicationRequest.Start asked) {
        return answer(life.start(
                new EditionSubject(report(asked.rapport()), area(asked.gebied()), period(asked.periode())),
                Optional.ofNullable(asked.reden()).orElse("")));
    }

    @GetMapping("/{id}")
    @Operation(operationId = "publicatie", summary = "Een publicatie met haar stappen en bestanden")
    PublicationAnswer publication(@PathVariable @Parameter(example = "12") long id) {
        return answer(find(id));
    }

    @PutMapping(path = "/{id}/teksten", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "schrijfPublicatie", summary = "Verandert teksten van een concept")
    PublicationAnswer write(
            @PathVariable @Parameter(example = "12") long id, @RequestBody PublicationRequest.Write asked) {
        Map<String, String> texts = asked.teksten();
        if (texts == null) {
            throw ApiProblem.badRequest("Geef de teksten.");
        }
        return answer(life.write(find(id).id(), seen(asked.versie()), texts));
    }

    @PostMapping(path = "/{id}/stappen/{stap}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "stapPublicatie",
            summary = "Zet een stap met een publicatie",
            description =
                    "indienen: concept wordt geduid; vaststellen: door iemand anders dan de maker; publiceren: de editie"
                            + " krijgt haar nummer en bestanden; terugsturen: terug naar concept; verversen: de peildatum"
                            + " van een concept wordt nu.")
    PublicationAnswer step(
            @PathVariable @Parameter(example = "12") long id,
            @PathVariable @Parameter(example = "indienen") String stap,
            @RequestBody PublicationRequest.Step asked) {
        Step step = Step.of(stap)
                .orElseThrow(() -> ApiProblem.notFound(
                        "De stappen zijn indienen, terugsturen, vaststellen, publiceren en verversen."));
        EditionId edition = find(id).id();
        int seen = seen(asked.versie());
        return answer(
                switch (step) {
                    case INDIENEN -> life.submit(edition, seen);
                    case TERUGSTUREN -> life.sendBack(edition, seen);
                    case VASTSTELLEN -> life.approve(edition, seen);
                    case PUBLICEREN -> life.publish(edition, seen);
                    case VERVERSEN -> life.refresh(edition, seen);
                });
    }

    @PostMapping("/{id}/reproductie")
    @Operation(
            operationId = "reproduceerPublicatie",
            summary = "Maakt een gepubliceerde editie opnieuw op haar peildatum en vergelijkt",
            description = "Gelijk, of de lijst van plaatsen waar nu iets anders staat.")
    ReproductionAnswer reproduce(@PathVariable @Parameter(example = "12") long id) {
        return ReproductionAnswer.of(life.reproduce(find(id).id()));
    }

    @GetMapping(path = "/{id}/bestanden/{naam}", produces = MediaType.ALL_VALUE)
    @Operation(
            operationId = "publicatieBestand",
            summary = "Een bestand van een gepubliceerde editie",
            description = "De hash is vergeleken met die bij publicatie, en staat in Repr-Digest (RFC 9530).")
    ResponseEntity<byte[]> file(
            @PathVariable @Parameter(example = "12") long id,
            @PathVariable @Parameter(example = "tussenrapportage-GM0935-2025-editie-1.pdf") String naam) {
        EditionBytes file =
                life.file(find(id).id(), naam).orElseThrow(() -> ApiProblem.notFound("Dit bestand bestaat niet."));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.file().mediaType()))
                .eTag("\"" + file.file().sha256() + "\"")
                .header("Repr-Digest", digest(file.file().sha256()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.file().name())
                                .build()
                                .toString())
                .body(file.bytes());
    }

    private static String digest(String sha256) {
        return "sha-256=:" + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256)) + ":";
    }

    private PublicationAnswer answer(Edition edition) {
        return PublicationAnswer.of(edition, life.files(edition.id()));
    }

    private Edition find(long id) {
        return life.find(new EditionId(id)).orElseThrow(() -> ApiProblem.notFound("Deze publicatie bestaat niet."));
    }

    private static int seen(@Nullable Integer version) {
        return Optional.ofNullable(version)
                .orElseThrow(() -> ApiProblem.badRequest("Geef de versie die u hebt gezien."));
    }

    private ReportId report(@Nullable String word) {
        List<ReportDefinition> known = life.reports();
        return known.stream()
                .map(ReportDefinition::id)
                .filter(id -> id.value().equals(word))
                .findFirst()
                .orElseThrow(() -> ApiProblem.badRequest("Het rapport is een van: "
                        + String.join(
                                ", ",
                                known.stream()
                                        .map(definition -> definition.id().value())
                                        .toList())
                        + "."));
    }

    private AreaCode area(@Nullable String code) {
        return areas.all().stream()
                .map(Area::code)
                .filter(known -> known.value().equals(code))
                .findFirst()
                .orElseThrow(
                        () -> ApiProblem.badRequest("Dit gebied bestaat niet, of uw rol ziet er geen cijfers van."));
    }

    private static Period period(@Nullable String label) {
        return Optional.ofNullable(label)
                .flatMap(Period::parse)
                .orElseThrow(() -> ApiProblem.badRequest(
                        "De periode is een jaar, maand of tijdvak, zoals 2025, 2025-06 of 2023-01--2024-09."));
    }
}
