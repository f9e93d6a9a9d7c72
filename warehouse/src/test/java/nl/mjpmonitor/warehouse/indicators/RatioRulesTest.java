package nl.mjpmonitor.warehouse.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue.Counted;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue.Measured;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue.NotApplicable;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue.Suppressed;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue.Unknown;
import nl.mjpmonitor.warehouse.periods.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatioRulesTest {

    private static final IndicatorValue FOUR = new Counted(4, ValueStatus.DEFINITIEF);

    @ParameterizedTest
    @CsvSource({
        "50, 478, 100, 10.4603",
        "31, 50, 100, 62",
        "7840, 125285, 10000, 625.7732",
        "1, 3, 1, 0.3333",
        "0, 7, 100, 0"
    })
    void divides(long of, long to, int times, BigDecimal ratio) {
        assertThat(value(new Counted(of, ValueStatus.DEFINITIEF), new Counted(to, ValueStatus.DEFINITIEF), times))
                .isEqualTo(new Measured(ratio, ValueStatus.DEFINITIEF));
    }

    @Test
    void isUnknownWhereItWouldDivideByZero() {
        assertThat(value(FOUR, new Counted(0, ValueStatus.DEFINITIEF), 100)).isEqualTo(new Unknown());
    }

    @Test
    void saysNoMoreThanItsSides() {
        assertThat(value(FOUR, new Suppressed(), 100)).isEqualTo(new Suppressed());
        assertThat(value(new Suppressed(), new Unknown(), 100)).isEqualTo(new Unknown());
        assertThat(value(new Unknown(), new NotApplicable(), 100)).isEqualTo(new NotApplicable());
        assertThat(value(FOUR, new Measured(new BigDecimal("2.5"), ValueStatus.VOORLOPIG), 1))
                .isEqualTo(new Measured(new BigDecimal("1.6"), ValueStatus.VOORLOPIG));
    }

    @Test
    void isMarkedAsTheWeakerOfItsSides() {
        Period period = Period.year(2023);
        IndicatorPoint of =
                new IndicatorPoint(period, FOUR, new PointMarks(true, Provenance.PUBLISHED_YEAR, Optional.empty()));
        IndicatorPoint to = new IndicatorPoint(
                period,
                FOUR,
                new PointMarks(
                        false, Provenance.DEMONSTRATION, Optional.of(new Margin(BigDecimal.ONE, BigDecimal.TEN))));

        assertThat(RatioRules.point(of, to, 100).marks())
                .isEqualTo(new PointMarks(true, Provenance.DEMONSTRATION, Optional.empty()));
        assertThat(RatioRules.point(of, IndicatorPoint.of(period, new Unknown()), 100)
                        .marks())
                .isEqualTo(PointMarks.NONE);
    }

    private static IndicatorValue value(IndicatorValue of, IndicatorValue to, int times) {
        Period period = Period.year(2023);
        return RatioRules.point(IndicatorPoint.of(period, of), IndicatorPoint.of(period, to), times)
                .value();
    }
}
