package nl.mjpmonitor.warehouse.indicators;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.mjpmonitor.warehouse.facts.Condition;
import nl.mjpmonitor.warehouse.facts.Fact;

/**
 * The way of an indicator from the tables of its sources to the catalogue. It follows from the entry and its facts alone, so it
 * cannot say anything else than what is counted.
 *
 * @param entry path of the entry in the catalogue
 * @param strands one for each count it is made of; of a ratio first those of what is divided
 */
public record Lineage(String entry, List<Strand> strands) {

    /** Table of the warehouse with the changes of all rows, of which every other table is made. */
    public static final String CHANGE_LOG = "raw.change_event";

    private static final String STREAMED_COUNTS = "mart.monthly_count";
    private static final String CASEWORK = "core.casework_change";

    public Lineage {
        strands = List.copyOf(strands);
    }

    /**
     * One count.
     *
     * @param indicator the indicator that counts it
     * @param fact what is counted
     * @param columns columns of the table that decide what is counted, when and where, in alphabetical order
     * @param measures measures of the stream that are added up; empty for rows that are counted at the moment of asking
     */
    public record Strand(IndicatorId indicator, Fact fact, List<String> columns, List<String> measures) {

        public Strand {
            columns = List.copyOf(columns);
            measures = List.copyOf(measures);
        }

        /** Table of the warehouse that is read for it. */
        public String readFrom() {
            return measures.isEmpty() ? CASEWORK : STREAMED_COUNTS;
        }
    }

    /**
     * The way of an indicator.
     *
     * @param find finds the parts of a ratio; a part that is not found has no strand
     */
    public static Lineage of(Indicator indicator, Function<IndicatorId, Optional<Indicator>> find) {
        return new Lineage(
                "catalogue/" + indicator.theme() + "/" + indicator.id() + ".yaml",
                strands(indicator, find).toList());
    }

    private static Stream<Strand> strands(Indicator indicator, Function<IndicatorId, Optional<Indicator>> find) {
        if (indicator.measure() instanceof Measure.Ratio ratio) {
            return Stream.of(ratio.of(), ratio.to())
                    .flatMap(part -> find.apply(part).stream())
                    .flatMap(part -> strands(part, find));
        }
        return indicator.measure().source().stream()
                .map(rows ->
                        new Strand(indicator.id(), rows.fact(), columns(indicator.measure(), rows), rows.measures()));
    }

    private static List<String> columns(Measure measure, FactReference rows) {
        Fact fact = rows.fact();
        TreeSet<String> columns = new TreeSet<>();
        columns.add(fact.date());
        fact.area().ifPresent(columns::add);
        fact.amount().ifPresent(columns::add);
        Stream.of(rows.conditions(), fact.approximate(), fact.provisional())
                .flatMap(List::stream)
                .map(Condition::column)
                .forEach(columns::add);
        fact.streamed().ifPresent(streamed -> columns.add(streamed.category()));
        fact.margin().ifPresent(margin -> columns.addAll(List.of(margin.lower(), margin.upper())));
        if (measure instanceof Measure.Distinct distinct) {
            columns.add(distinct.identity());
        } else if (measure instanceof Measure.Duration duration) {
            fact.leadTime(duration.leadTime())
                    .ifPresent(leadTime -> columns.addAll(List.of(leadTime.from(), leadTime.to())));
        }
        return List.copyOf(columns);
    }
}
