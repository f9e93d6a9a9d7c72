package nl.mjpmonitor.streaming.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import nl.mjpmonitor.streaming.detection.DetectedRow;
import nl.mjpmonitor.warehouse.rows.CaseStepStateRow;
import nl.mjpmonitor.warehouse.rows.ChangeEventRow;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How the steps of cases are written in the warehouse. */
final class CaseRows {

    /** Table of {@link DetectedRow#SYSTEM} with a row for each step of a case. */
    static final String TABLE = "case_step_state";

    private final JsonMapper mapper = JsonMapper.builder().build();

    CaseStepStateRow state(String caseKey, CaseStep step, Instant knownAt, long changeCount) {
        return new CaseStepStateRow(
                caseKey,
                step.rowKey(),
                step.step(),
                step.passNumber(),
                step.areaCode(),
                step.enteredOn().toEpochDay(),
                epochDay(step.leftOn()),
                epochDay(step.stagnatesOn()),
                step.normDays(),
                String.join(",", step.outcomes()),
                step.isWithdrawn(),
                knownAt.toEpochMilli(),
                changeCount);
    }

    /** A row counts as stagnation from the day on which the step takes longer than its norm. */
    ChangeEventRow fact(CaseStep step, Instant knownAt, long changeCount) {
        ObjectNode row = mapper.createObjectNode();
        row.put("step", step.step());
        row.put("pass_number", step.passNumber());
        row.put("buurt_code", step.areaCode());
        row.put("entered_on", step.enteredOn().toString());
        row.put("left_on", step.leftOn().map(LocalDate::toString).orElse(null));
        row.put("stagnates_on", step.stagnatesOn().map(LocalDate::toString).orElse(null));
        row.put("norm_days", step.normDays());
        row.put("is_withdrawn", step.isWithdrawn());
        return DetectedRow.of(TABLE, step.rowKey(), mapper.writeValueAsString(row), knownAt, changeCount);
    }

    private static @Nullable Long epochDay(Optional<LocalDate> day) {
        return day.map(LocalDate::toEpochDay).orElse(null);
    }
}
