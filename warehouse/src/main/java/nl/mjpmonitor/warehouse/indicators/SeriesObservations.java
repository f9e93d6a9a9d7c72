package nl.mjpmonitor.warehouse.indicators;

import com.clickhouse.client.api.query.GenericRecord;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.mjpmonitor.warehouse.indicators.KeptMonths.Kept;
import org.jspecify.annotations.Nullable;

/** What the warehouse answered to {@link SeriesStatements}. */
final class SeriesObservations {

    private final List<SeriesQuestion> questions;
    private final LeafLevels levels;
    private final Map<Place, Row> counted = new HashMap<>();
    private final Map<Place, List<Row>> leaves = new HashMap<>();
    private final KeptMonths keptMonths = new KeptMonths();

    private record Place(int questionNumber, int windowNumber) {}

    /**
     * Takes the answer in.
     *
     * @param questions the questions of the statement
     * @param levels adds up levels of parts
     * @param rows what the questions count
     * @param kept the months of registers
     */
    SeriesObservations(List<SeriesQuestion> questions, LeafLevels levels, List<Row> rows, List<KeptMonths.Row> kept) {
        this.questions = List.copyOf(questions);
        this.levels = levels;
        rows.forEach(this::add);
        kept.forEach(keptMonths::add);
    }

    /**
     * What is known about a period of a question.
     *
     * @param windowNumber place of the period in the question, counted from 0
     */
    PeriodObservation of(int questionNumber, int windowNumber) {
        SeriesQuestion question = questions.get(questionNumber);
        Place place = new Place(questionNumber, windowNumber);
        boolean isLevel = question.indicator().measure() instanceof Measure.Level;
        Optional<Row> row = isLevel
                ? levels.of(question, windowNumber, leaves.getOrDefault(place, List.of()))
                : Optional.ofNullable(counted.get(place));
        Kept kept = keptMonths.of(question.rows(), question.periods().get(windowNumber));
        boolean isAdded = question.indicator().measure() instanceof Measure.Count
                || question.indicator().measure() instanceof Measure.Distinct;
        return new PeriodObservation(
                kept.months(),
                question.rows().needsMonths() && !isLevel
                        ? kept.provenance()
                        : row.map(Row::provenance).map(Provenance::of).orElse(Provenance.UNMARKED),
                row.map(Row::rowCount).orElse(0L),
                row.map(Row::unknownCount).orElse(0L),
                row.map(found -> amount(question.indicator().measure(), found))
                        .orElseGet(() -> isAdded ? Optional.of(BigDecimal.ZERO) : Optional.empty()),
                row.map(Row::isApproximate).orElse(false),
                row.map(Row::isProvisional).orElse(false),
                row.flatMap(Row::margin));
    }

    private static Optional<BigDecimal> amount(Measure measure, Row row) {
        if (measure instanceof Measure.Duration duration) {
            int place = duration.quantile() == Measure.Quantile.MEDIAN ? 0 : 1;
            return row.rowCount() == 0
                    ? Optional.empty()
                    : Optional.of(BigDecimal.valueOf(row.days().get(place)));
        }
        boolean isAdded = measure instanceof Measure.Count;
        return Optional.ofNullable(row.amount()).or(() -> isAdded ? Optional.of(BigDecimal.ZERO) : Optional.empty());
    }

    private void add(Row row) {
        Place place = new Place(row.questionNumber(), row.windowNumber());
        if (questions.get(row.questionNumber()).indicator().measure() instanceof Measure.Level) {
            leaves.computeIfAbsent(place, any -> new ArrayList<>()).add(row);
        } else {
            counted.put(place, row);
        }
    }

    /**
     * What the rows in a window of a question add up to.
     *
     * @param leaf area of a level, else empty
     * @param days quantiles of a lead time, else empty
     */
    record Row(
            int questionNumber,
            int windowNumber,
            String leaf,
            long rowCount,
            long unknownCount,
            @Nullable BigDecimal amount,
            List<Double> days,
            Optional<Margin> margin,
            boolean isApproximate,
            boolean isProvisional,
            String provenance) {

        /** A row of {@code series_of_stream.sql}. */
        static Row ofStream(GenericRecord row) {
            return new Row(
                    row.getInteger("question_no"),
                    row.getInteger("window_no"),
                    "",
                    row.getLong("row_count"),
                    row.getLong("unknown_count"),
                    BigDecimal.valueOf(row.getLong("amount")),
                    List.of(),
                    Optional.empty(),
                    false,
                    false,
                    "");
        }

        /** A row of {@code series_of_casework.sql} for a question with this measure. */
        static Row ofCasework(GenericRecord row, Measure measure) {
            if (measure instanceof Measure.Level) {
                return ofLevel(row);
            }
            long rows = row.getLong("row_count");
            return new Row(
                    row.getInteger("question_no"),
                    row.getInteger("window_no"),
                    "",
                    measure instanceof Measure.Duration ? row.getLong("day_count") : rows,
                    rows - row.getLong("amount_count"),
                    measure instanceof Measure.Distinct
                            ? BigDecimal.valueOf(row.getLong("identity_count"))
                            : row.getBigDecimal("amount"),
                    row.<Double>getList("days"),
                    Optional.empty(),
                    row.getBoolean("is_approximate"),
                    row.getBoolean("is_provisional"),
                    "");
        }

        private static Row ofLevel(GenericRecord row) {
            Object[] newest = row.<Object[]>getList("newest").get(0);
            long rows = row.getLong("row_count");
            return new Row(
                    row.getInteger("question_no"),
                    row.getInteger("window_no"),
                    row.getString("leaf_code"),
                    rows,
                    rows - row.getLong("amount_count"),
                    (BigDecimal) newest[0],
                    List.of(),
                    margin((BigDecimal) newest[1], (BigDecimal) newest[2]),
                    isSet(newest[3]),
                    isSet(newest[4]),
                    (String) newest[5]);
        }

        private static boolean isSet(Object flag) {
            return ((Number) flag).intValue() != 0;
        }

        private static Optional<Margin> margin(@Nullable BigDecimal lower, @Nullable BigDecimal upper) {
            return lower == null || upper == null
                    ? Optional.empty()
                    : Optional.of(new Margin(Decimals.plain(lower), Decimals.plain(upper)));
        }
    }
}
