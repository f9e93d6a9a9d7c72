package nl.mjpmonitor.ops.sources.bestuurlijk;

import java.time.LocalDate;
import java.util.List;
import nl.mjpmonitor.ops.sources.generation.DemoLocations.Location;
import nl.mjpmonitor.ops.sources.generation.Provenance;
import org.jspecify.annotations.Nullable;

/** What the system holds on a day. Days that had yet to come are absent. */
record Measures(
        List<Application> applications,
        List<Screening> screenings,
        List<DamoclesMeasure> damoclesMeasures,
        List<StreetTradePenalty> penalties,
        List<BehaviouralOrder> orders,
        List<HouseBan> houseBans) {

    /** An application that Bibob may apply to. */
    record Application(
            String number,
            String kind,
            LocalDate receivedOn,
            boolean isBibobRequired,
            String status,
            @Nullable LocalDate decidedOn,
            String areaCode) {}

    /** A Bibob screening. */
    record Screening(
            String applicationNumber,
            LocalDate screenedOn,
            @Nullable LocalDate deepenedOn,
            boolean isAdviceRequested,
            @Nullable String outcome,
            @Nullable LocalDate outcomeOn,
            String areaCode,
            boolean isWithdrawn,
            Provenance provenance) {}

    /** What followed from a police report of drugs. */
    record DamoclesMeasure(
            Location location,
            @Nullable String caseNumber,
            LocalDate reportedOn,
            @Nullable String measure,
            @Nullable LocalDate effectiveOn,
            @Nullable LocalDate reopenedOn,
            String status,
            boolean isWithdrawn,
            Provenance provenance) {}

    /** A penalty payment for trade in the street. */
    record StreetTradePenalty(
            String role,
            LocalDate imposedOn,
            @Nullable LocalDate forfeitedOn,
            String areaCode,
            boolean isWithdrawn,
            Provenance provenance) {}

    /** A dwelling with behavioural orders. */
    record BehaviouralOrder(
            Location dwelling,
            LocalDate imposedOn,
            LocalDate endsOn,
            @Nullable Integer orderCount,
            int violationCount,
            Provenance provenance) {}

    /** A temporary house ban. */
    record HouseBan(
            LocalDate imposedOn, LocalDate endsOn, boolean isExtended, boolean isWithdrawn, Provenance provenance) {}

    Measures {
        applications = List.copyOf(applications);
        screenings = List.copyOf(screenings);
        damoclesMeasures = List.copyOf(damoclesMeasures);
        penalties = List.copyOf(penalties);
        orders = List.copyOf(orders);
        houseBans = List.copyOf(houseBans);
    }
}
