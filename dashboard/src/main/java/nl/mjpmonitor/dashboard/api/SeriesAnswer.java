package nl.mjpmonitor.dashboard.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.indicators.IndicatorSeries;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue;
import nl.mjpmonitor.warehouse.indicators.Margin;
import nl.mjpmonitor.warehouse.indicators.PointMarks;
import nl.mjpmonitor.warehouse.indicators.ValueStatus;
import org.jspecify.annotations.Nullable;

/** One indicator in one area, period by period. */
@Schema(name = "Reeks", description = "Een indicator in een gebied, periode na periode")
record SeriesAnswer(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "woninginbraak")
        String indicator,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "GM0935")
        String gebied,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                allowableValues = {"jaar", "kwartaal", "maand", "jaar-tot-en-met", "voortschrijdend-jaar"})
        String korrel,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                description = "Het antwoord geeft wat op dit moment bekend was")
        Instant peildatum,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) List<Punt> punten) {

    /** One period. Without a value there is always a status that says why. */
    @Schema(description = "Een periode; waarde is null als status zegt waarom er geen waarde is")
    record Punt(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "2023")
            String periode,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    types = {"number", "null"},
                    description = "In de eenheid van de indicator; een aantal is een geheel getal",
                    example = "193")
            @Nullable BigDecimal waarde,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    allowableValues = {"definitief", "voorlopig", "onbekend", "onderdrukt", "niet-van-toepassing"})
            String status,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "De waarde is een schatting (ca.)")
            boolean circa,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    types = {"string", "null"},
                    description =
                            "Wat er van de waarde gepubliceerd is: gepubliceerd-jaar, gepubliceerd-periode (de som"
                                    + " over meer jaren, de verdeling is demonstratie) of demonstratie; null als de bron het niet"
                                    + " zegt",
                    example = "gepubliceerd-jaar")
            @Nullable String herkomst,

            @Schema(description = "Alleen bij een uitkomst van een enquête")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Nullable Marge marge) {

        static Punt of(IndicatorPoint point) {
            return switch (point.value()) {
                case IndicatorValue.Counted(long count, ValueStatus status) ->
                    known(point, BigDecimal.valueOf(count), status);
                case IndicatorValue.Measured(BigDecimal value, ValueStatus status) -> known(point, value, status);
                case IndicatorValue.Unknown() -> without(point, "onbekend");
                case IndicatorValue.Suppressed() -> without(point, "onderdrukt");
                case IndicatorValue.NotApplicable() -> without(point, "niet-van-toepassing");
            };
        }

        private static Punt known(IndicatorPoint point, BigDecimal value, ValueStatus status) {
            PointMarks marks = point.marks();
            return new Punt(
                    point.period().label(),
                    value,
                    ApiWords.status(status),
                    marks.approximate(),
                    ApiWords.provenance(marks.provenance()).orElse(null),
                    marks.margin().map(Marge::of).orElse(null));
        }

        private static Punt without(IndicatorPoint point, String status) {
            return new Punt(point.period().label(), null, status, false, null, null);
        }
    }

    /** The interval of a survey result. */
    @Schema(description = "95%-interval van een uitkomst van een enquête, in de eenheid van de indicator")
    record Marge(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "7.1")
            BigDecimal ondergrens,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "7.5")
            BigDecimal bovengrens) {

        static Marge of(Margin margin) {
            return new Marge(margin.lower(), margin.upper());
        }
    }

    /** @param peildatum the moment asked for, or the moment of asking when none was */
    static SeriesAnswer of(IndicatorSeries series, Instant peildatum) {
        return new SeriesAnswer(
                series.request().indicator().value(),
                series.request().area().value(),
                ApiWords.grain(series.request().from().grain()),
                peildatum,
                series.points().stream().map(Punt::of).toList());
    }
}
