package nl.mjpmonitor.ops.sources.oov;

import java.time.LocalDate;
import java.util.List;
import nl.mjpmonitor.ops.sources.generation.MonthRange;
import nl.mjpmonitor.ops.sources.generation.Provenance;
import nl.mjpmonitor.ops.sources.generation.RegisterPeriod;

/**
 * What was kept from when to when, as far as publications tell. Demonstrations up to 2022 and from 2023 on are counted by different
 * definitions, so in different registers; of the former only two years were published.
 */
final class Registers {
    static final MonthRange YEAR_2017 = MonthRange.of("2017-01", "2017-12");
    static final MonthRange YEAR_2021 = MonthRange.of("2021-01", "2021-12");
    static final MonthRange YEAR_2022 = MonthRange.of("2022-01", "2022-12");

    /** The year of the Uitvoeringsplan 2024. */
    static final MonthRange YEAR_2023 = MonthRange.of("2023-01", "2023-12");

    static final List<RegisterPeriod> ALL = List.of(
            RegisterPeriod.of("demonstration_all", "2017-01", "2017-12", Provenance.PUBLISHED_YEAR),
            RegisterPeriod.of("demonstration_all", "2021-01", "2021-12", Provenance.PUBLISHED_YEAR),
            RegisterPeriod.of("demonstration", "2023-01", "2023-12", Provenance.PUBLISHED_YEAR),
            RegisterPeriod.demonstration("demonstration", "2024-01"),
            RegisterPeriod.of("event_application", "2023-01", "2023-12", Provenance.PUBLISHED_YEAR),
            RegisterPeriod.demonstration("event_application", "2024-01"),
            RegisterPeriod.of("event_safety_round", "2023-01", "2023-12", Provenance.PUBLISHED_YEAR),
            RegisterPeriod.demonstration("event_safety_round", "2024-01"),
            RegisterPeriod.of("incident", "2023-01", "2023-12", Provenance.PUBLISHED_YEAR),
            RegisterPeriod.demonstration("incident", "2024-01"),
            RegisterPeriod.demonstration("football_match", "2023-01"),
            RegisterPeriod.of("football_risk_match", "2023-01", "2023-12", Provenance.PUBLISHED_YEAR),
            RegisterPeriod.demonstration("football_risk_match", "2024-01"),
            RegisterPeriod.of("cmt_day", "2023-01", "2023-12", Provenance.PUBLISHED_YEAR),
            RegisterPeriod.demonstration("cmt_day", "2024-01"),
            RegisterPeriod.of("cmt_event", "2023-01", "2023-12", Provenance.PUBLISHED_YEAR),
            RegisterPeriod.demonstration("cmt_event", "2024-01"),
            RegisterPeriod.of("consultation", "2023-01", "2023-12", Provenance.PUBLISHED_YEAR),
            RegisterPeriod.demonstration("consultation", "2024-01"),
            RegisterPeriod.of("milestone", "2023-01", "2023-12", Provenance.PUBLISHED_YEAR),
            RegisterPeriod.demonstration("milestone", "2024-01"));

    private Registers() {}

    /** What of a row of that day follows from a published figure. */
    static Provenance provenance(String register, LocalDate day) {
        return RegisterPeriod.provenance(ALL, register, day);
    }
}
