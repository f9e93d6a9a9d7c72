package nl.mjpmonitor.warehouse.indicators;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import nl.mjpmonitor.warehouse.statistics.LeadTimes;
import org.jspecify.annotations.Nullable;

/** Adds up rows of casework, one by one. */
final class RunningTally {

    private static final Comparator<CountedRow> BY_AGE =
            Comparator.comparing(CountedRow::day).thenComparing(CountedRow::key);

    private final String leaf;
    private final Set<String> identities = new HashSet<>();
    private final List<Integer> leadTimes = new ArrayList<>();
    private long rowCount;
    private long amountCount;
    private BigDecimal sum = BigDecimal.ZERO;
    private boolean isApproximate;
    private boolean isProvisional;
    private @Nullable CountedRow newest;

    /**
     * Begins at nothing.
     *
     * @param leaf area of a level, else empty
     */
    RunningTally(String leaf) {
        this.leaf = leaf;
    }

    void add(CountedRow row) {
        rowCount++;
        if (row.amount() != null) {
            amountCount++;
            sum = sum.add(row.amount());
        }
        if (row.identity() != null) {
            identities.add(row.identity());
        }
        if (row.leadTime() != null) {
            leadTimes.add(row.leadTime());
        }
        isApproximate |= row.isApproximate();
        isProvisional |= row.isProvisional();
        if (newest == null || BY_AGE.compare(row, newest) > 0) {
            newest = row;
        }
    }

    /** What it comes to for a measure. */
    Tally of(Measure measure) {
        if (measure instanceof Measure.Level && newest != null) {
            return new Tally(
                    leaf,
                    rowCount,
                    rowCount - amountCount,
                    newest.amount(),
                    newest.margin(),
                    newest.isApproximate(),
                    newest.isProvisional(),
                    newest.provenance());
        }
        return new Tally(
                leaf,
                measure instanceof Measure.Duration ? leadTimes.size() : rowCount,
                rowCount - amountCount,
                amount(measure),
                Optional.empty(),
                isApproximate,
                isProvisional,
                Provenance.UNMARKED);
    }

    private @Nullable BigDecimal amount(Measure measure) {
        if (measure instanceof Measure.Distinct) {
            return BigDecimal.valueOf(identities.size());
        } else if (measure instanceof Measure.Duration duration) {
            LeadTimes times = new LeadTimes(leadTimes);
            OptionalDouble days =
                    duration.quantile() == Measure.Quantile.MEDIAN ? times.median() : times.ninetyPercent();
            return days.isPresent() ? BigDecimal.valueOf(days.getAsDouble()) : null;
        }
        return amountCount == 0 ? null : sum;
    }
}
