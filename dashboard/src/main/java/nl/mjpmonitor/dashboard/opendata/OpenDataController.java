package nl.mjpmonitor.dashboard.opendata;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import nl.mjpmonitor.dashboard.exports.ExportForm;
import nl.mjpmonitor.dashboard.exports.Negotiation;
import nl.mjpmonitor.dashboard.progress.LineFullException;
import nl.mjpmonitor.warehouse.WarehouseException;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Open data, for everybody. An answer may be kept for {@value #KEPT_SECONDS} seconds; with its strong ETag a reader asks afterwards
 * whether it still holds and gets 304 when it does.
 */
@RestController
@RequestMapping(OpenDataController.ROOT)
class OpenDataController {

    static final String ROOT = "/opendata";
    static final int KEPT_SECONDS = 60;

    private static final Logger LOG = LoggerFactory.getLogger(OpenDataController.class);
    private static final MediaType JSON_LD = new MediaType("application", "ld+json");
    private static final MediaType TURTLE = new MediaType("text", "turtle", StandardCharsets.UTF_8);

    /** The forms of the catalogue; JSON-LD is JSON too. */
    private static final Map<MediaType, CatalogueForm> CATALOGUE = Negotiation.offer(
            Map.entry(JSON_LD, CatalogueForm.JSON_LD),
            Map.entry(TURTLE, CatalogueForm.TURTLE),
            Map.entry(MediaType.APPLICATION_JSON, CatalogueForm.JSON_LD));

    private static final Map<MediaType, ExportForm> FIGURES = Negotiation.offer(
            Map.entry(new MediaType("text", "csv"), ExportForm.CSV),
            Map.entry(MediaType.APPLICATION_JSON, ExportForm.JSON));

    private enum CatalogueForm {
        JSON_LD,
        TURTLE
    }

    private static final String GZIP = "gzip";
    private static final int RETRY_SECONDS = 5;

    private final OpenFigures figures;
    private final OpenDataCatalogue catalogue;

    OpenDataController(OpenFigures figures, OpenDataCatalogue catalogue) {
        this.figures = figures;
        this.catalogue = catalogue;
    }

    /** The catalogue in the form that the reader likes best. */
    @GetMapping(produces = MediaType.ALL_VALUE)
    ResponseEntity<byte[]> catalogue(
            @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "") String forms,
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, defaultValue = "") String accepted,
            HttpServletRequest request)
            throws HttpMediaTypeNotAcceptableException {
        Map.Entry<MediaType, CatalogueForm> chosen = Negotiation.choose(forms, CATALOGUE);
        return answer(catalogue(chosen.getValue(), chosen.getKey(), request), accepted);
    }

    @GetMapping(path = "/catalogus.jsonld", produces = MediaType.ALL_VALUE)
    ResponseEntity<byte[]> jsonLd(
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, defaultValue = "") String accepted,
            HttpServletRequest request) {
        return answer(catalogue(CatalogueForm.JSON_LD, JSON_LD, request), accepted);
    }

    @GetMapping(path = "/catalogus.ttl", produces = MediaType.ALL_VALUE)
    ResponseEntity<byte[]> turtle(
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, defaultValue = "") String accepted,
            HttpServletRequest request) {
        return answer(catalogue(CatalogueForm.TURTLE, TURTLE, request), accepted);
    }

    private OpenFile catalogue(CatalogueForm form, MediaType type, HttpServletRequest request) {
        String root =
                ServletUriComponentsBuilder.fromContextPath(request).path(ROOT).toUriString();
        String text = switch (form) {
            case JSON_LD -> catalogue.jsonLd(root);
            case TURTLE -> catalogue.turtle(root);
        };
        return OpenFile.of(type.toString(), text.getBytes(StandardCharsets.UTF_8));
    }

    /** A set of figures by the address that the catalogue gives it, in the form that the reader likes best. */
    @GetMapping(path = "/{id}", produces = MediaType.ALL_VALUE)
    ResponseEntity<byte[]> figures(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "") String forms,
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, defaultValue = "") String accepted)
            throws HttpMediaTypeNotAcceptableException {
        return answer(id, Negotiation.choose(forms, FIGURES).getValue(), accepted);
    }

    @GetMapping(path = "/{id}.csv", produces = MediaType.ALL_VALUE)
    ResponseEntity<byte[]> csv(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, defaultValue = "") String accepted) {
        return answer(id, ExportForm.CSV, accepted);
    }

    @GetMapping(path = "/{id}.json", produces = MediaType.ALL_VALUE)
    ResponseEntity<byte[]> json(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, defaultValue = "") String accepted) {
        return answer(id, ExportForm.JSON, accepted);
    }

    private ResponseEntity<byte[]> answer(String id, ExportForm form, String accepted) {
        Optional<Indicator> indicator = figures.find(id);
        return indicator.isPresent()
                ? answer(figures.file(indicator.get(), form), accepted)
                : ResponseEntity.notFound().build();
    }

    private static ResponseEntity<byte[]> answer(OpenFile file, String accepted) {
        boolean isPacked = acceptsGzip(accepted);
        String tag = file.tag(isPacked);
        // with the tag on it Spring answers 304 by itself to who has these bytes
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
                .eTag(tag)
                .cacheControl(
                        CacheControl.maxAge(Duration.ofSeconds(KEPT_SECONDS)).cachePublic())
                .varyBy(HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_ENCODING)
                // anybody's page may use what is for everybody
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .contentType(MediaType.parseMediaType(file.mediaType()));
        if (isPacked) {
            answer.header(HttpHeaders.CONTENT_ENCODING, GZIP);
        }
        return answer.body(isPacked ? file.packed() : file.bytes());
    }

    private static boolean acceptsGzip(String accepted) {
        return Arrays.stream(accepted.split(",", -1))
                .map(one -> one.replace(" ", ""))
                .anyMatch(
                        one -> one.equals(GZIP) || (one.startsWith(GZIP + ";q=") && !one.matches("gzip;q=0(\\.0*)?")));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> answer(HttpMediaTypeNotAcceptableException unacceptable) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.NOT_ACCEPTABLE, "Dit is er als " + Negotiation.words(unacceptable) + ".");
        problem.setTitle("Niet in de gevraagde vorm");
        return ResponseEntity.status(HttpStatus.NOT_ACCEPTABLE)
                // whatever the reader asks for: it must be told
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> answer(WarehouseException away) {
        LOG.warn("Open data could not be given: {}", away.getMessage());
        return unavailable(
                "Het datawarehouse antwoordt nu niet. Probeer het over enkele seconden opnieuw.", RETRY_SECONDS);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> answer(LineFullException full) {
        return unavailable(
                "Er wachten nu te veel bestanden op hun beurt. Probeer het over een halve minuut opnieuw.",
                LineFullException.RETRY_SECONDS);
    }

    private static ResponseEntity<ProblemDetail> unavailable(String detail, int retrySeconds) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, detail);
        problem.setTitle("Tijdelijk niet beschikbaar");
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, Integer.toString(retrySeconds))
                // whatever the reader asks for: it must be told
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
