package nl.mjpmonitor.dashboard.api;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Keeps programs with a wrong address from getting a page for people. */
@RestController
@Hidden
class UnknownAddressController {

    @RequestMapping("/api/**")
    void unknown() {
        throw ApiProblem.notFound("Dit adres bestaat niet. Zie /api/v1/openapi.json voor wat er wel is.");
    }
}
