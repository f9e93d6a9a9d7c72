package nl.mjpmonitor.ops.sources.politiecijfers;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import nl.mjpmonitor.ops.sources.generation.AreaWeights;
import nl.mjpmonitor.ops.sources.generation.Chance;
import nl.mjpmonitor.ops.sources.generation.Choice;
import nl.mjpmonitor.ops.sources.politiecijfers.ClassGroup.ClassShare;

/**
 * Makes the registrations of the months without published totals, as monthly deliveries state them.
 *
 * <p>Registrations come in late, and some are withdrawn again: the first delivery of a month misses a few, the three that restate it
 * add and take away. A cell that had registrations and has none any more is withdrawn. Every month has its own chance, so its
 * registrations do not depend on how far the demo goes; which of them are known does.
 */
final class MonthlyGenerator {
    /** How many deliveries after the first a registration appears. */
    private static final List<Choice<Integer>> DELAY =
            List.of(new Choice<>(0, 0.94), new Choice<>(1, 0.035), new Choice<>(2, 0.015), new Choice<>(3, 0.01));

    private static final double PART_TAKEN_BACK = 0.008;

    /**
     * The stand of a cell.
     *
     * @param statedIn last month of the delivery that stated it last
     */
    record Stand(Registration registration, YearMonth statedIn, boolean isWithdrawn) {}

    private final long seed;
    private final List<ClassGroup> groups = ClassGroup.load();
    private final List<Burst> bursts = Burst.load();
    private final AreaWeights areas = AreaWeights.load();

    MonthlyGenerator(long seed) {
        this.seed = seed;
    }

    /**
     * The cells of a month that count something or once did.
     *
     * @param delivered last month of the newest delivery
     */
    List<Stand> stands(YearMonth month, YearMonth delivered) {
        int restatements = (int) Math.min(DeliveryPlan.RESTATED_MONTHS, ChronoUnit.MONTHS.between(month, delivered));
        List<Stand> stands = new ArrayList<>();
        for (ClassGroup group : groups) {
            List<Choice<String>> places = group.places(areas);
            for (ClassShare share : group.classShares()) {
                cells(group, share, places, month)
                        .forEach((area, counts) -> addStand(stands, share.code(), area, month, counts, restatements));
            }
        }
        return stands;
    }

    /** Per area how many registrations each delivery that states the month knows. */
    private Map<String, int[]> cells(ClassGroup group, ClassShare share, List<Choice<String>> places, YearMonth month) {
        Chance chance = Chance.of(seed, "registrations", share.code(), month);
        Map<String, int[]> counts = new TreeMap<>();
        double expected = group.expected(share, month);
        int usual = expected > 0 ? chance.poisson(expected) : 0;
        for (int i = 0; i < usual; i++) {
            register(counts, chance.draw(places), chance);
        }
        double part = share.weight()
                / group.classShares().stream().mapToDouble(ClassShare::weight).sum();
        for (Burst burst : bursts) {
            if (part > 0 && burst.group().equals(group.name()) && burst.months().contains(month.atDay(1))) {
                int extra = chance.poisson(burst.extra() * part);
                for (int i = 0; i < extra; i++) {
                    register(counts, burst.areaCode(), chance);
                }
            }
        }
        return counts;
    }

    private static void register(Map<String, int[]> counts, String area, Chance chance) {
        int[] known = counts.computeIfAbsent(area, any -> new int[DeliveryPlan.RESTATED_MONTHS + 1]);
        int first = chance.draw(DELAY);
        int end = chance.happens(PART_TAKEN_BACK) ? chance.between(first + 1, known.length) : known.length;
        for (int i = first; i < end; i++) {
            known[i]++;
        }
    }

    private static void addStand(
            List<Stand> stands, String policeClass, String area, YearMonth month, int[] counts, int restatements) {
        int count = 0;
        int lastCount = 0;
        int changedAt = 0;
        for (int i = 0; i <= restatements; i++) {
            if (counts[i] != count) {
                lastCount = count;
                count = counts[i];
                changedAt = i;
            }
        }
        boolean isWithdrawn = count == 0;
        int stated = isWithdrawn ? lastCount : count;
        if (stated > 0) {
            stands.add(new Stand(
                    new Registration(policeClass, area, month, OptionalInt.of(stated)),
                    month.plusMonths(changedAt),
                    isWithdrawn));
        }
    }
}
