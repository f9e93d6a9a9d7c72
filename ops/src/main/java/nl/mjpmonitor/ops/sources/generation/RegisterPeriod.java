package nl.mjpmonitor.ops.sources.generation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import nl.mjpmonitor.ops.sources.database.TableRows;

/**
 * Months in which a register was kept. A month without rows counts zero when its register was kept, and is unknown otherwise.
 *
 * @param register what is registered, such as {@code lwo}
 */
public record RegisterPeriod(String register, MonthRange period, Provenance provenance) {
    /** A register kept from one month to another. */
    public static RegisterPeriod of(String register, String from, String to, Provenance provenance) {
        return new RegisterPeriod(register, MonthRange.of(from, to), provenance);
    }

    /** A register kept from one month on, as far as the demo goes. */
    public static RegisterPeriod demonstration(String register, String from) {
        return new RegisterPeriod(
                register, new MonthRange(YearMonth.parse(from), YearMonth.of(9999, 12)), Provenance.DEMONSTRATION);
    }

    /** What of the periods has passed at the end of a month. */
    public static List<RegisterPeriod> until(List<RegisterPeriod> periods, YearMonth through) {
        return periods.stream()
                .filter(kept -> !kept.period().from().isAfter(through))
                .map(kept -> kept.period().to().isAfter(through)
                        ? new RegisterPeriod(
                                kept.register(), new MonthRange(kept.period().from(), through), kept.provenance())
                        : kept)
                .toList();
    }

    /**
     * What of a row of that day follows from a published figure.
     *
     * @throws IllegalArgumentException if the register was not kept on that day
     */
    public static Provenance provenance(List<RegisterPeriod> periods, String register, LocalDate day) {
        return periods.stream()
                .filter(kept ->
                        kept.register().equals(register) && kept.period().contains(day))
                .findFirst()
                .map(RegisterPeriod::provenance)
                .orElseThrow(() -> new IllegalArgumentException(register + " was not kept on " + day));
    }

    /** The rows of a system's table of registers. */
    public static TableRows rows(String schema, List<RegisterPeriod> periods) {
        TableRows rows =
                new TableRows(schema + ".register_period", "register", "period_from", "period_to", "provenance");
        periods.forEach(kept -> rows.add(
                kept.register(), kept.period().firstDay(), kept.period().to().atDay(1), kept.provenance()));
        return rows;
    }
}
