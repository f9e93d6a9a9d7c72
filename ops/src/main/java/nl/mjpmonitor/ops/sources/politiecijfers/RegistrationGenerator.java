package nl.mjpmonitor.ops.sources.politiecijfers;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import nl.mjpmonitor.ops.sources.generation.Apportionment;
import nl.mjpmonitor.ops.sources.generation.AreaWeights;
import nl.mjpmonitor.ops.sources.politiecijfers.ClassGroup.ClassShare;

/**
 * Makes the registrations of Maastricht for years whose totals are given.
 *
 * <p>Every yearly total comes out exactly; it is divided over police classes, months and areas, each time by
 * {@link Apportionment}, so that nothing is lost in rounding. Chance shifts the weights as much as counts of that size usually vary.
 * A cell that counts nothing is left out; an unknown year has unknown cells in every month and area, because an unknown
 * total cannot be divided. The same seed gives the same registrations.
 */
final class RegistrationGenerator {
    /** Share of the usual (Poisson) variation that months and buurten get; more would hide the seasons in small counts. */
    private static final double VARIATION = 0.5;

    private static final double LARGEST_DEVIATION = 0.8;

    private final List<ClassGroup> groups;
    private final YearlyTotals totals;
    private final AreaWeights areas;
    private final Random random;

    RegistrationGenerator(List<ClassGroup> groups, YearlyTotals totals, AreaWeights areas, long seed) {
        this.groups = List.copyOf(groups);
        this.totals = totals;
        this.areas = areas;
        this.random = new Random(seed);
    }

    /** The registrations of all groups that have totals, in the order of their cells. */
    static List<Registration> generate(YearlyTotals totals, long seed) {
        return new RegistrationGenerator(totals.groupsIn(ClassGroup.load()), totals, AreaWeights.load(), seed)
                .registrations();
    }

    private List<Registration> registrations() {
        List<Registration> registrations = new ArrayList<>();
        for (ClassGroup group : groups) {
            for (int year : totals.years()) {
                OptionalInt total = totals.total(group, year);
                registrations.addAll(total.isPresent() ? divide(group, year, total.getAsInt()) : unknown(group, year));
            }
        }
        registrations.sort(Registration.BY_CELL);
        return List.copyOf(registrations);
    }

    /** Unknown cells everywhere: a buurt without one would read as zero. */
    private List<Registration> unknown(ClassGroup group, int year) {
        List<Registration> registrations = new ArrayList<>();
        for (ClassShare share : group.classShares()) {
            for (String area : areas.codes()) {
                for (YearMonth month : months(year)) {
                    registrations.add(new Registration(share.code(), area, month, OptionalInt.empty()));
                }
            }
        }
        return registrations;
    }

    private List<Registration> divide(ClassGroup group, int year, int total) {
        double[] shares =
                group.classShares().stream().mapToDouble(ClassShare::weight).toArray();
        int[] perClass = Apportionment.apportion(total, shares);
        List<Registration> registrations = new ArrayList<>();
        for (int i = 0; i < perClass.length; i++) {
            registrations.addAll(divide(group, group.classShares().get(i).code(), year, perClass[i]));
        }
        return registrations;
    }

    private List<Registration> divide(ClassGroup group, String policeClass, int year, int total) {
        List<YearMonth> months = months(year);
        int[] perMonth = Apportionment.apportion(
                total,
                varied(total, months.stream().mapToDouble(group::monthWeight).toArray()));
        List<String> places = places(group, total);
        List<Registration> registrations = new ArrayList<>();
        int dealt = 0;
        for (int i = 0; i < perMonth.length; i++) {
            List<String> dealtNow = places.subList(dealt, dealt + perMonth[i]);
            dealt += perMonth[i];
            registrations.addAll(cells(policeClass, months.get(i), dealtNow));
        }
        return registrations;
    }

    /** One area code for each registration of a year, in a random order, so that months and areas both get their exact share. */
    private List<String> places(ClassGroup group, int total) {
        int[] withAndWithout = Apportionment.apportion(
                total, areas.offencesInBuurten(), areas.remainder().offences());
        double[] weights =
                areas.buurten().stream().mapToDouble(group::areaWeight).toArray();
        int[] perBuurt = Apportionment.apportion(withAndWithout[0], varied(total, weights));
        List<String> places = new ArrayList<>(
                Collections.nCopies(withAndWithout[1], areas.remainder().code()));
        for (int i = 0; i < perBuurt.length; i++) {
            places.addAll(
                    Collections.nCopies(perBuurt[i], areas.buurten().get(i).code()));
        }
        Collections.shuffle(places, random);
        return places;
    }

    private static List<Registration> cells(String policeClass, YearMonth month, List<String> places) {
        Map<String, Integer> counts = new TreeMap<>();
        places.forEach(place -> counts.merge(place, 1, Integer::sum));
        return counts.entrySet().stream()
                .map(cell -> new Registration(policeClass, cell.getKey(), month, OptionalInt.of(cell.getValue())))
                .toList();
    }

    private double[] varied(int total, double[] weights) {
        double expected = Math.max(1.0, (double) total / weights.length);
        double deviation = Math.min(LARGEST_DEVIATION, VARIATION / Math.sqrt(expected));
        return IntStream.range(0, weights.length)
                .mapToDouble(i -> weights[i] * StrictMath.exp(deviation * random.nextGaussian()))
                .toArray();
    }

    private static List<YearMonth> months(int year) {
        return IntStream.rangeClosed(1, 12)
                .mapToObj(month -> YearMonth.of(year, month))
                .toList();
    }
}
