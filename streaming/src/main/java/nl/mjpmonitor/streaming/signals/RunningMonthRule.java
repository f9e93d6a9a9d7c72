package nl.mjpmonitor.streaming.signals;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import nl.mjpmonitor.warehouse.areas.AreaKind;
import nl.mjpmonitor.warehouse.signals.SignalRule;
import nl.mjpmonitor.warehouse.signals.SignalSetting;
import nl.mjpmonitor.warehouse.signals.SignalSettings;
import nl.mjpmonitor.warehouse.statistics.ExposedCount;

/**
 * {@link SignalRule#RUNNING_MONTH_HIGH}: the running month against the months before it, each for the days it has: a week counts for a
 * quarter of a month. Only where rows come in by day. Only high counts are found: what is low now may still come in.
 */
final class RunningMonthRule implements SeriesRule {

    private static final double DAYS_IN_MEAN_MONTH = 365.25 / 12;
    private static final double MILLIS_OF_DAY = Duration.ofDays(1).toMillis();

    private final SignalSettings settings;

    RunningMonthRule(SignalSettings settings) {
        this.settings = settings;
    }

    @Override
    public List<Finding> findings(WatchedSeries series, SeriesStand stand, Instant moment) {
        if (series.area().kind() == AreaKind.BUURT
                || !series.isDaily()
                || series.rows().fact().streamed().isEmpty()) {
            return List.of();
        }
        YearMonth running = YearMonth.from(SeriesRule.today(moment));
        Instant start = running.atDay(1).atStartOfDay(CALENDAR).toInstant();
        double days = Duration.between(start, moment).toMillis() / MILLIS_OF_DAY;
        OptionalLong count = stand.count(running);
        if (days < settings.value(SignalSetting.RUNNING_DAYS) || count.isEmpty() || count.getAsLong() < 0) {
            return List.of();
        }
        return finding(series, stand, running, ExposedCount.of(count.getAsLong(), days / DAYS_IN_MEAN_MONTH), (int)
                        days)
                .stream()
                .toList();
    }

    private Optional<Finding> finding(
            WatchedSeries series, SeriesStand stand, YearMonth running, ExposedCount soFar, int days) {
        return MonthBaseline.before(series, stand, running, settings.value(SignalSetting.BASELINE_MONTHS))
                .flatMap(baseline ->
                        MonthLimitsRule.outside(series, baseline, soFar, settings.value(SignalSetting.LOWEST_MEAN)))
                .filter(figures -> Double.parseDouble(figures.getOrDefault("bovengrens", "0")) < soFar.count())
                .map(figures -> {
                    figures.put(Finding.PERIOD, running.toString());
                    figures.put("dagen", Integer.toString(days));
                    return new Finding(SignalRule.RUNNING_MONTH_HIGH, figures);
                });
    }
}
