package nl.mjpmonitor.warehouse.indicators;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.areas.AreaKind;
import nl.mjpmonitor.warehouse.areas.Areas;
import nl.mjpmonitor.warehouse.disclosure.DisclosurePattern;
import nl.mjpmonitor.warehouse.disclosure.Offer;
import nl.mjpmonitor.warehouse.disclosure.SuppressionRule;
import nl.mjpmonitor.warehouse.disclosure.Territory;
import nl.mjpmonitor.warehouse.periods.Period;

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
        if (!rule.isActive() || indicator.disclosure().partOf().isPresent()) {
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
        SuppressionRule rule = rule(indicator);
        return rule.isActive() && indicator.disclosure().partOf().isPresent()
                ? (area, period) -> isExempt(rule, area, period)
                : DisclosurePattern.of(rule, offer(indicator), this::territory, figures::of)::isGiven;
    }

    private boolean isExempt(SuppressionRule rule, AreaCode area, Period period) {
        return period.grain().isCalendar()
                && areas.find(area)
                        .filter(found -> rule.isExempt(found.kind(), period.grain()))
                        .isPresent();
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
