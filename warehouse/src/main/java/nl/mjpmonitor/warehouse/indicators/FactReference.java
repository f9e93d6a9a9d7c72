package nl.mjpmonitor.warehouse.indicators;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.mjpmonitor.warehouse.facts.Condition;
import nl.mjpmonitor.warehouse.facts.Coverage;
import nl.mjpmonitor.warehouse.facts.Fact;

/**
 * Which rows of a fact are counted.
 *
 * @param fact the fact
 * @param chosen the values chosen, by category
 * @param register register whose months decide between zero and unknown; empty for that of the fact
 */
public record FactReference(Fact fact, List<Condition> chosen, Optional<String> register) {

    public FactReference {
        chosen = List.copyOf(chosen);
    }

    /** Everything a row must be: what the fact asks of all, and what was chosen. */
    public List<Condition> conditions() {
        return Stream.concat(fact.where().stream(), chosen.stream()).toList();
    }

    /** The measures of the stream to add up; none for rows that are counted at the moment of asking. */
    public List<String> measures() {
        return fact.streamed().stream()
                .flatMap(streamed -> values(streamed.category()).map(streamed::of))
                .toList();
    }

    /** All registers that must have been kept in a month for it to be known; none when no months are needed. */
    public List<String> registers() {
        return switch (fact.coverage()) {
            case DELIVERIES -> values(fact.streamed().orElseThrow().category()).toList();
            case REGISTERS -> register.or(fact::register).stream().toList();
        };
    }

    /** Whether the system says which months it kept; otherwise every row speaks for itself. */
    public boolean needsMonths() {
        return fact.coverage() == Coverage.DELIVERIES
                || register.or(fact::register).isPresent();
    }

    /** The table in which the system says which months it kept. */
    String monthsTable() {
        return switch (fact.coverage()) {
            case DELIVERIES -> KeptMonths.DELIVERIES;
            case REGISTERS -> KeptMonths.REGISTERS;
        };
    }

    private Stream<String> values(String category) {
        return chosen.stream()
                .filter(condition -> condition.column().equals(category))
                .findFirst()
                .map(Condition::values)
                .orElseGet(() -> fact.category(category).orElseThrow().values())
                .stream();
    }
}
