package nl.mjpmonitor.ops.sources.zorgveiligheid;

import java.time.LocalDate;
import java.util.List;
import nl.mjpmonitor.ops.sources.generation.Provenance;
import org.jspecify.annotations.Nullable;

/** What the system holds on a day. */
record Counts(
        List<CaseCount> cases,
        List<TrainingCount> trainings,
        List<MeetingCount> meetings,
        List<OutreachCount> outreach,
        List<LevelCount> levels) {

    /** Reports, cases or persons. */
    record CaseCount(Subject subject, Count count) {}

    /**
     * Trained.
     *
     * @param sessions in how many trainings; null is unknown
     */
    record TrainingCount(Training training, @Nullable Integer sessions, Count count) {}

    /** Meetings of a kind. */
    record MeetingCount(String kind, Count count) {}

    /** Guest lessons, or what a phase of a campaign reached. */
    record OutreachCount(String kind, String phase, Count count) {}

    /** How many there are on a day. */
    record LevelCount(String kind, LocalDate asOf, int counted, Provenance provenance) {}

    Counts {
        cases = List.copyOf(cases);
        trainings = List.copyOf(trainings);
        meetings = List.copyOf(meetings);
        outreach = List.copyOf(outreach);
        levels = List.copyOf(levels);
    }

    /** All there was at the end of a day. The same seed gives the same, whatever the last day, but for late news of a month. */
    static Counts generate(long seed, LocalDate lastDay) {
        return new Counts(
                CaseCountGenerator.generate(seed, lastDay),
                TrainingGenerator.generate(seed, lastDay),
                MeetingGenerator.generate(seed, lastDay),
                OutreachGenerator.generate(seed, lastDay),
                LevelGenerator.generate(lastDay));
    }
}
