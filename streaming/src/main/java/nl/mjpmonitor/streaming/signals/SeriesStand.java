package nl.mjpmonitor.streaming.signals;

import java.time.YearMonth;
import java.time.temporal.ChronoField;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is known of a series at a moment.
 *
 * <p>A month counts only when everything it needs was kept in it and no row is without a number; a month that was kept and counts
 * nothing counts zero. That is as answers of the warehouse are.
 */
final class SeriesStand {

    private final Map<Integer, MonthStand> months;
    private final Set<Integer> kept;
    private final boolean needsMonths;
    private final NavigableMap<Long, Long> gains;
    private final Set<Long> intakes;

    /**
     * A stand.
     *
     * @param registers everything that must have been kept in a month; none when every row speaks for itself
     * @param months what is counted, by month number
     * @param covers what was kept
     * @param gains what became known by hour since the epoch, as far back as it is held
     * @param intakes hours in which a delivery came in
     */
    SeriesStand(
            Collection<String> registers,
            Map<Integer, MonthStand> months,
            Collection<MonthCover> covers,
            Map<Long, Long> gains,
            Set<Long> intakes) {
        this.months = Map.copyOf(months);
        this.needsMonths = !registers.isEmpty();
        this.kept = kept(registers, covers);
        this.gains = new TreeMap<>(gains);
        this.intakes = Set.copyOf(intakes);
    }

    private static Set<Integer> kept(Collection<String> registers, Collection<MonthCover> covers) {
        Map<String, Set<Integer>> byRegister = new HashMap<>();
        for (MonthCover cover : covers) {
            for (String register : List.of(cover.registers().split(",", -1))) {
                Set<Integer> own = byRegister.computeIfAbsent(register, any -> new HashSet<>());
                for (int month = cover.firstMonth(); month <= cover.lastMonth(); month++) {
                    own.add(month);
                }
            }
        }
        Set<Integer> every = byRegister.getOrDefault(SeriesMapper.EVERY_REGISTER, Set.of());
        Set<Integer> kept = null;
        for (String register : registers) {
            Set<Integer> own = new HashSet<>(byRegister.getOrDefault(register, Set.of()));
            own.addAll(every);
            if (kept == null) {
                kept = own;
            } else {
                kept.retainAll(own);
            }
        }
        return kept == null ? Set.of() : kept;
    }

    static int number(YearMonth month) {
        return (int) month.getLong(ChronoField.PROLEPTIC_MONTH);
    }

    /** Whether everything was kept in a month. */
    boolean isKept(YearMonth month) {
        return !needsMonths || kept.contains(number(month));
    }

    /** What a month counts; empty when that is not known. */
    OptionalLong count(YearMonth month) {
        MonthStand stand = months.getOrDefault(number(month), MonthStand.NOTHING);
        return isKept(month) && stand.unknown() == 0 ? OptionalLong.of(stand.count()) : OptionalLong.empty();
    }

    /** What became known from one hour up to another, both included, without the hours around deliveries. */
    long gained(long firstHour, long lastHour, int aroundIntake) {
        return gains.subMap(firstHour, true, lastHour, true).entrySet().stream()
                .filter(gain -> intakes.stream().noneMatch(intake -> Math.abs(intake - gain.getKey()) <= aroundIntake))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
