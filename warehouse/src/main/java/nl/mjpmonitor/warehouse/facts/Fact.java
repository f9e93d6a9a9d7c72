package nl.mjpmonitor.warehouse.facts;

import java.util.List;
import java.util.Optional;
import nl.mjpmonitor.warehouse.catalogue.LocalizedText;

/**
 * One kind of thing that can be counted. All columns are those of the captured rows of {@code table}.
 *
 * @param id the id
 * @param schema schema of the table in the source
 * @param table table of the source, without schema
 * @param derivedFrom topics of the captured tables that the stream makes the table from; empty for a captured table
 * @param counts what one row is: a Dutch noun, singular
 * @param name name as readers see it
 * @param date column with the day or month it counts in; a row without it does not count
 * @param area column with the area; empty when it is known for the municipality only
 * @param addsUpOverAreas whether a level of a larger area may be added up from its parts when it has none of its own
 * @param where what a row must be to count at all
 * @param amount column to add up, where null is unknown; empty when every row counts 1
 * @param approximate conditions under which the amount is an estimate, any of them; empty when it never is
 * @param provisional conditions under which the source calls the amount provisional, any of them; empty when it never does
 * @param coverage where the system says which months it kept
 * @param register register whose months decide between zero and unknown; empty for a fact that needs no months
 * @param categories columns by which an entry may choose rows
 * @param identities columns whose different values may be counted
 * @param leadTimes lead times that may be asked
 * @param margin limits of the interval of a survey result; empty when there are none
 * @param streamed how the stream names what it counted; empty for rows that are counted at the moment of asking
 */
public record Fact(
        FactId id,
        String schema,
        String table,
        List<String> derivedFrom,
        String counts,
        LocalizedText name,
        String date,
        Optional<String> area,
        boolean addsUpOverAreas,
        List<Condition> where,
        Optional<String> amount,
        List<Condition> approximate,
        List<Condition> provisional,
        Coverage coverage,
        Optional<String> register,
        List<Category> categories,
        List<String> identities,
        List<LeadTime> leadTimes,
        Optional<MarginColumns> margin,
        Optional<StreamedMeasure> streamed) {

    public Fact {
        derivedFrom = List.copyOf(derivedFrom);
        where = List.copyOf(where);
        approximate = List.copyOf(approximate);
        provisional = List.copyOf(provisional);
        categories = List.copyOf(categories);
        identities = List.copyOf(identities);
        leadTimes = List.copyOf(leadTimes);
    }

    /** Topics in which the changes arrive that it follows from; the contracts of their tables are named after them. */
    public List<String> topics() {
        return derivedFrom.isEmpty() ? List.of(id.system() + "." + schema + "." + table) : derivedFrom;
    }

    /** The category on this column; empty when rows cannot be chosen by it. */
    public Optional<Category> category(String column) {
        return categories.stream()
                .filter(category -> category.column().equals(column))
                .findFirst();
    }

    /** The lead time of this name. */
    public Optional<LeadTime> leadTime(String name) {
        return leadTimes.stream()
                .filter(leadTime -> leadTime.name().equals(name))
                .findFirst();
    }
}
