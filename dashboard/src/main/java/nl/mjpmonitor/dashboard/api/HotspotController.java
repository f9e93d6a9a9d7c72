package nl.mjpmonitor.dashboard.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import nl.mjpmonitor.dashboard.access.OutOfScopeException;
import nl.mjpmonitor.dashboard.access.ReadableAreas;
import nl.mjpmonitor.dashboard.hotspots.ReadableHotspots;
import nl.mjpmonitor.warehouse.areas.Area;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where reports of nuisance repeat themselves. */
@RestController
@RequestMapping(path = "/api/v1/hotspots", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "hotspots", description = "Waar overlastmeldingen zich herhalen")
class HotspotController {

    private final ReadableHotspots hotspots;
    private final ReadableAreas areas;

    HotspotController(ReadableHotspots hotspots, ReadableAreas areas) {
        this.hotspots = hotspots;
        this.areas = areas;
    }

    @GetMapping
    @Operation(
            operationId = "hotspots",
            summary = "De mogelijke hotspots die uw rol mag zien, de open plekken eerst",
            description =
                    "De computer telt meldingen per plek; mensen beoordelen of het een hotspot is. Welke plek het is,"
                            + " staat er niet bij: alleen de buurt.")
    HotspotList hotspots(
            @RequestParam(required = false)
                    @Parameter(description = "Code van het gebied; zonder: de gemeente", example = "BU09350006")
                    Optional<String> gebied) {
        if (!hotspots.isOpen()) {
            throw new OutOfScopeException("Potential hotspots are not for this reader");
        }
        Area area = gebied.map(this::area).orElseGet(areas::municipality);
        return new HotspotList(
                area.code().value(),
                hotspots.in(area).stream().map(HotspotAnswer::of).toList());
    }

    private Area area(String code) {
        return areas.all().stream()
                .filter(known -> known.code().value().equals(code))
                .findFirst()
                .orElseThrow(
                        () -> ApiProblem.badRequest("Dit gebied bestaat niet, of uw rol ziet er geen cijfers van."));
    }
}
