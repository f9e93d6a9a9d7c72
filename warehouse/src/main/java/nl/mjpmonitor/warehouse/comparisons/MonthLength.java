package nl.mjpmonitor.warehouse.comparisons;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.YearMonth;

/** Corrects a monthly count for the length of the month, so that months of one chart can be compared. */
public final class MonthLength {

    private static final BigDecimal DAYS_IN_MEAN_MONTH =
            new BigDecimal("365.25").divide(BigDecimal.valueOf(12), MathContext.DECIMAL64);

    private MonthLength() {}

    /** The count as it would have been in a mean month of 365.25 / 12 days, with one decimal. */
    public static BigDecimal corrected(long count, YearMonth month) {
        return BigDecimal.valueOf(count)
                .multiply(DAYS_IN_MEAN_MONTH)
                .divide(BigDecimal.valueOf(month.lengthOfMonth()), 1, RoundingMode.HALF_UP);
    }
}
