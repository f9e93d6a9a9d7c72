package nl.mjpmonitor.warehouse.indicators;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.areas.AreaKind;
import nl.mjpmonitor.warehouse.areas.Areas;
import nl.mjpmonitor.warehouse.periods.Period;

/**
 * The level of an area: its own row, else, where the fact allows, those of its parts together. When a part lacks, the
 * level of the whole is not known.
 */
final class LeafLevels {

    private final Areas areas;

    LeafLevels(Areas areas) {
        this.areas = areas;
    }

    Optional<Tally> of(SeriesQuestion question, Period period, List<Tally> leaves) {
        AreaCode area = question.request().area();
        Optional<Tally> own = leaves.stream()
                .filter(tally -> tally.leaf().equals(area.value()))
                .findFirst();
        if (own.isPresent() || !question.rows().fact().addsUpOverAreas()) {
            return own;
        }
        LocalDate day = period.firstMonth().atDay(1);
        Set<String> parts = parts(area, day);
        List<Tally> tallies =
                leaves.stream().filter(tally -> parts.contains(tally.leaf())).toList();
        boolean isComplete = !parts.isEmpty()
                && tallies.size() == parts.size()
                && tallies.stream().noneMatch(tally -> tally.amount() == null);
        return isComplete ? Optional.of(sum(tallies)) : Optional.empty();
    }

    /** Nobody lives in the remainder. */
    private Set<String> parts(AreaCode area, LocalDate day) {
        return areas.find(area).map(Area::kind).stream()
                .flatMap(kind -> areas.division(kind).leaves(area, day).stream())
                .filter(leaf -> !leaf.equals(area))
                .filter(leaf -> areas.find(leaf)
                        .filter(found -> found.kind() == AreaKind.REST)
                        .isEmpty())
                .map(AreaCode::value)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Tally sum(List<Tally> tallies) {
        return new Tally(
                "",
                tallies.stream().mapToLong(Tally::rowCount).sum(),
                0,
                tallies.stream()
                        .map(Tally::amount)
                        .flatMap(amount -> Optional.ofNullable(amount).stream())
                        .reduce(BigDecimal.ZERO, BigDecimal::add),
                Optional.empty(),
                tallies.stream().anyMatch(Tally::isApproximate),
                tallies.stream().anyMatch(Tally::isProvisional),
                tallies.stream().map(Tally::provenance).reduce(Provenance.PUBLISHED_YEAR, Provenance::weakest));
    }
}
