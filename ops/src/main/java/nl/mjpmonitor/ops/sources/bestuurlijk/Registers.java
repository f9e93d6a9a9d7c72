package nl.mjpmonitor.ops.sources.bestuurlijk;

import java.time.LocalDate;
import java.util.List;
import nl.mjpmonitor.ops.sources.generation.MonthRange;
import nl.mjpmonitor.ops.sources.generation.Provenance;
import nl.mjpmonitor.ops.sources.generation.RegisterPeriod;

/**
 * What was kept from when to when, as far as publications tell. How many behavioural orders there were in 2023 was not published,
 * only that they concerned two dwellings; warnings and penalty orders under article 13b were not published at all.
 */
final class Registers {
    /** The policy period of the Veiligheidsanalyse 2022. */
    static final MonthRange POLICY_PERIOD = MonthRange.of("2019-01", "2022-12");

    /** The year of the Uitvoeringsplan 2024. */
    static final MonthRange YEAR_2023 = MonthRange.of("2023-01", "2023-12");

    static final List<RegisterPeriod> ALL = List.of(
            RegisterPeriod.demonstration("permit_application", "2019-01"),
            RegisterPeriod.of("bibob_screening", "2019-01", "2022-12", Provenance.DEMONSTRATION),
            RegisterPeriod.of("bibob_screening", "2023-01", "2023-12", Provenance.PUBLISHED_YEAR),
            RegisterPeriod.demonstration("bibob_screening", "2024-01"),
            RegisterPeriod.of("bibob_outcome", "2019-01", "2022-12", Provenance.DEMONSTRATION),
            RegisterPeriod.of("bibob_outcome", "2023-01", "2023-12", Provenance.PUBLISHED_YEAR),
            RegisterPeriod.demonstration("bibob_outcome", "2024-01"),
            RegisterPeriod.of("closure", "2019-01", "2022-12", Provenance.PUBLISHED_PERIOD),
            RegisterPeriod.of("closure", "2023-01", "2023-12", Provenance.PUBLISHED_YEAR),
            RegisterPeriod.demonstration("closure", "2024-01"),
            RegisterPeriod.demonstration("warning", "2024-01"),
            RegisterPeriod.demonstration("penalty_order", "2024-01"),
            RegisterPeriod.of("street_trade_penalty", "2023-01", "2023-12", Provenance.PUBLISHED_YEAR),
            RegisterPeriod.demonstration("street_trade_penalty", "2024-01"),
            RegisterPeriod.of("behavioural_order_dwelling", "2023-01", "2023-12", Provenance.PUBLISHED_YEAR),
            RegisterPeriod.demonstration("behavioural_order_dwelling", "2024-01"),
            RegisterPeriod.demonstration("behavioural_order", "2024-01"),
            RegisterPeriod.of("house_ban", "2023-01", "2023-12", Provenance.PUBLISHED_YEAR),
            RegisterPeriod.demonstration("house_ban", "2024-01"));

    private Registers() {}

    /** What of a row of that day follows from a published figure. */
    static Provenance provenance(String register, LocalDate day) {
        return RegisterPeriod.provenance(ALL, register, day);
    }
}
