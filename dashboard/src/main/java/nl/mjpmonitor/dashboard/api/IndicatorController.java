package nl.mjpmonitor.dashboard.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import nl.mjpmonitor.dashboard.access.ReadableCatalogue;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.areas.Areas;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorQuery;
import nl.mjpmonitor.warehouse.indicators.SeriesRequest;
import nl.mjpmonitor.warehouse.periods.Period;
import nl.mjpmonitor.warehouse.periods.PeriodGrain;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The indicators and their figures. */
@RestController
@RequestMapping(path = "/api/v1/indicatoren", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "indicatoren", description = "De indicatoren en hun cijfers")
class IndicatorController {

    private static final int LONGEST_SERIES = 1_200;

    private final ReadableCatalogue catalogue;
    private final IndicatorQuery query;
    private final Areas areas;
    private final Clock clock;

    IndicatorController(ReadableCatalogue catalogue, IndicatorQuery query, Areas areas, Clock clock) {
        this.catalogue = catalogue;
        this.query = query;
        this.areas = areas;
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

    @GetMapping("/{id}/reeks")
    @Operation(
            operationId = "reeks",
            summary = "Een indicator in een gebied, periode na periode",
            description = "Zonder peildatum geeft het antwoord alles wat nu bekend is.")
    SeriesAnswer series(
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
                    Optional<String> peildatum) {
        Indicator indicator = find(id);
        AreaCode area = area(gebied);
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
                area,
                Period.containing(grain, first),
                Period.containing(grain, last),
                known.orElse(SeriesRequest.LATEST));
        return SeriesAnswer.of(query.series(List.of(request)).getFirst(), known.orElseGet(clock::instant));
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

    private AreaCode area(Optional<String> code) {
        return code.map(word -> areas.all().stream()
                        .filter(area -> area.code().value().equals(word))
                        .findFirst()
                        .orElseThrow(() -> ApiProblem.badRequest(
                                "Het gebied bestaat niet. Geef een CBS-code, zoals GM0935, WK093500 of BU09350006.")))
                .orElseGet(areas::municipality)
                .code();
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
