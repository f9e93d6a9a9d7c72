package nl.mjpmonitor.ops.sources.ondermijning;

import java.time.LocalDate;
import java.util.List;
import nl.mjpmonitor.ops.sources.generation.MonthRange;
import nl.mjpmonitor.ops.sources.generation.Provenance;
import nl.mjpmonitor.ops.sources.generation.RegisterPeriod;

/**
 * What was kept from when to when, as far as publications tell. How many cases went to the RIEC in 2023 was not published; of what
 * came out of the LWO before 2023 only the cases that went on to the MOT.
 */
final class Registers {
    /** The policy period of the Veiligheidsanalyse 2022. */
    static final MonthRange POLICY_PERIOD = MonthRange.of("2019-01", "2022-12");

    /** The year of the Uitvoeringsplan 2024. */
    static final MonthRange YEAR_2023 = MonthRange.of("2023-01", "2023-12");

    /** The two years that the Uitvoeringsplan 2025-2026 looks back on, up to and including the third quarter of 2024. */
    static final MonthRange TWO_YEARS = MonthRange.of("2023-01", "2024-09");

    static final List<RegisterPeriod> ALL = List.of(
            RegisterPeriod.demonstration("signal", "2019-01"),
            RegisterPeriod.of("lwo", "2019-01", "2022-12", Provenance.PUBLISHED_PERIOD),
            RegisterPeriod.of("lwo", "2023-01", "2023-12", Provenance.PUBLISHED_YEAR),
            RegisterPeriod.demonstration("lwo", "2024-01"),
            RegisterPeriod.of("lwo_outcome", "2023-01", "2023-12", Provenance.PUBLISHED_YEAR),
            RegisterPeriod.demonstration("lwo_outcome", "2024-01"),
            RegisterPeriod.of("atom", "2023-01", "2023-12", Provenance.PUBLISHED_YEAR),
            RegisterPeriod.demonstration("atom", "2024-01"),
            RegisterPeriod.of("atom_outcome", "2023-01", "2023-12", Provenance.PUBLISHED_YEAR),
            RegisterPeriod.demonstration("atom_outcome", "2024-01"),
            RegisterPeriod.of("mot", "2019-01", "2022-12", Provenance.PUBLISHED_PERIOD),
            RegisterPeriod.of("mot", "2023-01", "2023-12", Provenance.PUBLISHED_YEAR),
            RegisterPeriod.demonstration("mot", "2024-01"),
            RegisterPeriod.of("riec", "2019-01", "2022-12", Provenance.PUBLISHED_PERIOD),
            RegisterPeriod.demonstration("riec", "2024-01"),
            RegisterPeriod.of("location_check", "2023-01", "2023-12", Provenance.PUBLISHED_YEAR),
            RegisterPeriod.of("location_check", "2024-01", "2024-09", Provenance.PUBLISHED_PERIOD),
            RegisterPeriod.demonstration("location_check", "2024-10"),
            RegisterPeriod.of("storage_unit_check", "2023-01", "2024-09", Provenance.PUBLISHED_PERIOD),
            RegisterPeriod.demonstration("storage_unit_check", "2024-10"),
            RegisterPeriod.of("intervention", "2023-01", "2023-12", Provenance.PUBLISHED_YEAR),
            RegisterPeriod.demonstration("intervention", "2024-01"),
            RegisterPeriod.of("phenomenon_study", "2023-01", "2023-12", Provenance.PUBLISHED_YEAR),
            RegisterPeriod.demonstration("phenomenon_study", "2024-01"),
            RegisterPeriod.of("workshop", "2023-01", "2023-12", Provenance.PUBLISHED_YEAR),
            RegisterPeriod.demonstration("workshop", "2024-01"),
            RegisterPeriod.of("follow_up_action", "2023-01", "2024-09", Provenance.PUBLISHED_PERIOD),
            RegisterPeriod.demonstration("follow_up_action", "2024-10"));

    private Registers() {}

    /** What of a row of that day follows from a published figure. */
    static Provenance provenance(String register, LocalDate day) {
        return RegisterPeriod.provenance(ALL, register, day);
    }

    /** The same for a step, whose register has its name. */
    static Provenance provenance(Step step, LocalDate day) {
        return provenance(step.toString(), day);
    }
}
