package nl.mjpmonitor.dashboard.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import java.util.function.Supplier;
import nl.mjpmonitor.dashboard.access.ReadableAreas;
import nl.mjpmonitor.dashboard.duiding.InvalidDuidingException;
import nl.mjpmonitor.dashboard.signals.SignalConflictException;
import nl.mjpmonitor.dashboard.signals.SignalEntry;
import nl.mjpmonitor.dashboard.signals.SignalService;
import nl.mjpmonitor.dashboard.signals.SignalState;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.signals.SignalId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Signals, and what is done with them. */
@RestController
@RequestMapping(path = "/api/v1/signalen", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "signalen", description = "Wat in de cijfers opvalt, en wat ermee is gedaan")
class SignalController {

    private static final String OPEN = "open";

    private final SignalService service;
    private final ReadableAreas areas;

    SignalController(SignalService service, ReadableAreas areas) {
        this.service = service;
        this.areas = areas;
    }

    @Schema(name = "SignaalGezien", description = "Dat iemand het signaal zag")
    record Seen(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "Het veld versie van het signaal zoals u het las",
                    example = "0")
            @Nullable Integer versie) {}

    @Schema(name = "SignaalToelichting", description = "Een toelichting bij een signaal")
    record Explanation(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "1") @Nullable Integer versie,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Gewone tekst, hoogstens 1000 tekens")
            @Nullable String tekst) {}

    @Schema(name = "SignaalGesloten", description = "Dat een signaal is afgehandeld")
    record Closing(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "2") @Nullable Integer versie,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Gewone tekst, hoogstens 1000 tekens")
            @Nullable String reden) {}

    @GetMapping
    @Operation(
            operationId = "signalen",
            summary = "De signalen die uw rol mag zien, de nieuwste eerst",
            description = "Alle open signalen, en de nieuwste andere. Het antwoord heeft hoogstens 1.000 signalen.")
    SignalList signalen(
            @RequestParam(required = false) @Parameter(description = "Code van het gebied", example = "GM0935")
                    Optional<String> gebied,
            @RequestParam(required = false)
                    @Parameter(
                            description = "open is nieuw, gezien of toegelicht",
                            schema =
                                    @Schema(
                                            allowableValues = {
                                                "open",
                                                "nieuw",
                                                "gezien",
                                                "toegelicht",
                                                "gesloten",
                                                "voorbij"
                                            }))
                    Optional<String> toestand) {
        Optional<AreaCode> area = gebied.map(this::area);
        toestand.ifPresent(SignalController::requireState);
        return new SignalList(service.newest().stream()
                .filter(entry -> area.map(entry.signal().area()::equals).orElse(true))
                .filter(entry -> toestand.map(word -> isIn(entry, word)).orElse(true))
                .map(SignalAnswer::of)
                .toList());
    }

    @PostMapping(path = "/{id}/gezien", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "signaalGezien", summary = "Vertel dat u het signaal zag")
    SignalAnswer gezien(@PathVariable String id, @RequestBody Seen act) {
        return act(() -> service.tellSeen(id(id), version(act.versie())));
    }

    @PostMapping(path = "/{id}/toelichting", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "signaalToelichting", summary = "Licht een signaal toe")
    SignalAnswer toelichting(@PathVariable String id, @RequestBody Explanation act) {
        return act(() -> service.explain(id(id), version(act.versie()), text(act.tekst())));
    }

    @PostMapping(path = "/{id}/gesloten", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "signaalGesloten", summary = "Sluit een signaal, met een reden")
    SignalAnswer gesloten(@PathVariable String id, @RequestBody Closing act) {
        return act(() -> service.close(id(id), version(act.versie()), text(act.reden())));
    }

    private static SignalAnswer act(Supplier<SignalEntry> act) {
        try {
            return SignalAnswer.of(act.get());
        } catch (SignalConflictException conflict) {
            throw ApiProblem.conflict("Iemand anders heeft intussen iets met dit signaal gedaan. Lees het opnieuw.");
        } catch (InvalidDuidingException invalid) {
            throw ApiProblem.badRequest("De tekst moet gewone tekst zijn, zonder HTML, van 1 tot en met 1.000 tekens.");
        } catch (IllegalArgumentException unknown) {
            throw ApiProblem.notFound("Dit signaal bestaat niet.");
        }
    }

    private static SignalId id(String text) {
        return Optional.of(text)
                .filter(SignalId::isId)
                .map(SignalId::new)
                .orElseThrow(() -> ApiProblem.notFound("Dit signaal bestaat niet."));
    }

    private static int version(@Nullable Integer version) {
        if (version == null) {
            throw ApiProblem.badRequest("Het veld versie ontbreekt.");
        }
        return version;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private AreaCode area(String code) {
        return areas.all().stream()
                .map(Area::code)
                .filter(known -> known.value().equals(code))
                .findFirst()
                .orElseThrow(
                        () -> ApiProblem.badRequest("Dit gebied bestaat niet, of uw rol ziet er geen cijfers van."));
    }

    private static void requireState(String word) {
        if (!word.equals(OPEN) && SignalState.of(word).isEmpty()) {
            throw ApiProblem.badRequest("De toestand is open, nieuw, gezien, toegelicht, gesloten of voorbij.");
        }
    }

    private static boolean isIn(SignalEntry entry, String word) {
        return word.equals(OPEN) ? entry.state().isOpen() : entry.state().word().equals(word);
    }
}
