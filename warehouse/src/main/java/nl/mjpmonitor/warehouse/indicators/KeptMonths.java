package nl.mjpmonitor.warehouse.indicators;

import com.clickhouse.client.api.query.GenericRecord;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import nl.mjpmonitor.warehouse.periods.Period;
import org.jspecify.annotations.Nullable;

/** Which months the registers of the sources were kept, and what about them is published. */
final class KeptMonths {

    /** Stands for every register of a system. */
    static final String EVERY_REGISTER = "*";

    private static final List<Provenance> BY_WEAKNESS = List.of(
            Provenance.PUBLISHED_YEAR, Provenance.PUBLISHED_PERIOD, Provenance.UNMARKED, Provenance.DEMONSTRATION);
    private static final int WEAKNESSES = 4;
    private static final int MONTHS_IN_YEAR = 12;

    private final Map<Register, Map<YearMonth, Provenance>> registers = new HashMap<>();

    /** Many areas ask the same; an indicator's rows are one object. */
    private final IdentityHashMap<FactReference, Together> together = new IdentityHashMap<>();

    private record Register(String system, String name) {}

    /**
     * A row of the answer.
     *
     * @param months each as (12 * year + month - 1) * 4 + weakness; a month may come several times
     */
    record Row(String system, String register, List<Long> months) {

        static Row of(GenericRecord row) {
            return new Row(
                    row.getString("source_system"),
                    row.getString("register"),
                    Arrays.stream(row.getLongArray("months")).boxed().toList());
        }
    }

    /** What is known of a period: how many of its months were kept, and the weakest provenance among those. */
    record Kept(int months, Provenance provenance) {}

    /** Adds what a row of the answer says. */
    void add(Row row) {
        Map<YearMonth, Provenance> kept =
                registers.computeIfAbsent(new Register(row.system(), row.register()), any -> new HashMap<>());
        for (long coded : row.months()) {
            int number = (int) (coded / WEAKNESSES);
            kept.merge(
                    YearMonth.of(number / MONTHS_IN_YEAR, number % MONTHS_IN_YEAR + 1),
                    BY_WEAKNESS.get((int) (coded % WEAKNESSES)),
                    Provenance::weakest);
        }
    }

    /** A month was kept when all the registers were. Add everything before asking. */
    Kept of(FactReference rows, Period period) {
        return together.computeIfAbsent(rows, Together::new).of(period);
    }

    private Map<YearMonth, Provenance> months(String system, String register) {
        return registers.getOrDefault(new Register(system, register), Map.of());
    }

    /** All the registers that some rows are counted of. */
    private final class Together {

        private final List<Map<YearMonth, Provenance>> each;
        private final Map<YearMonth, Provenance> every;
        private final Map<Period, Kept> answered = new HashMap<>();

        Together(FactReference rows) {
            String system = rows.fact().id().system();
            each = rows.registers().stream()
                    .map(register -> months(system, register))
                    .toList();
            every = months(system, EVERY_REGISTER);
        }

        Kept of(Period period) {
            return answered.computeIfAbsent(period, this::kept);
        }

        private Kept kept(Period period) {
            int months = 0;
            Provenance weakest = Provenance.PUBLISHED_YEAR;
            for (YearMonth month : period.months()) {
                Provenance ofMonth = weakest(month);
                if (ofMonth != null) {
                    months++;
                    weakest = weakest.weakest(ofMonth);
                }
            }
            return new Kept(months, months == 0 ? Provenance.UNMARKED : weakest);
        }

        /** Null when one of them was not kept in the month. */
        private @Nullable Provenance weakest(YearMonth month) {
            Provenance ofEvery = every.get(month);
            Provenance weakest = ofEvery == null ? Provenance.PUBLISHED_YEAR : ofEvery;
            for (Map<YearMonth, Provenance> months : each) {
                Provenance own = months.get(month);
                if (own != null) {
                    weakest = weakest.weakest(own);
                } else if (ofEvery == null) {
                    return null;
                }
            }
            return weakest;
        }
    }
}
