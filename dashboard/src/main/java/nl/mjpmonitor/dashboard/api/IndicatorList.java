package nl.mjpmonitor.dashboard.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** All indicators, in the order in which they are shown. */
@Schema(name = "Indicatoren", description = "Alle indicatoren")
record IndicatorList(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) List<IndicatorAnswer> indicatoren) {}
