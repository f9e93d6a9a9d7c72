package nl.mjpmonitor.warehouse.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.areas.AreaKind;
import nl.mjpmonitor.warehouse.disclosure.Territory.Division;
import nl.mjpmonitor.warehouse.periods.Period;
import nl.mjpmonitor.warehouse.periods.PeriodGrain;

/** The two trees of one year: the year divided over the areas, and the municipality divided over the periods. */
record FigureTrees(SuppressionRule rule, Offer offer, Territory territory, Figures figures) {

    private static final Set<AreaKind> SMALLEST = Set.of(AreaKind.BUURT, AreaKind.REST);

    FigureTree<AreaCode> areas(int year) {
        List<FigureTree<AreaCode>> parts = new ArrayList<>();
        Optional<Division> main = mainDivision();
        Optional<Division> buurten = offered(AreaKind.BUURT);
        main.ifPresent(division -> division.leaves()
                .forEach((area, leaves) -> parts.add(node(area, year, leaves(buurten, leaves, year)))));
        buurten.ifPresent(division -> division.leaves().keySet().stream()
                .filter(buurt -> main.stream()
                        .flatMap(area -> area.leaves().values().stream())
                        .noneMatch(leaves -> leaves.contains(buurt)))
                .forEach(buurt -> parts.add(node(buurt, year, List.of()))));
        offered(AreaKind.REST)
                .ifPresent(division ->
                        division.leaves().keySet().forEach(rest -> parts.add(node(rest, year, List.of()))));
        return node(territory.municipality(), year, parts);
    }

    FigureTree<Period> periods(int year) {
        return node(Period.year(year), finerThanYear());
    }

    /** The first division into more than buurten that is offered; the others follow from it or are withheld. */
    private Optional<Division> mainDivision() {
        return territory.divisions().stream()
                .filter(division -> !SMALLEST.contains(division.kind()))
                .filter(division -> offer.areas().contains(division.kind()))
                .findFirst();
    }

    private Optional<Division> offered(AreaKind kind) {
        return territory.division(kind).filter(division -> offer.areas().contains(kind));
    }

    private List<FigureTree<AreaCode>> leaves(Optional<Division> buurten, Set<AreaCode> leaves, int year) {
        return buurten.stream()
                .flatMap(division -> division.leaves().keySet().stream())
                .filter(leaves::contains)
                .map(buurt -> node(buurt, year, List.of()))
                .toList();
    }

    private FigureTree<AreaCode> node(AreaCode area, int year, List<FigureTree<AreaCode>> parts) {
        boolean isExempt = territory
                .kind(area)
                .filter(kind -> rule.isExempt(kind, PeriodGrain.YEAR))
                .isPresent();
        return new FigureTree<>(area, figures.of(area, Period.year(year)), isExempt, parts);
    }

    private List<PeriodGrain> finerThanYear() {
        return Stream.of(PeriodGrain.QUARTER, PeriodGrain.MONTH)
                .filter(offer.grains()::contains)
                .toList();
    }

    private FigureTree<Period> node(Period period, List<PeriodGrain> finer) {
        List<FigureTree<Period>> parts = finer.isEmpty()
                ? List.of()
                : Period.range(
                                Period.containing(finer.get(0), period.firstMonth()),
                                Period.containing(finer.get(0), period.lastMonth()))
                        .stream()
                        .map(part -> node(part, finer.subList(1, finer.size())))
                        .toList();
        return new FigureTree<>(
                period,
                figures.of(territory.municipality(), period),
                rule.isExempt(AreaKind.GEMEENTE, period.grain()),
                parts);
    }
}
