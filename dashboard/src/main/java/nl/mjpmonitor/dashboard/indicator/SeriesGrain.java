package nl.mjpmonitor.dashboard.indicator;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.periods.Period;
import nl.mjpmonitor.warehouse.periods.PeriodGrain;
import nl.mjpmonitor.warehouse.statistics.Cadence;

/** The lengths of period in which a series can be seen. */
enum SeriesGrain {
    MAAND(PeriodGrain.MONTH, Optional.of(Cadence.MONTH)),
    KWARTAAL(PeriodGrain.QUARTER, Optional.of(Cadence.QUARTER)),
    JAAR(PeriodGrain.YEAR, Optional.of(Cadence.YEAR)),
    /** Twelve months, every month anew. They overlap, so chance cannot be told from change in them. */
    VOORTSCHRIJDEND(PeriodGrain.ROLLING_YEAR, Optional.empty());

    private final PeriodGrain grain;
    private final Optional<Cadence> cadence;

    SeriesGrain(PeriodGrain grain, Optional<Cadence> cadence) {
        this.grain = grain;
        this.cadence = cadence;
    }

    /** As the address writes it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<SeriesGrain> of(String word) {
        return Arrays.stream(values())
                .filter(grain -> grain.word().equals(word))
                .findFirst();
    }

    PeriodGrain grain() {
        return grain;
    }

    /** How often there is a figure, for judgement; empty where nothing is judged. */
    Optional<Cadence> cadence() {
        return cadence;
    }

    boolean isDefinedFor(Indicator indicator) {
        return indicator.isDefinedFor(Period.containing(grain, indicator.definedFrom()));
    }

    /** The last period that has ended with the month. */
    Period lastEndedBy(YearMonth month) {
        Period holding = Period.containing(grain, month);
        return holding.lastMonth().isAfter(month)
                ? Period.containing(grain, holding.firstMonth().minusMonths(1))
                : holding;
    }
}
