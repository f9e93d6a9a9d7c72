package nl.mjpmonitor.dashboard.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Signals, newest first. */
@Schema(name = "Signalen", description = "Signalen, de nieuwste eerst")
record SignalList(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) List<SignalAnswer> signalen) {}
