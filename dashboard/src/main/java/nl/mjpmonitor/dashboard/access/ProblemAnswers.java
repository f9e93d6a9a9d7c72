package nl.mjpmonitor.dashboard.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import tools.jackson.databind.json.JsonMapper;

/** Answers as problem+json (RFC 9457) to programs that may not come in. */
final class ProblemAnswers implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final JsonMapper mapper;

    ProblemAnswers(JsonMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"mjp-monitor\"");
        answer(
                response,
                HttpStatus.UNAUTHORIZED,
                "Niet aangemeld",
                "Stuur een geldig token mee in de kop Authorization: Bearer.");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException {
        answer(response, HttpStatus.FORBIDDEN, "Geen toegang", "Uw rol geeft geen toegang tot dit adres.");
    }

    private void answer(HttpServletResponse response, HttpStatus status, String title, String detail)
            throws IOException {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(title);
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        mapper.writeValue(response.getOutputStream(), problem);
    }
}
