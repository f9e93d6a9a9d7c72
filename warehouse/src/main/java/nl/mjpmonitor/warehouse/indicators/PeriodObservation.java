package nl.mjpmonitor.warehouse.indicators;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the warehouse holds about one period of one question, before anyone decides what may be told of it.
 *
 * @param keptMonths months of the period that the source has kept
 * @param provenance the weakest of those months; of a level that of its row
 * @param rowCount as {@link Tally#rowCount}
 * @param unknownCount number of contributions whose amount the source does not know
 * @param amount the value; empty when there are no rows to take it from
 * @param isApproximate whether it is an estimate in whole or in part
 * @param isProvisional whether the source calls it provisional in whole or in part
 * @param margin interval of a survey result
 */
record PeriodObservation(
        int keptMonths,
        Provenance provenance,
        long rowCount,
        long unknownCount,
        Optional<BigDecimal> amount,
        boolean isApproximate,
        boolean isProvisional,
        Optional<Margin> margin) {

    /** Whole numbers of which a small one could point at persons; of a lead time the number of rows behind it. */
    OptionalLong disclosableCount(Measure measure) {
        if (measure instanceof Measure.Duration) {
            return OptionalLong.of(rowCount);
        }
        return amount.isPresent()
                ? OptionalLong.of(amount.get().setScale(0, RoundingMode.CEILING).longValue())
                : OptionalLong.empty();
    }
}
