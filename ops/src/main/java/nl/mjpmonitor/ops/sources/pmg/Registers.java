package nl.mjpmonitor.ops.sources.pmg;

import java.util.List;
import nl.mjpmonitor.ops.sources.generation.MonthRange;
import nl.mjpmonitor.ops.sources.generation.Provenance;
import nl.mjpmonitor.ops.sources.generation.RegisterPeriod;

/**
 * What was kept from when to when. The programme was drawn up in 2023 and got its grant at the end of that year; whether there were
 * signals of criminal youth groups in 2023 was not published.
 */
final class Registers {
    /** The year in which a first impact was made. */
    static final MonthRange YEAR_2024 = MonthRange.of("2024-01", "2024-12");

    /** What is registered as it happens, until yesterday. */
    static final List<RegisterPeriod> OF_DAYS = List.of(
            new RegisterPeriod("front", YEAR_2024, Provenance.PUBLISHED_YEAR),
            RegisterPeriod.demonstration("front", "2025-01"),
            RegisterPeriod.demonstration("action", "2023-01"),
            RegisterPeriod.demonstration("milestone", "2023-01"));

    /** What is counted when a month has passed. */
    static final List<RegisterPeriod> OF_MONTHS = List.of(
            RegisterPeriod.demonstration("reach", "2024-01"),
            RegisterPeriod.demonstration("presence_hours", "2024-01"),
            RegisterPeriod.demonstration("communication", "2024-01"),
            RegisterPeriod.of("youth_group_signal", "2022-01", "2022-12", Provenance.PUBLISHED_YEAR),
            RegisterPeriod.demonstration("youth_group_signal", "2024-01"),
            RegisterPeriod.demonstration("spending", "2024-01"));

    private Registers() {}
}
