package nl.mjpmonitor.warehouse.indicators;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A row of casework that counts for an indicator.
 *
 * @param leaf the smallest area it lies in
 * @param day the day it counts on
 * @param key primary key, which tells apart levels of one day
 * @param amount what it adds; null when the source does not know
 * @param identity what is counted once; null when it has none, or none is asked
 * @param leadTime whole days; null while it goes on, or when none is asked
 * @param margin interval of a survey result
 * @param isApproximate whether the amount is an estimate
 * @param isProvisional whether the source calls the amount provisional
 * @param provenance what of it follows from a published figure
 */
record CountedRow(
        String leaf,
        LocalDate day,
        String key,
        @Nullable BigDecimal amount,
        @Nullable String identity,
        @Nullable Integer leadTime,
        Optional<Margin> margin,
        boolean isApproximate,
        boolean isProvisional,
        Provenance provenance) {}
