package nl.mjpmonitor.warehouse.indicators;

import com.clickhouse.client.api.query.GenericRecord;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.mjpmonitor.warehouse.indicators.KeptMonths.Kept;
import org.jspecify.annotations.Nullable;

/** What the warehouse answered to a {@link SeriesStatement}. */
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
     */
    SeriesObservations(List<SeriesQuestion> questions, LeafLevels levels, List<Row> rows) {
        this.questions = List.copyOf(questions);
        this.levels = levels;
        rows.forEach(this::add);
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
        switch (row.kind()) {
            case "months" -> keptMonths.add(row.system(), row.register(), row.months());
            case "level" ->
                leaves.computeIfAbsent(place, any -> new ArrayList<>()).add(row);
            case "counted" -> counted.put(place, row);
            default -> throw new IllegalStateException("The answer has a row of kind " + row.kind());
        }
    }

    /** A row of the answer; the statement says what it means. */
    record Row(
            String kind,
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
            String provenance,
            String system,
            String register,
            List<Long> months) {

        static Row of(GenericRecord row) {
            boolean isMonths = row.getString("row_kind").equals("months");
            return new Row(
                    row.getString("row_kind"),
                    row.getInteger("question_no"),
                    row.getInteger("window_no"),
                    row.getString("leaf_code"),
                    row.getLong("row_count"),
                    row.getLong("unknown_count"),
                    row.getBigDecimal("amount"),
                    isMonths ? List.of() : row.<Double>getList("days"),
                    margin(row),
                    row.getBoolean("is_approximate"),
                    row.getBoolean("is_provisional"),
                    row.getString("provenance"),
                    row.getString("source_system"),
                    row.getString("register"),
                    isMonths ? Arrays.stream(row.getLongArray("months")).boxed().toList() : List.of());
        }

        private static Optional<Margin> margin(GenericRecord row) {
            BigDecimal lower = row.getBigDecimal("lower");
            BigDecimal upper = row.getBigDecimal("upper");
            return lower == null || upper == null
                    ? Optional.empty()
                    : Optional.of(new Margin(Decimals.plain(lower), Decimals.plain(upper)));
        }
    }
}
