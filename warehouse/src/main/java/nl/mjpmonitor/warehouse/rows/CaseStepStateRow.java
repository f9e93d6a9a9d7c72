package nl.mjpmonitor.warehouse.rows;

import org.jspecify.annotations.Nullable;

/**
 * How one step of a case stands, as known from a moment on, for {@code mart.case_step_state}. Days are in days since 1970-01-01.
 *
 * @param caseKey pseudonym of the case
 * @param stepKey primary key of the step as JSON
 * @param step {@code lwo}, {@code atom}, {@code mot} or {@code riec}
 * @param passNumber 1 the first time through; more after each reopening
 * @param areaCode buurt of the case
 * @param enteredOnEpochDay day on which the case came to the step
 * @param leftOnEpochDay day on which the step was done, or the case closed; null while it goes on
 * @param stagnatesOnEpochDay first day on which it takes, took or will take longer than its norm; null when it was left in time
 * @param normDays days that the step may take
 * @param outcomes outcomes of the step in this pass, in alphabetical order with commas between them
 * @param isWithdrawn whether the step, or its case, was registered by mistake or is gone
 * @param knownAtMillis moment from which the warehouse knew this, epoch milliseconds
 * @param changeCount number of changes of the case known up to {@code knownAtMillis}: of two rows for the same step and moment the
 *     one with the higher number counts
 */
public record CaseStepStateRow(
        String caseKey,
        String stepKey,
        String step,
        int passNumber,
        String areaCode,
        long enteredOnEpochDay,
        @Nullable Long leftOnEpochDay,
        @Nullable Long stagnatesOnEpochDay,
        int normDays,
        String outcomes,
        boolean isWithdrawn,
        long knownAtMillis,
        long changeCount)
        implements WarehouseRow {

    @Override
    public WarehouseTable table() {
        return WarehouseTable.CASE_STEP_STATE;
    }
}
