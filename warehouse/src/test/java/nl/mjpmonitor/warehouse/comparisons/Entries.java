package nl.mjpmonitor.warehouse.comparisons;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import nl.mjpmonitor.warehouse.areas.AreaKind;
import nl.mjpmonitor.warehouse.catalogue.LocalizedText;
import nl.mjpmonitor.warehouse.indicators.Confidentiality;
import nl.mjpmonitor.warehouse.indicators.DefinitionVersion;
import nl.mjpmonitor.warehouse.indicators.Direction;
import nl.mjpmonitor.warehouse.indicators.Disclosure;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue;
import nl.mjpmonitor.warehouse.indicators.Measure;
import nl.mjpmonitor.warehouse.indicators.Target;
import nl.mjpmonitor.warehouse.indicators.Unit;
import nl.mjpmonitor.warehouse.indicators.ValueStatus;
import nl.mjpmonitor.warehouse.periods.Period;
import nl.mjpmonitor.warehouse.periods.PeriodGrain;

/** Catalogue entries and points to compare. */
final class Entries {

    private static final LocalizedText TEXT = new LocalizedText("tekst", "text");

    private Entries() {}

    /** An indicator whose definition starts anew in each of these months. */
    static Indicator indicator(Unit unit, YearMonth... starts) {
        return new Indicator(
                new IndicatorId("zakkenrollerij"),
                "criminaliteit",
                "vvc",
                1,
                TEXT,
                TEXT,
                unit,
                "politiecijfers",
                "team",
                new Measure.Ratio(new IndicatorId("a"), new IndicatorId("b"), 1),
                Set.of(AreaKind.GEMEENTE),
                Set.of(PeriodGrain.YEAR, PeriodGrain.MONTH),
                Direction.LOWER_IS_BETTER,
                new Target.None(TEXT),
                Confidentiality.OPENBAAR,
                Disclosure.OPEN,
                List.of(),
                true,
                3,
                Set.of(2020, 2021),
                IntStream.range(0, starts.length)
                        .mapToObj(number -> new DefinitionVersion(
                                starts[number],
                                number + 1 < starts.length
                                        ? Optional.of(starts[number + 1].minusMonths(1))
                                        : Optional.empty(),
                                TEXT))
                        .toList(),
                List.of());
    }

    static IndicatorPoint counted(Period period, long count) {
        return IndicatorPoint.of(period, new IndicatorValue.Counted(count, ValueStatus.DEFINITIEF));
    }

    static IndicatorPoint measured(Period period, String value) {
        return IndicatorPoint.of(period, new IndicatorValue.Measured(new BigDecimal(value), ValueStatus.DEFINITIEF));
    }

    static IndicatorPoint suppressed(Period period) {
        return IndicatorPoint.of(period, new IndicatorValue.Suppressed());
    }

    static IndicatorPoint unknown(Period period) {
        return IndicatorPoint.of(period, new IndicatorValue.Unknown());
    }
}
