package nl.mjpmonitor.warehouse.indicators;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.mjpmonitor.warehouse.periods.Period;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Which months the registers of the sources were kept, and what about them is published. */
final class KeptMonths {

    /** The columns that say which months were kept. */
    static final List<String> COLUMNS =
            List.of("register", "police_classes", "status", "period_from", "period_to", "provenance");

    static final String REGISTERS = "register_period";
    static final String DELIVERIES = "delivery";

    /** Stands for every register of a system. */
    private static final String EVERY_REGISTER = "*";

    private static final String ACCEPTED = "accepted";

    private final Map<Register, Map<YearMonth, Provenance>> registers = new HashMap<>();

    /** Many areas ask the same; an indicator's rows are one object. */
    private final IdentityHashMap<FactReference, Together> together = new IdentityHashMap<>();

    private record Register(String system, String name) {}

    /** Reads it from the rows of all tables that were asked, those of casework among them. */
    KeptMonths(List<CaseworkRows> rows) {
        for (CaseworkRows some : rows) {
            if (some.table().equals(REGISTERS) || some.table().equals(DELIVERIES)) {
                add(some);
            }
        }
    }

    /** What is known of a period: how many of its months were kept, and the weakest provenance among those. */
    record Kept(int months, Provenance provenance) {}

    /** A month was kept when all the registers were. */
    Kept of(FactReference rows, Period period) {
        return together.computeIfAbsent(rows, Together::new).of(period);
    }

    private void add(CaseworkRows rows) {
        int status = rows.column("status");
        int from = rows.column("period_from");
        int to = rows.column("period_to");
        int provenance = rows.column("provenance");
        for (int row = 0; row < rows.size(); row++) {
            LocalDate firstDay = rows.day(row, from);
            LocalDate lastDay = rows.day(row, to);
            boolean holds = rows.table().equals(REGISTERS) || ACCEPTED.equals(rows.value(row, status));
            if (holds && firstDay != null && lastDay != null) {
                Provenance published = Provenance.of(Objects.requireNonNullElse(rows.value(row, provenance), ""));
                for (String register : registers(rows, row)) {
                    add(new Register(rows.system(), register), firstDay, lastDay, published);
                }
            }
        }
    }

    /** A delivery covers its police classes; one from before it named them covers all. */
    private static List<String> registers(CaseworkRows rows, int row) {
        if (rows.table().equals(REGISTERS)) {
            return List.of(Objects.requireNonNullElse(rows.value(row, rows.column("register")), ""));
        }
        String classes = rows.value(row, rows.column("police_classes"));
        return classes == null
                ? List.of(EVERY_REGISTER)
                : List.of(JsonMapper.shared().readValue(classes, String[].class));
    }

    private void add(Register register, LocalDate firstDay, LocalDate lastDay, Provenance provenance) {
        Map<YearMonth, Provenance> months = registers.computeIfAbsent(register, any -> new HashMap<>());
        YearMonth last = YearMonth.from(lastDay);
        for (YearMonth month = YearMonth.from(firstDay); !month.isAfter(last); month = month.plusMonths(1)) {
            months.merge(month, provenance, Provenance::weakest);
        }
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
