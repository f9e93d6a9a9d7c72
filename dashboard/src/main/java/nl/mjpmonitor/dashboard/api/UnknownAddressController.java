package nl.mjpmonitor.dashboard.api;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Keeps programs with a wrong address from getting a page for people. The interface only answers, so it only knows GET. */
@RestController
@Hidden
class UnknownAddressController {

    @RequestMapping("/api/**")
    void unknown(HttpServletRequest request) throws HttpRequestMethodNotSupportedException {
        if (!HttpMethod.GET.matches(request.getMethod())) {
            throw new HttpRequestMethodNotSupportedException(request.getMethod(), List.of(HttpMethod.GET.name()));
        }
        throw ApiProblem.notFound("Dit adres bestaat niet. Zie /api/v1/openapi.json voor wat er wel is.");
    }
}
