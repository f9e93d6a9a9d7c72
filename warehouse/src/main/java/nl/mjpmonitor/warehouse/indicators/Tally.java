package nl.mjpmonitor.warehouse.indicators;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the rows in a period of a question add up to.
 *
 * @param leaf area of a level, else empty
 * @param rowCount number of rows; of a lead time the complete ones, of counts of the stream the months in which there are any
 * @param unknownCount number of rows whose amount the source does not know
 * @param amount the sum, the number of different identities, the quantile in days or the level; null when no row tells it
 * @param margin interval of a survey result
 * @param isApproximate whether any of the rows is an estimate
 * @param isProvisional whether the source calls any of the rows provisional
 * @param provenance of a level, else unmarked
 */
record Tally(
        String leaf,
        long rowCount,
        long unknownCount,
        @Nullable BigDecimal amount,
        Optional<Margin> margin,
        boolean isApproximate,
        boolean isProvisional,
        Provenance provenance) {

    /** Of counts of the stream. */
    static Tally ofCounts(long monthCount, long unknownCount, long amount) {
        return new Tally(
                "",
                monthCount,
                unknownCount,
                BigDecimal.valueOf(amount),
                Optional.empty(),
                false,
                false,
                Provenance.UNMARKED);
    }
}
