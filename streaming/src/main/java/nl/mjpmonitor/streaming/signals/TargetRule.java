package nl.mjpmonitor.streaming.signals;

import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import nl.mjpmonitor.warehouse.areas.AreaKind;
import nl.mjpmonitor.warehouse.indicators.Target;
import nl.mjpmonitor.warehouse.periods.Period;
import nl.mjpmonitor.warehouse.signals.SignalRule;
import nl.mjpmonitor.warehouse.signals.SignalSetting;
import nl.mjpmonitor.warehouse.signals.SignalSettings;
import nl.mjpmonitor.warehouse.statistics.ExposedCount;
import nl.mjpmonitor.warehouse.statistics.PoissonComparison;

/**
 * {@link SignalRule#TARGET_OUT_OF_REACH}, for the municipality.
 *
 * <ul>
 *   <li>A norm of at least: missed for certain when its period is over without it; out of reach when what is still needed asks for a
 *       pace that differs from that so far by more than chance explains ({@link PoissonComparison}).
 *   <li>A norm of at most: missed for certain when there are more already; out of reach in the same way.
 *   <li>A way down: missed for certain when this year already counts more than the whole of last year.
 * </ul>
 *
 * <p>Only months that are known count, and nothing is said past a month that is not: it might change the outcome.
 */
final class TargetRule implements SeriesRule {

    private static final String CERTAIN = "zeker";
    private static final String LIKELY = "waarschijnlijk";

    private final SignalSettings settings;

    TargetRule(SignalSettings settings) {
        this.settings = settings;
    }

    /** What is known of a period from its first month on. */
    private record SoFar(long count, long days, long daysLeft, Optional<YearMonth> until) {}

    @Override
    public List<Finding> findings(WatchedSeries series, SeriesStand stand, Instant moment) {
        if (series.area().kind() != AreaKind.GEMEENTE) {
            return List.of();
        }
        Target target = series.indicator().target();
        if (target instanceof Target.Norm norm) {
            return norm(stand, norm, moment).stream().toList();
        }
        if (target instanceof Target.Heading heading && heading.way() == Target.Way.DOWN) {
            int year = SeriesRule.today(moment).getYear();
            return Stream.of(Year.of(year), Year.of(year - 1))
                    .flatMap(each -> fall(stand, each, moment).stream())
                    .toList();
        }
        return List.of();
    }

    private Optional<Finding> norm(SeriesStand stand, Target.Norm norm, Instant moment) {
        Optional<Period> period = Period.parse(norm.period());
        if (period.isEmpty() || !isRecent(period.get(), moment)) {
            return Optional.empty();
        }
        SoFar soFar = soFar(stand, period.get(), moment);
        if (soFar.until().isEmpty()) {
            return Optional.empty();
        }
        return switch (norm.comparison()) {
            case AT_LEAST -> {
                long value = norm.value().setScale(0, RoundingMode.CEILING).longValueExact();
                long needed = value - soFar.count();
                boolean isCertain = soFar.daysLeft() == 0 && needed > 0;
                boolean isLikely = needed > 0 && isOtherPace(soFar, needed, true);
                yield finding(period.get(), "ten-minste", soFar, value, isCertain, isLikely);
            }
            case AT_MOST -> {
                long value = norm.value().setScale(0, RoundingMode.FLOOR).longValueExact();
                long room = value - soFar.count();
                yield finding(period.get(), "ten-hoogste", soFar, value, room < 0, isOtherPace(soFar, room, false));
            }
        };
    }

    private boolean isOtherPace(SoFar soFar, long rest, boolean isFaster) {
        if (soFar.daysLeft() == 0 || rest < 0) {
            return false;
        }
        PoissonComparison comparison = new PoissonComparison(
                ExposedCount.of(soFar.count(), (double) soFar.days()),
                ExposedCount.of(rest, (double) soFar.daysLeft()));
        boolean differs = isFaster
                ? comparison.later().rate() > comparison.earlier().rate()
                : comparison.later().rate() < comparison.earlier().rate();
        return differs && comparison.pValue() < settings.probability(SignalSetting.TARGET_PER_THOUSAND);
    }

    private Optional<Finding> fall(SeriesStand stand, Year year, Instant moment) {
        Period period = Period.year(year.getValue());
        if (!isRecent(period, moment)) {
            return Optional.empty();
        }
        OptionalLong before = whole(stand, Period.year(year.getValue() - 1));
        SoFar soFar = soFar(stand, period, moment);
        boolean isMissed = before.isPresent() && soFar.count() > before.getAsLong();
        return finding(period, "omlaag", soFar, before.orElse(0), isMissed, false);
    }

    private static Optional<Finding> finding(
            Period period, String kind, SoFar soFar, long target, boolean isCertain, boolean isLikely) {
        if (!isCertain && !isLikely) {
            return Optional.empty();
        }
        return soFar.until()
                .map(until -> new Finding(
                        SignalRule.TARGET_OUT_OF_REACH,
                        Map.of(
                                Finding.PERIOD,
                                period.label(),
                                "soort",
                                kind,
                                "aantal",
                                Long.toString(soFar.count()),
                                "doel",
                                Long.toString(target),
                                "tot-en-met",
                                until.toString(),
                                "zekerheid",
                                isCertain ? CERTAIN : LIKELY)));
    }

    private boolean isRecent(Period period, Instant moment) {
        LocalDate oldest = SeriesRule.today(moment.minus(settings.horizon()));
        return !period.lastMonth().atEndOfMonth().isBefore(oldest)
                && !period.firstMonth().atDay(1).isAfter(SeriesRule.today(moment));
    }

    /** Counts from the first month on, up to the first that is not known or has not ended. */
    private static SoFar soFar(SeriesStand stand, Period period, Instant moment) {
        YearMonth running = YearMonth.from(SeriesRule.today(moment));
        long count = 0;
        long days = 0;
        long all = 0;
        boolean goesOn = true;
        Optional<YearMonth> until = Optional.empty();
        for (YearMonth month : period.months()) {
            OptionalLong known = month.isBefore(running) ? stand.count(month) : OptionalLong.empty();
            goesOn &= known.isPresent() && known.getAsLong() >= 0;
            all += month.lengthOfMonth();
            if (goesOn) {
                count += known.getAsLong();
                days += month.lengthOfMonth();
                until = Optional.of(month);
            }
        }
        return new SoFar(count, days, all - days, until);
    }

    private static OptionalLong whole(SeriesStand stand, Period period) {
        long count = 0;
        for (YearMonth month : period.months()) {
            OptionalLong known = stand.count(month);
            if (known.isEmpty()) {
                return OptionalLong.empty();
            }
            count += known.getAsLong();
        }
        return OptionalLong.of(count);
    }
}
