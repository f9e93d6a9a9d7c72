package nl.mjpmonitor.ops.sources.melddesk;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import nl.mjpmonitor.ops.sources.generation.DemoLocations.Location;
import nl.mjpmonitor.ops.sources.generation.Provenance;
import org.jspecify.annotations.Nullable;

/** What the system holds on a day. Days that had yet to come are absent. */
record Desk(
        List<Report> reports,
        List<Correction> corrections,
        List<Screening> screenings,
        List<Hotspot> hotspots,
        List<Plan> plans,
        List<DwellingCase> dwellingCases) {

    /** A report, in the order of the numbers. The moment is Dutch time. */
    record Report(
            String number,
            LocalDateTime receivedAt,
            LocalDate happenedOn,
            String channel,
            String category,
            @Nullable Location location,
            String areaCode,
            String status,
            @Nullable LocalDate closedOn,
            @Nullable String mergedInto,
            boolean isWithdrawn,
            LocalDate changedOn) {}

    /** A category or buurt that was put right. */
    record Correction(String reportNumber, LocalDate correctedOn, String field, String from, String to) {}

    /** A screening, which may point at a hotspot. */
    record Screening(
            String reportNumber,
            LocalDate screenedOn,
            String category,
            boolean isRepeated,
            boolean isProlonged,
            boolean isIntimidating,
            boolean isIndication,
            @Nullable String hotspotNumber,
            String areaCode) {}

    /** A hotspot, potential or identified. */
    record Hotspot(
            String number,
            Location location,
            boolean isDwelling,
            LocalDate detectedOn,
            @Nullable LocalDate identifiedOn,
            @Nullable LocalDate assessedOn,
            boolean isSafety,
            @Nullable LocalDate monitoringOn,
            @Nullable LocalDate evaluatedOn,
            String status,
            boolean isWithdrawn,
            Provenance provenance) {}

    /** A joint plan for a hotspot in public space. */
    record Plan(
            String hotspotNumber,
            String areaCode,
            LocalDate startedOn,
            @Nullable LocalDate endedOn,
            @Nullable String result,
            int partnerCount) {}

    /** A case of serious dwelling nuisance. */
    record DwellingCase(
            String number,
            Location dwelling,
            @Nullable String hotspotNumber,
            String kind,
            LocalDate startedOn,
            @Nullable LocalDate orderRequestedOn,
            @Nullable LocalDate reopenedOn,
            @Nullable LocalDate closedOn,
            @Nullable String result,
            int partnerCount,
            boolean isWithdrawn) {}

    Desk {
        reports = List.copyOf(reports);
        corrections = List.copyOf(corrections);
        screenings = List.copyOf(screenings);
        hotspots = List.copyOf(hotspots);
        plans = List.copyOf(plans);
        dwellingCases = List.copyOf(dwellingCases);
    }
}
