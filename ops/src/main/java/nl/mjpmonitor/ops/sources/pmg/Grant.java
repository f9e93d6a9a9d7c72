package nl.mjpmonitor.ops.sources.pmg;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import nl.mjpmonitor.ops.sources.generation.Provenance;
import org.jspecify.annotations.Nullable;

/** The grant: what was awarded for which period, and what was booked on it. */
record Grant(List<Budget> budgets, List<Booking> bookings) {
    /**
     * An amount for a period.
     *
     * @param year of the budget it stands in; null when it is for several years
     * @param amountInEuros null is unknown
     * @param isPeriodDerived whether only the year was published
     * @param knownOn since when it is in the administration
     */
    record Budget(
            String scheme,
            LocalDate validFrom,
            LocalDate validTo,
            @Nullable Integer year,
            @Nullable Integer amountInEuros,
            boolean isPeriodDerived,
            Provenance provenance,
            LocalDate knownOn) {}

    /**
     * An amount booked in a month.
     *
     * @param correctedMonth the month whose booking it corrects; null for a booking
     */
    record Booking(
            String scheme,
            Front front,
            YearMonth month,
            @Nullable YearMonth correctedMonth,
            int amountInEuros,
            boolean isWithdrawn) {}

    Grant {
        budgets = List.copyOf(budgets);
        bookings = List.copyOf(bookings);
    }
}
