package nl.mjpmonitor.ingest.opendata;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * When a figure is provisional. The police call every period definitive, also the newest; Statistics Netherlands marks periods.
 *
 * @param newestMonths a period is provisional when it ends in one of this many newest months of the table
 * @param trustSource whether a mark of the source makes a period provisional as well
 */
record ProvisionalRule(
        @JsonProperty("newestMonths") int newestMonths,
        @JsonProperty("trustSource") boolean trustSource) {
    private static final int MOST_MONTHS = 36;

    static final ProvisionalRule AS_THE_SOURCE_SAYS = new ProvisionalRule(0, true);

    ProvisionalRule {
        if (newestMonths < 0 || newestMonths > MOST_MONTHS) {
            throw new IllegalArgumentException(
                    "'newestMonths' is " + newestMonths + ", it must be 0 to " + MOST_MONTHS);
        }
    }

    /**
     * Whether the figures of a period are provisional.
     *
     * @param newest the last month that the table reaches, null when it has no periods
     * @param isMarked whether the source marks the period
     */
    boolean isProvisional(PeriodCode period, @Nullable YearMonth newest, boolean isMarked) {
        return (trustSource && isMarked)
                || (newest != null && period.lastMonth().isAfter(newest.minusMonths(newestMonths)));
    }
}
