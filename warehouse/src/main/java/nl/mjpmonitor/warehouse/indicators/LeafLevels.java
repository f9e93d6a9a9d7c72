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
import nl.mjpmonitor.warehouse.indicators.SeriesObservations.Row;

/**
 * The level of an area: its own row, else, where the fact allows, those of its parts together. When a part lacks, the
 * level of the whole is not known.
 */
final class LeafLevels {

    private final Areas areas;

    LeafLevels(Areas areas) {
        this.areas = areas;
    }

    Optional<Row> of(SeriesQuestion question, int windowNumber, List<Row> leaves) {
        AreaCode area = question.request().area();
        Optional<Row> own =
                leaves.stream().filter(row -> row.leaf().equals(area.value())).findFirst();
        if (own.isPresent() || !question.rows().fact().addsUpOverAreas()) {
            return own;
        }
        LocalDate day = question.periods().get(windowNumber).firstMonth().atDay(1);
        Set<String> parts = parts(area, day);
        List<Row> rows =
                leaves.stream().filter(row -> parts.contains(row.leaf())).toList();
        boolean isComplete =
                !parts.isEmpty() && rows.size() == parts.size() && rows.stream().noneMatch(row -> row.amount() == null);
        return isComplete ? Optional.of(sum(rows)) : Optional.empty();
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

    private static Row sum(List<Row> rows) {
        Row first = rows.get(0);
        return new Row(
                first.questionNumber(),
                first.windowNumber(),
                "",
                rows.stream().mapToLong(Row::rowCount).sum(),
                0,
                rows.stream()
                        .map(Row::amount)
                        .flatMap(amount -> Optional.ofNullable(amount).stream())
                        .reduce(BigDecimal.ZERO, BigDecimal::add),
                List.of(),
                Optional.empty(),
                rows.stream().anyMatch(Row::isApproximate),
                rows.stream().anyMatch(Row::isProvisional),
                rows.stream()
                        .map(Row::provenance)
                        .max((one, other) -> Provenance.of(one).compareTo(Provenance.of(other)))
                        .orElse(""));
    }
}
