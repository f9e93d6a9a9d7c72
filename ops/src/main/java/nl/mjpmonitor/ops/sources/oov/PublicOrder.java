package nl.mjpmonitor.ops.sources.oov;

import java.time.LocalDate;
import java.util.List;
import nl.mjpmonitor.ops.sources.generation.Provenance;
import org.jspecify.annotations.Nullable;

/** What the system holds on a day. Days that had yet to come are absent. */
record PublicOrder(
        List<Demonstration> demonstrations,
        List<CalendarPeriod> calendar,
        List<EventApplication> applications,
        List<SafetyRound> safetyRounds,
        List<Incident> incidents,
        List<FootballMatch> matches,
        List<CrisisTeamDay> crisisTeamDays,
        List<Consultation> consultations) {

    /** A demonstration; of those before 2023 only the day is known. */
    record Demonstration(
            boolean isAnnouncedAndAssessed,
            @Nullable LocalDate announcedOn,
            @Nullable Boolean isAnnouncedInTime,
            @Nullable LocalDate assessedOn,
            @Nullable LocalDate heldOn,
            @Nullable String size,
            @Nullable Boolean isRestricted,
            String status,
            String areaCode,
            boolean isWithdrawn,
            Provenance provenance) {}

    /** The days of a yearly event. */
    record CalendarPeriod(String code, String name, LocalDate startedOn, LocalDate endsOn) {
        boolean contains(LocalDate day) {
            return !day.isBefore(startedOn) && !day.isAfter(endsOn);
        }
    }

    /** An application for an event. */
    record EventApplication(
            String number,
            LocalDate receivedOn,
            @Nullable LocalDate assessedOn,
            @Nullable LocalDate decidedOn,
            @Nullable LocalDate heldOn,
            @Nullable String risk,
            String status,
            @Nullable String calendarCode,
            String areaCode,
            boolean isWithdrawn,
            Provenance provenance) {}

    /** A safety round before an event. */
    record SafetyRound(
            String applicationNumber,
            LocalDate heldOn,
            boolean isHeld,
            @Nullable Boolean hasFindings,
            int partnerCount,
            String areaCode,
            Provenance provenance) {}

    /** An acute incident. */
    record Incident(
            LocalDate happenedOn,
            String kind,
            boolean isAovDeployed,
            int gripLevel,
            String status,
            @Nullable LocalDate closedOn,
            String areaCode,
            boolean isWithdrawn,
            Provenance provenance) {}

    /** A football match. */
    record FootballMatch(
            LocalDate playedOn,
            boolean isHome,
            String category,
            boolean isAwaySupportAllowed,
            boolean isDisorderly,
            boolean isPlayed,
            Provenance provenance) {
        private static final int FIRST_MONTH_OF_SEASON = 7;

        /** Its season, from July to June. */
        String season() {
            int year = playedOn.getMonthValue() < FIRST_MONTH_OF_SEASON ? playedOn.getYear() - 1 : playedOn.getYear();
            return year + "-" + (year + 1);
        }
    }

    /** A day with a Crisis Management Team. */
    record CrisisTeamDay(String eventCode, String calendarCode, LocalDate heldOn) {}

    /** A consultation. */
    record Consultation(String kind, LocalDate heldOn, boolean isHeld, int partnerCount, Provenance provenance) {}

    PublicOrder {
        demonstrations = List.copyOf(demonstrations);
        calendar = List.copyOf(calendar);
        applications = List.copyOf(applications);
        safetyRounds = List.copyOf(safetyRounds);
        incidents = List.copyOf(incidents);
        matches = List.copyOf(matches);
        crisisTeamDays = List.copyOf(crisisTeamDays);
        consultations = List.copyOf(consultations);
    }
}
