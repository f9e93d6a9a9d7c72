package nl.mjpmonitor.warehouse.indicators;

import com.clickhouse.client.api.query.GenericRecord;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final IdentityHashMap<FactReference, OfRows> answered = new IdentityHashMap<>();

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
        return answered.computeIfAbsent(rows, OfRows::new).of(period);
    }

    /** What is known of the registers of some rows; many periods hold the same months. */
    private final class OfRows {

        private final String system;
        private final List<String> registers;
        private final Map<YearMonth, Optional<Provenance>> months = new HashMap<>();
        private final Map<Period, Kept> periods = new HashMap<>();

        OfRows(FactReference rows) {
            this.system = rows.fact().id().system();
            this.registers = rows.registers();
        }

        Kept of(Period period) {
            return periods.computeIfAbsent(period, this::kept);
        }

        private Kept kept(Period period) {
            int kept = 0;
            Provenance weakest = Provenance.PUBLISHED_YEAR;
            for (YearMonth month : period.months()) {
                Optional<Provenance> provenance = months.computeIfAbsent(month, this::weakest);
                if (provenance.isPresent()) {
                    kept++;
                    weakest = weakest.weakest(provenance.get());
                }
            }
            return new Kept(kept, kept == 0 ? Provenance.UNMARKED : weakest);
        }

        /** Of the registers of a month; empty when it was not kept. */
        private Optional<Provenance> weakest(YearMonth month) {
            Provenance weakest = Provenance.PUBLISHED_YEAR;
            for (String register : registers) {
                Provenance own = provenance(system, register, month);
                if (own == null) {
                    return Optional.empty();
                }
                weakest = weakest.weakest(own);
            }
            return Optional.of(weakest);
        }
    }

    private @Nullable Provenance provenance(String system, String register, YearMonth month) {
        Provenance own = months(system, register).get(month);
        Provenance every = months(system, EVERY_REGISTER).get(month);
        return own == null ? every : every == null ? own : own.weakest(every);
    }

    private Map<YearMonth, Provenance> months(String system, String register) {
        return registers.getOrDefault(new Register(system, register), Map.of());
    }
}
