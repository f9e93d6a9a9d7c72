package nl.mjpmonitor.dashboard.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Editions, newest first. */
@Schema(name = "Publicaties", description = "Publicaties, de nieuwste eerst")
record PublicationList(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) List<PublicationAnswer> publicaties) {}
