package nl.mjpmonitor.dashboard.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.areas.Areas;
import nl.mjpmonitor.warehouse.indicators.IndicatorCatalogue;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;
import nl.mjpmonitor.warehouse.indicators.SeriesRequest;
import nl.mjpmonitor.warehouse.periods.Period;
import nl.mjpmonitor.warehouse.periods.PeriodGrain;
import nl.mjpmonitor.warehouse.revisions.RevisionRequest;
import nl.mjpmonitor.warehouse.revisions.Revisions;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was revised. */
@RestController
@RequestMapping(path = "/api/v1/bijstellingen", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "bijstellingen", description = "Welke cijfers met terugwerkende kracht zijn herzien")
class RevisionController {

    private static final int LONGEST_SERIES = 120;
    private static final Duration MONTH = Duration.ofDays(31);

    private final Revisions revisions;
    private final IndicatorCatalogue catalogue;
    private final Areas areas;
    private final Clock clock;

    RevisionController(Revisions revisions, IndicatorCatalogue catalogue, Areas areas, Clock clock) {
        this.revisions = revisions;
        this.catalogue = catalogue;
        this.areas = areas;
        this.clock = clock;
    }

    @GetMapping
    @Operation(
            operationId = "bijstellingen",
            summary = "Wat er tussen twee momenten is bijgesteld",
            description =
                    "Vergelijkt wat op beide momenten bekend was. Cijfers die toen nog onbekend waren, tellen alleen"
                            + " mee als daar om wordt gevraagd.")
    RevisionAnswer revisions(
            @RequestParam(required = false)
                    @Parameter(
                            description = "Moment of datum waarmee wordt vergeleken; zonder: een maand voor tot",
                            example = "2024-02-06")
                    Optional<String> van,
            @RequestParam(required = false)
                    @Parameter(description = "Moment of datum; zonder: nu", example = "2024-03-06T00:00:00Z")
                    Optional<String> tot,
            @RequestParam(required = false) @Parameter(description = "Zonder: alle", example = "zakkenrollerij")
                    Optional<String> indicator,
            @RequestParam(required = false) @Parameter(description = "Zonder: de gemeente", example = "GM0935")
                    Optional<String> gebied,
            @RequestParam(defaultValue = "jaar")
                    @Parameter(schema = @Schema(allowableValues = {"jaar", "kwartaal", "maand"}))
                    String korrel,
            @RequestParam(required = false)
                    @Parameter(description = "Eerste periode; zonder: het begin", example = "2019")
                    Optional<String> periodeVan,
            @RequestParam(required = false)
                    @Parameter(description = "Laatste periode; zonder: die van tot", example = "2023")
                    Optional<String> periodeTot,
            @RequestParam(defaultValue = "false") @Parameter(description = "Ook cijfers die toen nog onbekend waren")
                    boolean toegevoegd) {
        Instant now = tot.map(word -> moment("tot", word)).orElseGet(clock::instant);
        Instant then = van.map(word -> moment("van", word)).orElseGet(() -> now.minus(MONTH));
        PeriodGrain grain = ApiWords.grain(korrel)
                .filter(PeriodGrain::isCalendar)
                .orElseThrow(() -> ApiProblem.badRequest("De korrel is jaar, kwartaal of maand."));
        List<IndicatorId> indicators =
                indicator.map(this::indicator).map(List::of).orElse(List.of());
        YearMonth last = periodeTot
                .map(word -> period("periodeTot", word).lastMonth())
                .orElseGet(() -> YearMonth.from(now.atZone(ZoneOffset.UTC)));
        YearMonth first = periodeVan
                .map(word -> period("periodeVan", word).firstMonth())
                .orElseGet(() -> beginning(indicators, last, grain));
        RevisionRequest request = request(
                indicators,
                area(gebied),
                Period.containing(grain, first),
                Period.containing(grain, last),
                then,
                now,
                toegevoegd);
        return RevisionAnswer.of(request, revisions.list(request));
    }

    /** Where the indicators begin, but not longer ago than may be asked. */
    private YearMonth beginning(List<IndicatorId> indicators, YearMonth last, PeriodGrain grain) {
        YearMonth defined = catalogue.indicators().stream()
                .filter(candidate -> indicators.isEmpty() || indicators.contains(candidate.id()))
                .map(candidate -> candidate.definedFrom())
                .min(YearMonth::compareTo)
                .orElse(last);
        YearMonth earliest = last.minusMonths((LONGEST_SERIES - 1L) * grain.months());
        YearMonth first = defined.isBefore(earliest) ? earliest : defined;
        return first.isAfter(last) ? last : first;
    }

    private IndicatorId indicator(String word) {
        return catalogue.indicators().stream()
                .map(candidate -> candidate.id())
                .filter(id -> id.value().equals(word))
                .findFirst()
                .orElseThrow(() -> ApiProblem.badRequest("De indicator bestaat niet; /api/v1/indicatoren noemt ze."));
    }

    private AreaCode area(Optional<String> code) {
        return code.map(word -> areas.all().stream()
                        .map(Area::code)
                        .filter(known -> known.value().equals(word))
                        .findFirst()
                        .orElseThrow(() -> ApiProblem.badRequest(
                                "Het gebied bestaat niet. Geef een code, zoals GM0935, WK093500 of BU09350006.")))
                .orElseGet(() -> areas.municipality().code());
    }

    private static Period period(String parameter, String word) {
        return ApiWords.period(word)
                .orElseThrow(() -> ApiProblem.badRequest("De parameter " + parameter
                        + " is een jaar, kwartaal of maand, zoals 2019, 2019-K1 of 2019-01."));
    }

    private static Instant moment(String parameter, String word) {
        return ApiWords.peildatum(word)
                .filter(moment -> !moment.isBefore(Instant.EPOCH) && moment.isBefore(SeriesRequest.LATEST))
                .orElseThrow(() -> ApiProblem.badRequest("De parameter " + parameter
                        + " is een moment of een datum, zoals 2024-02-06T00:00:00Z of 2024-02-06."));
    }

    private static RevisionRequest request(
            List<IndicatorId> indicators,
            AreaCode area,
            Period from,
            Period to,
            Instant then,
            Instant now,
            boolean includesAdded) {
        if (to.compareTo(from) < 0) {
            throw ApiProblem.badRequest("De periode periodeTot ligt voor de periode periodeVan.");
        }
        if (!then.isBefore(now)) {
            throw ApiProblem.badRequest("Het moment van ligt niet voor het moment tot.");
        }
        if (Period.range(from, to).size() > LONGEST_SERIES) {
            throw ApiProblem.badRequest("Vraag hoogstens " + LONGEST_SERIES + " perioden tegelijk.");
        }
        return new RevisionRequest(indicators, area, from, to, then, now, includesAdded);
    }
}
