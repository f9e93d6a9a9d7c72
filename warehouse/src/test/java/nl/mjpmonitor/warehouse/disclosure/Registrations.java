package nl.mjpmonitor.warehouse.disclosure;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.areas.AreaKind;
import nl.mjpmonitor.warehouse.disclosure.Territory.Division;
import nl.mjpmonitor.warehouse.periods.Period;

/** A small municipality with invented registrations by buurt and month, the smallest fields there are. */
record Registrations(
        Territory territory, YearMonth lastKnown, Map<Registrations.Field, Integer> counts, Map<String, Long> sums)
        implements Figures {

    static final AreaCode MUNICIPALITY = new AreaCode("GM0935");
    static final AreaCode REST = new AreaCode("BU09359999");

    /** One leaf in one month. */
    record Field(AreaCode leaf, YearMonth month) {}

    static AreaCode wijk(int number) {
        return new AreaCode("WK09350" + number);
    }

    static AreaCode buurt(int wijk, int number) {
        return new AreaCode("BU09350" + wijk + "0" + number);
    }

    /** Three wijken of one, two and three buurten, two stadsdelen that cut through a wijk, and the remainder. */
    static Territory smallTerritory() {
        Map<AreaCode, Set<AreaCode>> wijken = new LinkedHashMap<>();
        Map<AreaCode, Set<AreaCode>> buurten = new LinkedHashMap<>();
        for (int wijk = 1; wijk <= 3; wijk++) {
            Set<AreaCode> ofWijk = new LinkedHashSet<>();
            for (int number = 1; number <= wijk; number++) {
                ofWijk.add(buurt(wijk, number));
                buurten.put(buurt(wijk, number), Set.of(buurt(wijk, number)));
            }
            wijken.put(wijk(wijk), ofWijk);
        }
        return new Territory(
                MUNICIPALITY,
                List.of(
                        new Division(AreaKind.WIJK, wijken),
                        new Division(
                                AreaKind.STADSDEEL,
                                Map.of(
                                        new AreaCode("SD093501"),
                                        Set.of(buurt(1, 1), buurt(2, 1)),
                                        new AreaCode("SD093502"),
                                        Set.of(buurt(2, 2), buurt(3, 1), buurt(3, 2), buurt(3, 3)))),
                        new Division(AreaKind.BUURT, buurten),
                        new Division(AreaKind.REST, Map.of(REST, Set.of(REST)))));
    }

    /** Sparse here and busy there, with areas and months that have nothing at all. */
    static Registrations random(Random random, YearMonth first, YearMonth last) {
        Territory territory = smallTerritory();
        Map<Field, Integer> counts = new LinkedHashMap<>();
        double busyness = Math.pow(10, random.nextDouble() * 2.5 - 1.5);
        Map<YearMonth, Double> ofMonth = new LinkedHashMap<>();
        for (AreaCode leaf : leaves(territory)) {
            double ofLeaf = random.nextInt(5) == 0 ? 0 : 3 * random.nextDouble() * random.nextDouble();
            for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
                double mean = busyness
                        * ofLeaf
                        * ofMonth.computeIfAbsent(month, m -> random.nextInt(6) == 0 ? 0 : 0.5 + random.nextDouble());
                counts.put(new Field(leaf, month), poisson(random, mean));
            }
        }
        return new Registrations(territory, last, counts, new HashMap<>());
    }

    private static int poisson(Random random, double mean) {
        double product = random.nextDouble();
        int count = 0;
        while (product > Math.exp(-mean)) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }

    private static List<AreaCode> leaves(Territory territory) {
        return territory.divisions().stream()
                .filter(division -> division.kind() == AreaKind.BUURT || division.kind() == AreaKind.REST)
                .flatMap(division -> division.leaves().keySet().stream())
                .toList();
    }

    Registrations knownUpTo(YearMonth month) {
        return new Registrations(territory, month, counts, new HashMap<>());
    }

    List<Field> fields() {
        return new ArrayList<>(counts.keySet());
    }

    Set<Field> fields(AreaCode area, Period period) {
        Set<AreaCode> leaves = area.equals(MUNICIPALITY) ? Set.copyOf(leaves(territory)) : territory.leaves(area);
        return counts.keySet().stream()
                .filter(field -> leaves.contains(field.leaf()) && period.holds(field.month()))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public OptionalLong of(AreaCode area, Period period) {
        if (period.lastMonth().isAfter(lastKnown)) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(sums.computeIfAbsent(
                area + " " + period,
                key -> fields(area, period).stream().mapToLong(counts::get).sum()));
    }
}
