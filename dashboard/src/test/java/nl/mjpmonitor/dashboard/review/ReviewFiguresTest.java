package nl.mjpmonitor.dashboard.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.mjpmonitor.dashboard.InMemoryWarehouse;
import nl.mjpmonitor.warehouse.areas.AreaKind;
import nl.mjpmonitor.warehouse.areas.Areas;
import nl.mjpmonitor.warehouse.comparisons.Outcome;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorCatalogue;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;
import nl.mjpmonitor.warehouse.indicators.IndicatorQuery;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue;
import nl.mjpmonitor.warehouse.indicators.ValueStatus;
import nl.mjpmonitor.warehouse.periods.PeriodGrain;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The figures of a month and the order in which they ask for attention. */
class ReviewFiguresTest {

    private static final YearMonth MONTH = YearMonth.of(2026, 10);
    private static final String BUURT = "BU09350000";
    private static final List<String> NAMES =
            List.of("woninginbraak", "straatroof", "fietsdiefstal", "vernieling", "zakkenrollerij");
    private static final int USUAL = 20;

    private final Areas areas = Areas.load();
    private final IndicatorCatalogue catalogue = IndicatorCatalogue.load();
    private final InMemoryWarehouse warehouse = new InMemoryWarehouse(areas, Clock.systemUTC());
    private final ReviewKey key = new ReviewKey(MONTH, areas.municipality().code());

    @BeforeEach
    void everyMonthIsAsUsual() {
        warehouse.cover(YearMonth.of(2019, 1), MONTH);
        NAMES.forEach(name -> {
            for (YearMonth month = YearMonth.of(2019, 1); !month.isAfter(MONTH); month = month.plusMonths(1)) {
                warehouse.add(name, BUURT, month, USUAL);
            }
        });
    }

    @Test
    void whenNothingIsTheMatterTheOrderOfTheCatalogueHolds() {
        assertThat(order(Set.of())).isEqualTo(NAMES);
        assertThat(figures(Set.of()).called()).isEmpty();
    }

    @Test
    void signalsComeFirstThenTheUnusualThenMissedTargets() {
        warehouse.add("vernieling", BUURT, MONTH, 40);
        for (YearMonth month = YearMonth.of(2026, 1); month.isBefore(MONTH); month = month.plusMonths(1)) {
            warehouse.add("fietsdiefstal", BUURT, month, 15);
        }

        assertThat(order(Set.of("zakkenrollerij")))
                .containsExactly("zakkenrollerij", "vernieling", "fietsdiefstal", "woninginbraak", "straatroof");
        assertThat(figures(Set.of("zakkenrollerij")).called().stream().map(ReviewLine::attention))
                .containsExactly(Attention.SIGNAL, Attention.UNUSUAL, Attention.TARGET_MISSED);
    }

    @Test
    void ofEqualWeightTheLargestDeviationComesFirst() {
        warehouse.add("straatroof", BUURT, MONTH, 25);
        warehouse.add("zakkenrollerij", BUURT, MONTH, 90);
        warehouse.add("vernieling", BUURT, MONTH, -20);

        assertThat(order(Set.of()).subList(0, 3)).containsExactly("zakkenrollerij", "vernieling", "straatroof");
    }

    @Test
    void withoutAFigureItComesLastAndIsNotSuggested() {
        warehouse.leaveUnknown("woninginbraak", BUURT, MONTH);

        ReviewFigures figures = figures(Set.of());

        assertThat(order(Set.of()).getLast()).isEqualTo("woninginbraak");
        assertThat(figures.unknown())
                .singleElement()
                .satisfies(line -> assertThat(line.indicator().id().value()).isEqualTo("woninginbraak"));
        assertThat(ReviewRanking.suggested(figures.lines()).stream()
                        .map(line -> line.indicator().id().value()))
                .containsExactly("straatroof", "fietsdiefstal", "vernieling");
    }

    @Test
    void aLineHoldsTheMonthTheYearSoFarAndTwelveMonths() {
        warehouse.add("woninginbraak", BUURT, MONTH, 5);
        warehouse.add("woninginbraak", BUURT, MONTH.minusYears(1), -1);

        ReviewLine line =
                figures(Set.of()).line(new IndicatorId("woninginbraak")).orElseThrow();

        assertThat(line.figure().value()).isEqualTo(counted(25));
        assertThat(line.month().lastYear().base().value()).isEqualTo(counted(19));
        assertThat(line.yearToDate().later().value()).isEqualTo(counted(205));
        assertThat(line.yearToDate().base().value()).isEqualTo(counted(199));
        assertThat(line.rolling().later().value()).isEqualTo(counted(245));
        assertThat(line.rolling().base().value()).isEqualTo(counted(239));
        assertThat(line.course()).hasSize(ReviewSubject.COURSE_MONTHS);
        assertThat(line.course().getLast()).isEqualTo(line.figure());
    }

    @Test
    void theRateIsOfTwelveMonthsByTheInhabitantsOfThen() {
        int people = areas.population()
                .on(key.area(), MONTH.atEndOfMonth())
                .orElseThrow()
                .count();
        ReviewLine line =
                figures(Set.of()).line(new IndicatorId("woninginbraak")).orElseThrow();

        assertThat(line.rate().orElseThrow().outcome())
                .isInstanceOfSatisfying(
                        Outcome.Amount.class,
                        rate -> assertThat(rate.value())
                                .isEqualByComparingTo(new BigDecimal(12 * USUAL * 10_000)
                                        .divide(new BigDecimal(people), 1, RoundingMode.HALF_UP)));
    }

    @Test
    void whatTheSourceStatesOtherwiseThanLastTimeIsListed() {
        Instant lastTime = Instant.parse("2026-10-12T08:00:00Z");
        warehouse.correct("woninginbraak", BUURT, MONTH.minusMonths(2), 3, lastTime.plusSeconds(60));
        warehouse.correct("straatroof", BUURT, MONTH.minusMonths(2), 3, lastTime.minusSeconds(60));

        List<Restatement> restatements =
                figures(Set.of(), Optional.of(lastTime)).restatements();

        assertThat(restatements).singleElement().satisfies(restatement -> {
            assertThat(restatement.indicator().id().value()).isEqualTo("woninginbraak");
            assertThat(restatement.then().value()).isEqualTo(counted(USUAL));
            assertThat(restatement.now().value()).isEqualTo(counted(USUAL + 3));
        });
        assertThat(figures(Set.of()).restatements()).isEmpty();
    }

    @Test
    void theWholeCatalogueFitsInOneQuestion() {
        List<Indicator> monthly = catalogue.indicators().stream()
                .filter(indicator -> indicator.grains().contains(PeriodGrain.MONTH))
                .filter(indicator -> indicator.areas().contains(AreaKind.GEMEENTE))
                .toList();

        assertThat(monthly).hasSizeGreaterThan(100);
        assertThat(ReviewSubject.request(key, monthly, Optional.of(Instant.EPOCH))
                        .series())
                .hasSizeLessThanOrEqualTo(IndicatorQuery.MAXIMUM);
    }

    private List<String> order(Set<String> signalled) {
        return figures(signalled).lines().stream()
                .map(line -> line.indicator().id().value())
                .toList();
    }

    private ReviewFigures figures(Set<String> signalled) {
        return figures(signalled, Optional.empty());
    }

    private ReviewFigures figures(Set<String> signalled, Optional<Instant> lastTime) {
        List<Indicator> indicators =
                NAMES.stream().map(IndicatorId::new).map(catalogue::require).toList();
        return ReviewFigures.of(
                key,
                indicators,
                warehouse.series(
                        ReviewSubject.request(key, indicators, lastTime).series()),
                Stream.of(signalled).flatMap(Set::stream).map(IndicatorId::new).collect(Collectors.toSet()),
                areas.population());
    }

    private static IndicatorValue counted(long count) {
        return new IndicatorValue.Counted(count, ValueStatus.DEFINITIEF);
    }
}
