package nl.mjpmonitor.streaming.signals;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import nl.mjpmonitor.warehouse.areas.AreaKind;
import nl.mjpmonitor.warehouse.signals.SignalRule;
import nl.mjpmonitor.warehouse.signals.SignalSetting;
import nl.mjpmonitor.warehouse.signals.SignalSettings;
import nl.mjpmonitor.warehouse.statistics.ExposedCount;
import nl.mjpmonitor.warehouse.statistics.PoissonComparison;

/**
 * {@link SignalRule#BURGLARY_SERIES}: what became known in a buurt in the last days against what that buurt has in as many days, by the
 * exact test of {@link PoissonComparison}. A scan over a window of fixed length, because the counts of a buurt are far too small for
 * EARS: with a week of zeros before it, every single burglary would be a warning.
 *
 * <p>What comes with a monthly delivery or a snapshot became known then but did not happen then, and is left out.
 */
final class BurglarySeriesRule implements SeriesRule {

    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final long HOURS_OF_DAY = 24;
    private static final double THOUSAND = 1_000;

    private final SignalSettings settings;

    BurglarySeriesRule(SignalSettings settings) {
        this.settings = settings;
    }

    @Override
    public List<Finding> findings(WatchedSeries series, SeriesStand stand, Instant moment) {
        if (series.area().kind() != AreaKind.BUURT) {
            return List.of();
        }
        int days = settings.value(SignalSetting.SERIES_DAYS);
        long lastHour = Math.floorDiv(moment.toEpochMilli(), HOUR);
        long gained =
                stand.gained(lastHour - days * HOURS_OF_DAY + 1, lastHour, settings.value(SignalSetting.INTAKE_HOURS));
        if (gained < settings.value(SignalSetting.SERIES_COUNT)) {
            return List.of();
        }
        YearMonth running = YearMonth.from(SeriesRule.today(moment));
        return MonthBaseline.before(
                        // the newest whole month still gains what became known these days
                        series, stand, running.minusMonths(1), settings.value(SignalSetting.BASELINE_MONTHS))
                .filter(MonthBaseline::isLongEnough)
                .map(baseline -> new PoissonComparison(
                        ExposedCount.of(baseline.count(), (double) baseline.days()), ExposedCount.of(gained, days)))
                .filter(comparison ->
                        comparison.later().rate() > comparison.earlier().rate())
                .filter(comparison -> comparison.pValue() < settings.probability(SignalSetting.SERIES_PER_THOUSAND))
                .map(comparison -> new Finding(
                        SignalRule.BURGLARY_SERIES,
                        Map.of(
                                "aantal", Long.toString(gained),
                                "dagen", Integer.toString(days),
                                "verwacht", Finding.number(comparison.earlier().ratePer(days)),
                                "kans", Finding.number(comparison.pValue() * THOUSAND),
                                "maanden",
                                        Integer.toString((int)
                                                Math.round(comparison.earlier().exposure() / 30.4375)))))
                .stream()
                .toList();
    }
}
