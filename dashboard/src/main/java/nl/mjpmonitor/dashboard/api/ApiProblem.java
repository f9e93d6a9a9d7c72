package nl.mjpmonitor.dashboard.api;

import org.springframework.http.HttpStatus;

/** A request that cannot be answered, with one Dutch sentence that says what to change. */
final class ApiProblem extends RuntimeException {

    private final HttpStatus status;
    private final String title;

    private ApiProblem(HttpStatus status, String title, String detail) {
        super(detail);
        this.status = status;
        this.title = title;
    }

    static ApiProblem badRequest(String detail) {
        return new ApiProblem(HttpStatus.BAD_REQUEST, "Onjuiste vraag", detail);
    }

    static ApiProblem notFound(String detail) {
        return new ApiProblem(HttpStatus.NOT_FOUND, "Niet gevonden", detail);
    }

    static ApiProblem conflict(String detail) {
        return new ApiProblem(HttpStatus.CONFLICT, "Intussen gewijzigd", detail);
    }

    HttpStatus status() {
        return status;
    }

    String title() {
        return title;
    }
}
