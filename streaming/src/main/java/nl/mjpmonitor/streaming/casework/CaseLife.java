package nl.mjpmonitor.streaming.casework;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.mjpmonitor.warehouse.thresholds.StepNorms;
import org.jspecify.annotations.Nullable;

/** How all steps of a case stand, given the stands of its rows. It depends on the set of stands alone, not on their order. */
final class CaseLife {

    /** One row of the case. */
    private record RowId(CaseRowKind kind, String key) {}

    private CaseLife() {}

    /** The steps, by the day on which the case came to them. */
    static List<CaseStep> steps(Collection<CaseChange> changes, StepNorms norms) {
        Map<RowId, CaseChange> newest = new HashMap<>();
        changes.forEach(change -> newest.merge(
                new RowId(change.kind(), change.rowKey()),
                change,
                (one, other) -> one.version().compareTo(other.version()) >= 0 ? one : other));
        Optional<CaseChange> file = newest.values().stream()
                .filter(change -> change.kind() == CaseRowKind.FILE)
                .findFirst();
        return newest.values().stream()
                .filter(change -> change.kind() == CaseRowKind.STEP)
                .map(change -> step(change, file, newest.values(), norms))
                .sorted(Comparator.comparing(CaseStep::enteredOn).thenComparing(CaseStep::rowKey))
                .toList();
    }

    private static CaseStep step(
            CaseChange step, Optional<CaseChange> file, Collection<CaseChange> rows, StepNorms norms) {
        LocalDate enteredOn = LocalDate.ofEpochDay(step.fromEpochDay());
        Optional<LocalDate> leftOn = day(step.toEpochDay()).or(() -> file.flatMap(row -> day(row.toEpochDay())));
        int norm = norms.of(step.step());
        LocalDate beyond = enteredOn.plusDays(norm + 1L);
        return new CaseStep(
                step.rowKey(),
                step.step(),
                step.passNumber(),
                step.areaCode(),
                enteredOn,
                leftOn,
                leftOn.filter(left -> left.isBefore(beyond)).isPresent() ? Optional.empty() : Optional.of(beyond),
                norm,
                rows.stream()
                        .filter(row -> row.kind() == CaseRowKind.OUTCOME
                                && !row.isGone()
                                && row.step().equals(step.step())
                                && row.passNumber() == step.passNumber())
                        .map(CaseChange::outcome)
                        .distinct()
                        .sorted()
                        .toList(),
                step.isGone() || file.filter(CaseChange::isGone).isPresent());
    }

    private static Optional<LocalDate> day(@Nullable Long epochDay) {
        return Optional.ofNullable(epochDay).map(LocalDate::ofEpochDay);
    }
}
