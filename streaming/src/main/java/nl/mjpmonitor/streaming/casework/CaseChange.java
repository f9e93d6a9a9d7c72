package nl.mjpmonitor.streaming.casework;

import java.time.Instant;
import nl.mjpmonitor.streaming.change.ChangeVersion;
import nl.mjpmonitor.streaming.detection.HeldChanges;
import org.jspecify.annotations.Nullable;

/**
 * A new stand of one row of a case. Days are in days since 1970-01-01.
 *
 * @param caseKey pseudonym of the case
 * @param kind which table the row is of
 * @param rowKey primary key of the row as JSON
 * @param version orders the stands of the row
 * @param knownAt moment the warehouse took it in
 * @param isGone whether the row was withdrawn, deleted, or belongs to another case now
 * @param step step of a step or an outcome; empty for a file
 * @param passNumber time through the step; 0 for a file
 * @param areaCode buurt
 * @param fromEpochDay day of opening, entering or deciding
 * @param toEpochDay day of closing or leaving; null while it goes on
 * @param outcome outcome; empty for others
 */
public record CaseChange(
        String caseKey,
        CaseRowKind kind,
        String rowKey,
        ChangeVersion version,
        Instant knownAt,
        boolean isGone,
        String step,
        int passNumber,
        String areaCode,
        long fromEpochDay,
        @Nullable Long toEpochDay,
        String outcome)
        implements HeldChanges.Change {

    CaseChange gone(ChangeVersion since, Instant gone) {
        return new CaseChange(
                caseKey,
                kind,
                rowKey,
                since,
                gone,
                true,
                step,
                passNumber,
                areaCode,
                fromEpochDay,
                toEpochDay,
                outcome);
    }
}
