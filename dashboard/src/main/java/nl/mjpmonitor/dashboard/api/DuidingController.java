package nl.mjpmonitor.dashboard.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import nl.mjpmonitor.dashboard.access.ReadableAreas;
import nl.mjpmonitor.dashboard.access.ReadableCatalogue;
import nl.mjpmonitor.dashboard.duiding.DuidingQuestion;
import nl.mjpmonitor.dashboard.duiding.DuidingService;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;
import nl.mjpmonitor.warehouse.periods.Period;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was written about figures. Writing happens on the screen only. */
@RestController
@RequestMapping(path = "/api/v1/duidingen", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "duidingen", description = "Wat er over cijfers is geschreven")
class DuidingController {

    private final DuidingService service;
    private final ReadableCatalogue catalogue;
    private final ReadableAreas areas;

    DuidingController(DuidingService service, ReadableCatalogue catalogue, ReadableAreas areas) {
        this.service = service;
        this.catalogue = catalogue;
        this.areas = areas;
    }

    @GetMapping
    @Operation(
            operationId = "duidingen",
            summary = "De duidingen die uw rol mag zien, de nieuwste eerst",
            description =
                    "Wie geen concepten mag zien, krijgt alleen vastgestelde teksten, zonder naam van de schrijver."
                            + " Het antwoord heeft hoogstens 500 duidingen.")
    DuidingList duidingen(
            @RequestParam(required = false) @Parameter(example = "woninginbraak") Optional<String> indicator,
            @RequestParam(required = false) @Parameter(description = "Code van het gebied", example = "GM0935")
                    Optional<String> gebied,
            @RequestParam(required = false) @Parameter(description = "Jaar, kwartaal of maand", example = "2023")
                    Optional<String> periode) {
        DuidingQuestion question = new DuidingQuestion(
                indicator.map(this::indicator), gebied.map(this::area), periode.map(DuidingController::period));
        return new DuidingList(
                service.find(question).stream().map(DuidingAnswer::of).toList());
    }

    private IndicatorId indicator(String id) {
        return catalogue.indicators().stream()
                .map(Indicator::id)
                .filter(known -> known.value().equals(id))
                .findFirst()
                .orElseThrow(() -> ApiProblem.notFound("Deze indicator bestaat niet."));
    }

    private AreaCode area(String code) {
        return areas.all().stream()
                .map(Area::code)
                .filter(known -> known.value().equals(code))
                .findFirst()
                .orElseThrow(
                        () -> ApiProblem.badRequest("Dit gebied bestaat niet, of uw rol ziet er geen cijfers van."));
    }

    private static String period(String word) {
        return ApiWords.period(word)
                .map(Period::label)
                .orElseThrow(() -> ApiProblem.badRequest(
                        "De periode is een jaar, kwartaal of maand, zoals 2019, 2019-K1 of 2019-01."));
    }
}
