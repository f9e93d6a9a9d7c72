package nl.mjpmonitor.dashboard.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Duidingen, newest first. */
@Schema(name = "Duidingen", description = "Duidingen, de nieuwste eerst")
record DuidingList(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) List<DuidingAnswer> duidingen) {}
