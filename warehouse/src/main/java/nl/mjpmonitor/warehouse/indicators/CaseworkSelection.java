package nl.mjpmonitor.warehouse.indicators;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.facts.Condition;
import nl.mjpmonitor.warehouse.facts.Fact;
import nl.mjpmonitor.warehouse.facts.LeadTime;
import nl.mjpmonitor.warehouse.facts.MarginColumns;
import org.jspecify.annotations.Nullable;

/**
 * Which of some rows of casework an indicator counts. A date, an amount or a limit that is none is null, never another one.
 */
final class CaseworkSelection {

    private static final String PROVENANCE = "provenance";
    private static final int MOST_DIGITS = 34;

    private final CaseworkRows rows;
    private final AreaCode municipality;
    private final Fact fact;
    private final int day;
    private final int area;
    private final int amount;
    private final int identity;
    private final int from;
    private final int to;
    private final int lower;
    private final int upper;
    private final int provenance;
    private final List<Held> conditions;
    private final List<Held> approximate;
    private final List<Held> provisional;

    /**
     * Looks up the columns.
     *
     * @param question a question for the indicator
     * @param rows rows of the table that it counts
     * @param municipality area of facts that are known for the municipality only
     */
    CaseworkSelection(SeriesQuestion question, CaseworkRows rows, AreaCode municipality) {
        this.rows = rows;
        this.municipality = municipality;
        this.fact = question.rows().fact();
        Measure measure = question.indicator().measure();
        this.day = rows.column(fact.date());
        this.area = column(fact.area());
        this.amount = column(fact.amount());
        this.identity = column(identity(measure));
        this.from = column(leadTime(measure, fact).map(LeadTime::from));
        this.to = column(leadTime(measure, fact).map(LeadTime::to));
        this.lower = column(fact.margin().map(MarginColumns::lower));
        this.upper = column(fact.margin().map(MarginColumns::upper));
        this.provenance = rows.column(PROVENANCE);
        this.conditions = held(question.rows().conditions());
        this.approximate = held(fact.approximate());
        this.provisional = held(fact.provisional());
    }

    /** The columns that are read to answer for an indicator. */
    static Stream<String> columns(SeriesQuestion question) {
        Fact fact = question.rows().fact();
        Measure measure = question.indicator().measure();
        Stream<Condition> conditions = Stream.of(question.rows().conditions(), fact.approximate(), fact.provisional())
                .flatMap(List::stream);
        Stream<Optional<String>> others = Stream.of(
                fact.area(),
                fact.amount(),
                identity(measure),
                leadTime(measure, fact).map(LeadTime::from),
                leadTime(measure, fact).map(LeadTime::to),
                fact.margin().map(MarginColumns::lower),
                fact.margin().map(MarginColumns::upper));
        return Stream.of(
                        Stream.of(fact.date(), PROVENANCE),
                        conditions.map(Condition::column),
                        others.flatMap(Optional::stream))
                .flatMap(Function.identity());
    }

    /** The rows that count. */
    List<CountedRow> selected() {
        List<CountedRow> selected = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            if (all(conditions, row)) {
                LocalDate on = rows.day(row, day);
                if (on != null) {
                    selected.add(row(row, on));
                }
            }
        }
        return selected;
    }

    private CountedRow row(int row, LocalDate on) {
        String leaf = fact.area().isEmpty() ? municipality.value() : rows.value(row, area);
        String word = rows.value(row, provenance);
        return new CountedRow(
                leaf == null ? "" : leaf,
                on,
                rows.keys().get(row),
                fact.amount().isEmpty() ? BigDecimal.ONE : decimal(rows.value(row, amount)),
                rows.value(row, identity),
                days(rows.day(row, from), rows.day(row, to)),
                margin(decimal(rows.value(row, lower)), decimal(rows.value(row, upper))),
                any(approximate, row),
                any(provisional, row),
                word == null ? Provenance.UNMARKED : Provenance.of(word));
    }

    private static @Nullable Integer days(@Nullable LocalDate first, @Nullable LocalDate last) {
        return first == null || last == null ? null : Math.toIntExact(ChronoUnit.DAYS.between(first, last));
    }

    private static Optional<Margin> margin(@Nullable BigDecimal lower, @Nullable BigDecimal upper) {
        return lower == null || upper == null
                ? Optional.empty()
                : Optional.of(new Margin(Decimals.plain(lower), Decimals.plain(upper)));
    }

    /** What lies behind four decimals is cut off; more digits than any amount has are no amount. */
    private static @Nullable BigDecimal decimal(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            BigDecimal decimal = new BigDecimal(text);
            boolean isAmount = decimal.scale() <= MOST_DIGITS && decimal.precision() - decimal.scale() <= MOST_DIGITS;
            return isAmount ? decimal.setScale(Decimals.DECIMALS, RoundingMode.DOWN) : null;
        } catch (NumberFormatException none) {
            return null;
        }
    }

    private int column(Optional<String> name) {
        return name.map(rows::column).orElse(-1);
    }

    private static Optional<String> identity(Measure measure) {
        return measure instanceof Measure.Distinct distinct ? Optional.of(distinct.identity()) : Optional.empty();
    }

    private static Optional<LeadTime> leadTime(Measure measure, Fact fact) {
        return measure instanceof Measure.Duration duration ? fact.leadTime(duration.leadTime()) : Optional.empty();
    }

    private List<Held> held(List<Condition> conditions) {
        return conditions.stream()
                .map(condition -> new Held(rows.column(condition.column()), condition.values()))
                .toList();
    }

    private boolean all(List<Held> conditions, int row) {
        for (Held condition : conditions) {
            if (!condition.by(rows, row)) {
                return false;
            }
        }
        return true;
    }

    private boolean any(List<Held> conditions, int row) {
        for (Held condition : conditions) {
            if (condition.by(rows, row)) {
                return true;
            }
        }
        return false;
    }

    /** A condition, with the place of its column. */
    private record Held(int column, List<String> values) {

        boolean by(CaseworkRows rows, int row) {
            String value = rows.value(row, column);
            return value != null && (values.contains(value) || values.contains(Condition.ANY));
        }
    }
}
