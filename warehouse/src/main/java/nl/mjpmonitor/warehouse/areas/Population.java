package nl.mjpmonitor.warehouse.areas;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Inhabitants of areas at the days for which the reference data has them. An area without an own number is the sum of
 * its leaves, on days on which all of them have one.
 */
public final class Population {

    private final Map<AreaCode, NavigableMap<LocalDate, Inhabitants>> byArea;

    private Population(Map<AreaCode, NavigableMap<LocalDate, Inhabitants>> byArea) {
        this.byArea = byArea;
    }

    static Population of(List<Inhabitants> counted, List<AreaDivision> divisions) {
        Map<AreaCode, NavigableMap<LocalDate, Inhabitants>> byArea = new TreeMap<>();
        counted.forEach(count ->
                byArea.computeIfAbsent(count.area(), area -> new TreeMap<>()).put(count.on(), count));
        List<Inhabitants> sums = new ArrayList<>();
        for (AreaDivision division : divisions) {
            Map<AreaCode, List<AreaMembership>> memberships =
                    division.memberships().stream().collect(Collectors.groupingBy(AreaMembership::area));
            memberships.forEach((area, parts) -> {
                if (!byArea.containsKey(area)) {
                    sums.addAll(sums(area, parts, byArea));
                }
            });
        }
        sums.forEach(sum ->
                byArea.computeIfAbsent(sum.area(), area -> new TreeMap<>()).put(sum.on(), sum));
        return new Population(byArea);
    }

    /** All numbers, by area and day. */
    public List<Inhabitants> all() {
        return byArea.values().stream().flatMap(days -> days.values().stream()).toList();
    }

    /** The number on the day or the last one before it; when there is none, the first one after it. */
    public Optional<Inhabitants> on(AreaCode area, LocalDate day) {
        NavigableMap<LocalDate, Inhabitants> days = byArea.getOrDefault(area, new TreeMap<>());
        return Optional.ofNullable(days.floorEntry(day))
                .or(() -> Optional.ofNullable(days.ceilingEntry(day)))
                .map(Map.Entry::getValue);
    }

    /** The number {@link #on} the last day of a month; empty also when nobody lives there. */
    public Optional<Inhabitants> atEndOf(AreaCode area, YearMonth month) {
        return on(area, month.atEndOfMonth()).filter(number -> number.count() > 0);
    }

    /** The newest number. */
    public Optional<Inhabitants> newest(AreaCode area) {
        return on(area, Validity.LATEST);
    }

    private static List<Inhabitants> sums(
            AreaCode area,
            List<AreaMembership> memberships,
            Map<AreaCode, NavigableMap<LocalDate, Inhabitants>> byArea) {
        return memberships.stream()
                .flatMap(membership -> byArea.getOrDefault(membership.leaf(), new TreeMap<>()).keySet().stream())
                .distinct()
                .sorted(Comparator.naturalOrder())
                .flatMap(day -> sum(area, leaves(memberships, day), day, byArea).stream())
                .toList();
    }

    private static List<AreaCode> leaves(List<AreaMembership> memberships, LocalDate day) {
        return memberships.stream()
                .filter(membership -> membership.validity().contains(day))
                .map(AreaMembership::leaf)
                .toList();
    }

    private static Optional<Inhabitants> sum(
            AreaCode area,
            List<AreaCode> leaves,
            LocalDate day,
            Map<AreaCode, NavigableMap<LocalDate, Inhabitants>> byArea) {
        List<Inhabitants> parts = leaves.stream()
                .flatMap(leaf -> Optional.ofNullable(
                        byArea.getOrDefault(leaf, new TreeMap<>()).get(day))
                        .stream())
                .toList();
        if (parts.size() < leaves.size()) {
            return Optional.empty();
        }
        String source = parts.stream().map(Inhabitants::source).distinct().collect(Collectors.joining(", "));
        return Optional.of(new Inhabitants(
                area, day, parts.stream().mapToInt(Inhabitants::count).sum(), source));
    }
}
