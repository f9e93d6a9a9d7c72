package nl.mjpmonitor.ops.sources.melddesk;

import java.time.LocalDate;
import java.util.List;
import nl.mjpmonitor.ops.sources.generation.DemoLocations.Location;
import org.jspecify.annotations.Nullable;

/**
 * A hotspot from its first reports to its end, also beyond the last day of the demo.
 *
 * @param course what followed on its detection; none when it was dismissed
 * @param nuisance the days on which nuisance there was reported
 */
record HotspotLife(
        Location location,
        boolean isDwelling,
        LocalDate detectedOn,
        @Nullable Course course,
        List<LocalDate> nuisance,
        boolean isWithdrawn) {
    private static final int DAYS_TO_DISMISSAL = 30;

    /**
     * What becomes of an identified hotspot.
     *
     * @param plannedOn start of the joint plan; hotspots of liveability and dwellings have none
     */
    record Course(
            LocalDate identifiedOn,
            LocalDate assessedOn,
            boolean isSafety,
            @Nullable LocalDate plannedOn,
            LocalDate monitoringOn,
            LocalDate evaluatedOn,
            String result) {}

    HotspotLife {
        nuisance = List.copyOf(nuisance);
    }

    /** How far it is at the end of a day. */
    String status(LocalDate day) {
        if (course == null) {
            return detectedOn.plusDays(DAYS_TO_DISMISSAL).isAfter(day) ? "potential" : "dismissed";
        }
        if (!course.evaluatedOn().isAfter(day)) {
            return course.result();
        }
        if (!course.monitoringOn().isAfter(day)) {
            return "monitoring";
        }
        if (course.plannedOn() != null && !course.plannedOn().isAfter(day)) {
            return "plan";
        }
        return course.identifiedOn().isAfter(day) ? "potential" : "identified";
    }
}
