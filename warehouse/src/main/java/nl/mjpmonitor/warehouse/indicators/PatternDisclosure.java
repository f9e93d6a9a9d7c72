package nl.mjpmonitor.warehouse.indicators;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import nl.mjpmonitor.warehouse.areas.AreaKind;
import nl.mjpmonitor.warehouse.areas.Areas;
import nl.mjpmonitor.warehouse.disclosure.DisclosurePattern;
import nl.mjpmonitor.warehouse.disclosure.Offer;
import nl.mjpmonitor.warehouse.disclosure.SuppressionRule;
import nl.mjpmonitor.warehouse.disclosure.Territory;

/** Withholds small numbers and what they could be derived from, by the pattern of each indicator. */
final class PatternDisclosure implements DisclosureRules {

    private final Areas areas;
    private final Map<Integer, Territory> territories = new ConcurrentHashMap<>();

    PatternDisclosure(Areas areas) {
        this.areas = areas;
    }

    @Override
    public List<SeriesRequest> needed(Indicator indicator, SeriesRequest request) {
        SuppressionRule rule = rule(indicator);
        if (!rule.isActive()) {
            return List.of();
        }
        boolean isMunicipalityEnough =
                request.area().equals(areas.municipality().code())
                        && rule.exempt().stream().allMatch(level -> level.area() == AreaKind.GEMEENTE);
        return DisclosurePattern.needed(
                        offer(indicator),
                        this::territory,
                        request.from().firstMonth().getYear(),
                        request.to().lastMonth().getYear())
                .stream()
                .filter(needed -> !isMunicipalityEnough || needed.area().equals(request.area()))
                .map(needed -> new SeriesRequest(
                        indicator.id(), needed.area(), needed.from(), needed.to(), request.peildatum()))
                .toList();
    }

    @Override
    public Decision decide(Indicator indicator, Figures figures) {
        return DisclosurePattern.of(rule(indicator), offer(indicator), this::territory, figures::of)::isGiven;
    }

    /** As the municipality was divided at the end of the year. */
    private Territory territory(int year) {
        return territories.computeIfAbsent(year, one -> Territory.of(areas, LocalDate.of(one, 12, 31)));
    }

    private static SuppressionRule rule(Indicator indicator) {
        Disclosure disclosure = indicator.disclosure();
        return new SuppressionRule(
                disclosure.below(),
                disclosure.withholdsZero(),
                disclosure.exempt().stream()
                        .map(level -> new SuppressionRule.Level(level.area(), level.period()))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** Of a lead time the numbers of rows count, and those add up. */
    private static Offer offer(Indicator indicator) {
        boolean addsUp = indicator.measure().isAdditive() || indicator.measure() instanceof Measure.Duration;
        return new Offer(indicator.areas(), indicator.grains(), addsUp);
    }
}
