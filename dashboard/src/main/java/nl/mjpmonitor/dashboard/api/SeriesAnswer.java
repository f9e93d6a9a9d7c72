package nl.mjpmonitor.dashboard.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.indicators.IndicatorSeries;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue;
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
                allowableValues = {"jaar", "kwartaal", "maand"})
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
                    types = {"integer", "null"},
                    format = "int64",
                    example = "193")
            @Nullable Long waarde,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    allowableValues = {"definitief", "voorlopig", "onbekend", "onderdrukt", "niet-van-toepassing"})
            String status) {

        static Punt of(IndicatorPoint point) {
            String period = point.period().label();
            return switch (point.value()) {
                case IndicatorValue.Counted(long count, ValueStatus status) ->
                    new Punt(
                            period,
                            count,
                            switch (status) {
                                case DEFINITIEF -> "definitief";
                                case VOORLOPIG -> "voorlopig";
                            });
                case IndicatorValue.Unknown() -> new Punt(period, null, "onbekend");
                case IndicatorValue.Suppressed() -> new Punt(period, null, "onderdrukt");
                case IndicatorValue.NotApplicable() -> new Punt(period, null, "niet-van-toepassing");
            };
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
