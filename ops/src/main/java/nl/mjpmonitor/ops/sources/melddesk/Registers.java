package nl.mjpmonitor.ops.sources.melddesk;

import java.time.LocalDate;
import java.util.List;
import nl.mjpmonitor.ops.sources.generation.MonthRange;
import nl.mjpmonitor.ops.sources.generation.Provenance;
import nl.mjpmonitor.ops.sources.generation.RegisterPeriod;

/**
 * What was kept from when to when, as far as publications tell. Screenings, plans and dwelling cases of the first nine months of 2024
 * were published together with those of 2023 only. How many reports there were, screened or not, was never published.
 */
final class Registers {
    /** The year of the Veiligheidsanalyse 2022. */
    static final MonthRange YEAR_2022 = MonthRange.of("2022-01", "2022-12");

    /** The year of the Uitvoeringsplan 2024. */
    static final MonthRange YEAR_2023 = MonthRange.of("2023-01", "2023-12");

    /** The two years, up to and including the third quarter of 2024, of the Uitvoeringsplan 2025-2026. */
    static final MonthRange TWO_YEARS = MonthRange.of("2023-01", "2024-09");

    /** What of the two years is not in the year. */
    static final MonthRange REST_OF_TWO_YEARS = MonthRange.of("2024-01", "2024-09");

    static final List<RegisterPeriod> ALL = List.of(
            RegisterPeriod.demonstration("report", "2022-01"),
            RegisterPeriod.of("screening", "2023-01", "2023-12", Provenance.PUBLISHED_YEAR),
            RegisterPeriod.of("screening", "2024-01", "2024-09", Provenance.PUBLISHED_PERIOD),
            RegisterPeriod.demonstration("screening", "2024-10"),
            RegisterPeriod.demonstration("potential_hotspot", "2023-01"),
            RegisterPeriod.of("hotspot", "2023-01", "2023-12", Provenance.PUBLISHED_YEAR),
            RegisterPeriod.demonstration("hotspot", "2024-01"),
            RegisterPeriod.of("hotspot_plan", "2023-01", "2024-09", Provenance.PUBLISHED_PERIOD),
            RegisterPeriod.demonstration("hotspot_plan", "2024-10"),
            RegisterPeriod.of("dwelling_nuisance_case", "2023-01", "2024-09", Provenance.PUBLISHED_PERIOD),
            RegisterPeriod.demonstration("dwelling_nuisance_case", "2024-10"),
            RegisterPeriod.demonstration("behavioural_order_request", "2023-01"),
            RegisterPeriod.demonstration("milestone", "2023-01"));

    private Registers() {}

    /** What of a row of that day follows from a published figure. */
    static Provenance provenance(String register, LocalDate day) {
        return RegisterPeriod.provenance(ALL, register, day);
    }
}
