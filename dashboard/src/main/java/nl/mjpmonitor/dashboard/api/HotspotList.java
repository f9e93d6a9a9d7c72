package nl.mjpmonitor.dashboard.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Potential hotspots in an area. */
@Schema(name = "Hotspots", description = "Mogelijke hotspots in een gebied, de open plekken eerst")
record HotspotList(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "GM0935")
        String gebied,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) List<HotspotAnswer> hotspots) {}
