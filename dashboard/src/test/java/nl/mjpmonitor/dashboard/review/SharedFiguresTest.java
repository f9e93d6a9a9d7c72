package nl.mjpmonitor.dashboard.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.mjpmonitor.dashboard.InMemoryWarehouse;
import nl.mjpmonitor.warehouse.areas.Areas;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorCatalogue;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;
import nl.mjpmonitor.warehouse.indicators.IndicatorSeries;
import org.junit.jupiter.api.Test;

class SharedFiguresTest {

    private static final YearMonth MONTH = YearMonth.of(2026, 10);
    private static final IndicatorId BURGLARY = new IndicatorId("woninginbraak");

    private final Areas areas = Areas.load();
    private final InMemoryWarehouse warehouse = new InMemoryWarehouse(areas, Clock.systemUTC());
    private final List<Indicator> indicators = List.of(IndicatorCatalogue.load().require(BURGLARY));
    private final SharedFigures shared = new SharedFigures(areas.population());

    @Test
    void readersOfTheSameAnswerShareTheFigures() {
        List<IndicatorSeries> answer = answer(MONTH);
        ReviewFigures first = of(MONTH, answer, Set.of());
        assertThat(of(MONTH, answer, Set.of())).isSameAs(first);
    }

    @Test
    void anotherAnswerMakesOthers() {
        warehouse.cover(YearMonth.of(2019, 1), MONTH);
        ReviewFigures first = of(MONTH, answer(MONTH), Set.of());
        warehouse.add(BURGLARY.value(), "BU09350000", MONTH, 7);
        assertThat(of(MONTH, answer(MONTH), Set.of())).isNotEqualTo(first);
    }

    @Test
    void whoHasASignalOrAnotherMonthHasOthers() {
        List<IndicatorSeries> answer = answer(MONTH);
        ReviewFigures plain = of(MONTH, answer, Set.of());
        assertThat(of(MONTH, answer, Set.of(BURGLARY))).isNotEqualTo(plain);
        assertThat(of(MONTH.minusMonths(1), answer(MONTH.minusMonths(1)), Set.of()))
                .isNotEqualTo(plain);
        assertThat(of(MONTH, answer, Set.of())).isSameAs(plain);
    }

    @Test
    void whatNobodyAskedForLongIsForgotten() {
        List<IndicatorSeries> answer = answer(MONTH);
        ReviewFigures first = of(MONTH, answer, Set.of());
        for (int back = 1; back <= 4; back++) {
            of(MONTH.minusMonths(back), answer(MONTH.minusMonths(back)), Set.of());
        }
        assertThat(of(MONTH, answer, Set.of())).isEqualTo(first).isNotSameAs(first);
    }

    private List<IndicatorSeries> answer(YearMonth month) {
        return warehouse.series(
                ReviewSubject.request(key(month), indicators, Optional.empty()).series());
    }

    private ReviewFigures of(YearMonth month, List<IndicatorSeries> answer, Set<IndicatorId> signalled) {
        return shared.of(key(month), indicators, answer, signalled);
    }

    private ReviewKey key(YearMonth month) {
        return new ReviewKey(month, areas.municipality().code());
    }
}
