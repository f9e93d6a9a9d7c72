package nl.mjpmonitor.dashboard.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import nl.mjpmonitor.warehouse.quality.Freshness;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How fresh the figures are. */
@RestController
@RequestMapping(path = "/api/v1/versheid", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "versheid", description = "Hoe vers de cijfers zijn")
class FreshnessController {

    private final Freshness freshness;

    FreshnessController(Freshness freshness) {
        this.freshness = freshness;
    }

    @GetMapping
    @Operation(operationId = "versheid", summary = "Per bron tot wanneer het datawarehouse is bijgewerkt")
    FreshnessAnswer freshness() {
        return FreshnessAnswer.of(freshness.perSystem());
    }
}
