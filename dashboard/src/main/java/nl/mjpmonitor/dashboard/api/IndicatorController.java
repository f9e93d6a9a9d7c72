package nl.mjpmonitor.dashboard.api;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.mjpmonitor.dashboard.access.ReadableCatalogue;
import nl.mjpmonitor.dashboard.exports.ExportFile;
import nl.mjpmonitor.dashboard.exports.ExportForm;
import nl.mjpmonitor.dashboard.exports.Exports;
import nl.mjpmonitor.dashboard.exports.Negotiation;
import nl.mjpmonitor.dashboard.exports.SeriesFigures;
import nl.mjpmonitor.dashboard.texts.Texts;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.areas.Areas;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorQuery;
import nl.mjpmonitor.warehouse.indicators.SeriesRequest;
import nl.mjpmonitor.warehouse.periods.Period;
import nl.mjpmonitor.warehouse.periods.PeriodGrain;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The indicators and their figures. */
@RestController
@RequestMapping(path = "/api/v1/indicatoren", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "indicatoren", description = "De indicatoren en hun cijfers")
class IndicatorController {

    private static final int LONGEST_SERIES = 1_200;
    private static final String JSON_DOCUMENT = "json-document";

    /** What a series can be asked as by its media type; without a form it is the answer itself. */
    private static final Map<MediaType, Optional<ExportForm>> FORMS = Negotiation.offer(
            Map.entry(MediaType.APPLICATION_JSON, Optional.empty()),
            Map.entry(new MediaType("text", "csv"), Optional.of(ExportForm.CSV)),
            Map.entry(MediaType.APPLICATION_PDF, Optional.of(ExportForm.PDF)),
            Map.entry(
                    new MediaType("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
                    Optional.of(ExportForm.XLSX)),
            Map.entry(new MediaType("application", "vnd.oasis.opendocument.spreadsheet"), Optional.of(ExportForm.ODS)),
            Map.entry(new MediaType("application", "zip"), Optional.of(ExportForm.CSVW)),
            Map.entry(new MediaType("image", "svg+xml"), Optional.of(ExportForm.SVG)),
            Map.entry(MediaType.IMAGE_PNG, Optional.of(ExportForm.PNG)));

    private final ReadableCatalogue catalogue;
    private final IndicatorQuery query;
    private final Areas areas;
    private final Exports exports;
    private final Clock clock;

    IndicatorController(ReadableCatalogue catalogue, IndicatorQuery query, Areas areas, Exports exports, Clock clock) {
        this.catalogue = catalogue;
        this.query = query;
        this.areas = areas;
        this.exports = exports;
        this.clock = clock;
    }

    @GetMapping
    @Operation(operationId = "indicatoren", summary = "Alle indicatoren die uw rol mag zien, met hun definitie")
    IndicatorList indicators() {
        return new IndicatorList(
                catalogue.indicators().stream().map(IndicatorAnswer::of).toList());
    }

    @GetMapping("/{id}")
    @Operation(operationId = "indicator", summary = "Een indicator met zijn definitie")
    IndicatorAnswer indicator(@PathVariable @Parameter(example = "woninginbraak") String id) {
        return IndicatorAnswer.of(find(id));
    }

    @GetMapping(path = "/{id}/reeks", produces = MediaType.ALL_VALUE)
    @ApiResponse(
            responseCode = "200",
            description = "De reeks",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = SeriesAnswer.class)))
    @Operation(
            operationId = "reeks",
            summary = "Een indicator in een gebied, periode na periode",
            description =
                    "Zonder peildatum geeft het antwoord alles wat nu bekend is. Met formaat is het antwoord een bestand:"
                            + " csv (de reeks), csvw (zip met tabellen en hun beschrijving), xlsx, ods, json-document, pdf, svg of png."
                            + " Een vraag met een Accept-kop krijgt het bestand van die soort.",
            parameters =
                    @Parameter(
                            name = "formaat",
                            in = ParameterIn.QUERY,
                            description = "Vraagt de reeks als bestand",
                            schema =
                                    @Schema(
                                            allowableValues = {
                                                "csv",
                                                "csvw",
                                                "xlsx",
                                                "ods",
                                                "json-document",
                                                "pdf",
                                                "svg",
                                                "png"
                                            })))
    ResponseEntity<?> series(
            @PathVariable @Parameter(example = "woninginbraak") String id,
            @RequestParam(required = false)
                    @Parameter(description = "CBS-code; zonder: de gemeente", example = "GM0935")
                    Optional<String> gebied,
            @RequestParam(defaultValue = "jaar")
                    @Parameter(
                            schema =
                                    @Schema(
                                            allowableValues = {
                                                "jaar",
                                                "kwartaal",
                                                "maand",
                                                "jaar-tot-en-met",
                                                "voortschrijdend-jaar"
                                            }))
                    String korrel,
            @RequestParam(required = false)
                    @Parameter(description = "Eerste jaar, kwartaal of maand; zonder: het begin", example = "2019-01")
                    Optional<String> van,
            @RequestParam(required = false)
                    @Parameter(description = "Laatste jaar, kwartaal of maand; zonder: nu", example = "2023-12")
                    Optional<String> tot,
            @RequestParam(required = false)
                    @Parameter(description = "Moment of datum: wat was toen bekend?", example = "2024-02-06T00:00:00Z")
                    Optional<String> peildatum,
            @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "") @Parameter(hidden = true) String accept)
            throws HttpMediaTypeNotAcceptableException {
        Optional<ExportForm> form = Negotiation.choose(accept, FORMS).getValue();
        Asked asked = ask(id, gebied, korrel, van, tot, peildatum);
        return form.isPresent()
                ? file(asked, form.get())
                : ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(SeriesAnswer.of(
                                query.series(List.of(asked.request())).getFirst(), asked.known()));
    }

    @GetMapping(path = "/{id}/reeks", params = "formaat", produces = MediaType.ALL_VALUE)
    @Hidden // stands with the operation of the same address
    ResponseEntity<byte[]> seriesFile(
            @PathVariable String id,
            @RequestParam Optional<String> gebied,
            @RequestParam(defaultValue = "jaar") String korrel,
            @RequestParam Optional<String> van,
            @RequestParam Optional<String> tot,
            @RequestParam Optional<String> peildatum,
            @RequestParam String formaat) {
        ExportForm form = form(formaat);
        return file(ask(id, gebied, korrel, van, tot, peildatum), form);
    }

    private ResponseEntity<byte[]> file(Asked asked, ExportForm form) {
        ExportFile file = exports.file(
                        asked,
                        () -> new SeriesFigures(
                                asked.indicator(),
                                asked.area(),
                                asked.request().from().grain(),
                                query.series(List.of(asked.request()))
                                        .getFirst()
                                        .points(),
                                asked.known()),
                        form,
                        Texts.DUTCH)
                .await()
                .orElseThrow(() -> ApiProblem.notFound("Er is geen cijfer om te tekenen."));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name())
                                .build()
                                .toString())
                .body(file.bytes());
    }

    private static ExportForm form(String word) {
        return (word.equals(JSON_DOCUMENT) ? Optional.of(ExportForm.JSON) : ExportForm.of(word))
                .filter(form -> form != ExportForm.JSON || word.equals(JSON_DOCUMENT))
                .orElseThrow(() -> ApiProblem.badRequest(
                        "Het formaat is csv, csvw, xlsx, ods, json-document, pdf, svg of png; zonder formaat is het"
                                + " antwoord JSON."));
    }

    /**
     * A question that was understood.
     *
     * @param known the moment asked for, or the moment of asking when none was
     */
    private record Asked(Indicator indicator, Area area, SeriesRequest request, Instant known) {}

    private Asked ask(
            String id,
            Optional<String> gebied,
            String korrel,
            Optional<String> van,
            Optional<String> tot,
            Optional<String> peildatum) {
        Indicator indicator = find(id);
        Area area = area(gebied);
        PeriodGrain grain = ApiWords.grain(korrel)
                .orElseThrow(() -> ApiProblem.badRequest(
                        "De korrel is jaar, kwartaal, maand, jaar-tot-en-met of voortschrijdend-jaar."));
        YearMonth last = tot.map(word -> period("tot", word).lastMonth())
                .orElseGet(() -> YearMonth.now(clock.withZone(ZoneOffset.UTC)));
        YearMonth first =
                first(grain, van.map(word -> period("van", word)), last).orElseGet(() -> first(grain, indicator, last));
        Optional<Instant> known = peildatum.map(IndicatorController::moment);
        SeriesRequest request = request(
                indicator,
                area.code(),
                Period.containing(grain, first),
                Period.containing(grain, last),
                known.orElse(SeriesRequest.LATEST));
        return new Asked(indicator, area, request, known.orElseGet(clock::instant));
    }

    /** The month with which the first period starts; of the windows that end in a month it is that month. */
    private static Optional<YearMonth> first(PeriodGrain grain, Optional<Period> from, YearMonth last) {
        return from.map(period -> switch (grain) {
            case YEAR, QUARTER, MONTH, SPAN -> period.firstMonth();
            case YEAR_TO_DATE -> sameMonths(period, last);
            case ROLLING_YEAR -> period.lastMonth();
        });
    }

    private static YearMonth first(PeriodGrain grain, Indicator indicator, YearMonth last) {
        YearMonth first = indicator.definedFrom();
        return switch (grain) {
            case YEAR, QUARTER, MONTH, SPAN -> first;
            case YEAR_TO_DATE -> first.withMonth(last.getMonthValue());
            case ROLLING_YEAR -> first.plusMonths(PeriodGrain.ROLLING_YEAR.months() - 1L);
        };
    }

    /** Years to date of different years hold the same months; within one year they grow. */
    private static YearMonth sameMonths(Period from, YearMonth last) {
        return from.year() == last.getYear() ? from.lastMonth() : YearMonth.of(from.year(), last.getMonthValue());
    }

    private Indicator find(String id) {
        return catalogue.indicators().stream()
                .filter(indicator -> indicator.id().value().equals(id))
                .findFirst()
                .orElseThrow(() -> ApiProblem.notFound("Deze indicator bestaat niet."));
    }

    private Area area(Optional<String> code) {
        return code.map(word -> areas.all().stream()
                        .filter(area -> area.code().value().equals(word))
                        .findFirst()
                        .orElseThrow(() -> ApiProblem.badRequest(
                                "Het gebied bestaat niet. Geef een CBS-code, zoals GM0935, WK093500 of BU09350006.")))
                .orElseGet(areas::municipality);
    }

    private static Period period(String parameter, String word) {
        return ApiWords.period(word)
                .orElseThrow(() -> ApiProblem.badRequest("De parameter " + parameter
                        + " is een jaar, kwartaal of maand, zoals 2019, 2019-K1 of 2019-01."));
    }

    private static Instant moment(String word) {
        return ApiWords.peildatum(word)
                .orElseThrow(() -> ApiProblem.badRequest(
                        "De peildatum is een moment of een datum, zoals 2024-02-06T00:00:00Z of 2024-02-06."));
    }

    private static SeriesRequest request(
            Indicator indicator, AreaCode area, Period from, Period to, Instant peildatum) {
        if (to.lastMonth().isBefore(from.lastMonth())) {
            throw ApiProblem.badRequest("De periode tot ligt voor de periode van.");
        }
        if (Period.range(from, to).size() > LONGEST_SERIES) {
            throw ApiProblem.badRequest("Vraag hoogstens " + LONGEST_SERIES + " perioden tegelijk.");
        }
        try {
            return new SeriesRequest(indicator.id(), area, from, to, peildatum);
        } catch (IllegalArgumentException e) {
            throw ApiProblem.badRequest("De peildatum ligt tussen 1970 en 2300.");
        }
    }
}
