package nl.mjpmonitor.dashboard.api;

import nl.mjpmonitor.dashboard.access.OutOfScopeException;
import nl.mjpmonitor.dashboard.archive.ArchiveRefusedException;
import nl.mjpmonitor.dashboard.exports.Negotiation;
import nl.mjpmonitor.dashboard.progress.LineFullException;
import nl.mjpmonitor.dashboard.publications.EditionConflictException;
import nl.mjpmonitor.dashboard.publications.EditionRefusedException;
import nl.mjpmonitor.dashboard.store.StoreAwayException;
import nl.mjpmonitor.dashboard.texts.Texts;
import nl.mjpmonitor.warehouse.WarehouseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Every error of the interface as problem+json (RFC 9457), in Dutch, without anything of the inside. */
@RestControllerAdvice(basePackageClasses = ApiProblemAdvice.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ApiProblemAdvice.class);
    private static final String RETRY_SECONDS = "5";

    private final Texts texts;

    ApiProblemAdvice(Texts texts) {
        this.texts = texts;
    }

    @ExceptionHandler
    ProblemDetail answer(ApiProblem problem) {
        return detail(problem.status(), problem.title(), String.valueOf(problem.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail answer(MissingServletRequestParameterException missing) {
        return detail(
                HttpStatus.BAD_REQUEST, "Onjuiste vraag", "De parameter " + missing.getParameterName() + " ontbreekt.");
    }

    @ExceptionHandler
    ProblemDetail answer(MethodArgumentTypeMismatchException mismatch) {
        return detail(HttpStatus.BAD_REQUEST, "Onjuiste vraag", "De parameter " + mismatch.getName() + " klopt niet.");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> answer(HttpRequestMethodNotSupportedException unsupported) {
        return ResponseEntity.status(HttpStatus.METHOD_NOT_ALLOWED)
                .headers(unsupported.getHeaders())
                .body(detail(
                        HttpStatus.METHOD_NOT_ALLOWED,
                        "Methode niet toegestaan",
                        "Dit adres kent alleen " + methods(unsupported) + "."));
    }

    private static String methods(HttpRequestMethodNotSupportedException unsupported) {
        String[] supported = unsupported.getSupportedMethods();
        return supported == null ? "GET" : String.join(", ", supported);
    }

    @ExceptionHandler
    ProblemDetail answer(HttpMessageNotReadableException unreadable) {
        return detail(
                HttpStatus.BAD_REQUEST, "Onjuiste vraag", "De inhoud van de vraag is geen JSON zoals beschreven.");
    }

    @ExceptionHandler
    ProblemDetail answer(HttpMediaTypeNotSupportedException unsupported) {
        return detail(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Onjuiste vraag", "De inhoud van de vraag moet JSON zijn.");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> answer(HttpMediaTypeNotAcceptableException unacceptable) {
        return ResponseEntity.status(HttpStatus.NOT_ACCEPTABLE)
                // whatever the program asks for: it must be told
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail(
                        HttpStatus.NOT_ACCEPTABLE,
                        "Niet in de gevraagde vorm",
                        "Dit is er als " + Negotiation.words(unacceptable) + "."));
    }

    @ExceptionHandler
    ProblemDetail answer(EditionConflictException conflict) {
        return detail(
                HttpStatus.CONFLICT,
                "Intussen gewijzigd",
                "Iemand anders heeft deze publicatie gewijzigd. Zij heeft nu versie "
                        + conflict.current().version() + ".");
    }

    @ExceptionHandler
    ProblemDetail answer(EditionRefusedException refused) {
        return detail(
                refused.isBroken() ? HttpStatus.INTERNAL_SERVER_ERROR : HttpStatus.UNPROCESSABLE_CONTENT,
                refused.isBroken() ? "Bestand niet in orde" : "Zo kan het niet",
                texts.getTranslation(
                        refused.reason().textKey(),
                        Texts.DUTCH,
                        refused.details().toArray()));
    }

    @ExceptionHandler
    ProblemDetail answer(ArchiveRefusedException refused) {
        return detail(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "Zo kan het niet",
                texts.getTranslation(refused.reason().textKey(), Texts.DUTCH));
    }

    @ExceptionHandler
    ProblemDetail answer(OutOfScopeException refused) {
        return detail(
                HttpStatus.FORBIDDEN, "Geen toegang", "Uw rol geeft geen toegang tot deze cijfers in dit gebied.");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> answer(StoreAwayException away) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .body(detail(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "Tijdelijk niet beschikbaar",
                        "Wat in het dashboard is geschreven, is nu niet op te halen. Probeer het over enkele seconden"
                                + " opnieuw."));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> answer(WarehouseException unavailable) {
        LOG.warn("A question to the interface got no answer from the warehouse: {}", unavailable.getMessage());
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .body(detail(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "Tijdelijk niet beschikbaar",
                        "Het datawarehouse antwoordt nu niet. Probeer het over enkele seconden opnieuw."));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> answer(LineFullException full) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, Integer.toString(LineFullException.RETRY_SECONDS))
                // whatever the program asks for: it must be told
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "Tijdelijk niet beschikbaar",
                        "Er wachten nu te veel bestanden op hun beurt. Probeer het over een halve minuut opnieuw."));
    }

    @ExceptionHandler
    ProblemDetail answer(RuntimeException unforeseen) {
        LOG.error("A question to the interface failed for an unforeseen reason", unforeseen);
        return detail(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "Fout in het dashboard",
                "De vraag kon niet worden beantwoord. De oorzaak staat in het logboek.");
    }

    private static ProblemDetail detail(HttpStatus status, String title, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(title);
        return problem;
    }
}
