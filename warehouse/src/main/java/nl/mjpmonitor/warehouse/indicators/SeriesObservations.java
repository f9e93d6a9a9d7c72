package nl.mjpmonitor.warehouse.indicators;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.mjpmonitor.warehouse.indicators.KeptMonths.Kept;
import nl.mjpmonitor.warehouse.periods.Period;

/** What the warehouse answered to {@link SeriesStatements}. */
final class SeriesObservations {

    private final Tallies counts;
    private final Tallies casework;
    private final KeptMonths keptMonths;
    private final LeafLevels levels;

    /**
     * Takes the answer in.
     *
     * @param counts what the stream counted
     * @param casework what is counted of rows
     * @param keptMonths the months of registers
     * @param levels adds up levels of parts
     */
    SeriesObservations(Tallies counts, Tallies casework, KeptMonths keptMonths, LeafLevels levels) {
        this.counts = counts;
        this.casework = casework;
        this.keptMonths = keptMonths;
        this.levels = levels;
    }

    /** What is known about each period of a question, in their order. */
    List<PeriodObservation> of(SeriesQuestion question) {
        boolean isStreamed = question.rows().fact().streamed().isPresent();
        List<List<Tally>> tallies = (isStreamed ? counts : casework).of(question);
        List<PeriodObservation> observed = new ArrayList<>(tallies.size());
        for (int place = 0; place < tallies.size(); place++) {
            observed.add(observation(question, question.periods().get(place), tallies.get(place)));
        }
        return observed;
    }

    private PeriodObservation observation(SeriesQuestion question, Period period, List<Tally> tallies) {
        Measure measure = question.indicator().measure();
        boolean isLevel = measure instanceof Measure.Level;
        Optional<Tally> tally = isLevel
                ? levels.of(question, period, tallies)
                : tallies.stream().findFirst();
        Kept kept = keptMonths.of(question.rows(), period);
        return new PeriodObservation(
                kept.months(),
                question.rows().needsMonths() && !isLevel
                        ? kept.provenance()
                        : tally.map(Tally::provenance).orElse(Provenance.UNMARKED),
                tally.map(Tally::rowCount).orElse(0L),
                tally.map(Tally::unknownCount).orElse(0L),
                amount(measure, tally),
                tally.map(Tally::isApproximate).orElse(false),
                tally.map(Tally::isProvisional).orElse(false),
                tally.flatMap(Tally::margin));
    }

    /** No rows add up to zero, and so do rows of which no amount is known. */
    private static Optional<BigDecimal> amount(Measure measure, Optional<Tally> tally) {
        boolean isAdded = measure instanceof Measure.Count || measure instanceof Measure.Distinct;
        return tally.flatMap(found -> Optional.ofNullable(found.amount()))
                .or(() -> isAdded ? Optional.of(BigDecimal.ZERO) : Optional.empty());
    }
}
