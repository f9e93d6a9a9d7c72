package nl.mjpmonitor.dashboard.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import nl.mjpmonitor.dashboard.InMemoryWarehouse;
import nl.mjpmonitor.dashboard.PublishedFigures;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.areas.Areas;
import nl.mjpmonitor.warehouse.indicators.FigureSources;
import nl.mjpmonitor.warehouse.indicators.IndicatorCatalogue;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;
import nl.mjpmonitor.warehouse.indicators.IndicatorQuery;
import nl.mjpmonitor.warehouse.indicators.IndicatorSeries;
import nl.mjpmonitor.warehouse.indicators.SeriesRequest;
import nl.mjpmonitor.warehouse.periods.Period;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveFiguresTest {

    private final Areas areas = Areas.load();
    private final FigureSources sources = new FigureSources(IndicatorCatalogue.load());
    private Instant now = Instant.now();
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private final InMemoryWarehouse warehouse = new InMemoryWarehouse(areas, clock);
    private final LiveFigures live = new LiveFigures(
            warehouse, sources, requests -> {}, Runnable::run, clock, Duration.ZERO, new SimpleMeterRegistry());
    private final LiveFreshness freshness = new LiveFreshness(warehouse, clock);
    private final WarehousePoller poller = new WarehousePoller(warehouse, live, freshness, new SimpleMeterRegistry());
    private final FigureRequest request = new FigureRequest(List.of(SeriesRequest.latest(
            new IndicatorId("zakkenrollerij"), new AreaCode("GM0935"), Period.year(2019), Period.year(2023))));

    private final FigureRequest other = new FigureRequest(List.of(SeriesRequest.latest(
            new IndicatorId("woninginbraak"), new AreaCode("GM0935"), Period.year(2019), Period.year(2023))));

    @BeforeEach
    void fill() {
        PublishedFigures.fill(warehouse, areas, Instant.now());
    }

    @Test
    void twoPagesOnTheSameFiguresAreOneQuestion() {
        List<FigureState> first = new ArrayList<>();
        List<FigureState> second = new ArrayList<>();
        live.watch(request, first::add);
        live.watch(request, second::add);
        assertThat(warehouse.questions()).isOne();
        poller.poll();
        long before = warehouse.questions();
        warehouse.add("zakkenrollerij", "BU09350006", YearMonth.of(2023, 1), 1);
        poller.poll();
        assertThat(warehouse.questions()).isEqualTo(before + 1);
        assertThat(first).hasSize(2).isEqualTo(second);
    }

    @Test
    void aChangeElsewhereIsNoNews() {
        List<FigureState> states = new ArrayList<>();
        live.watch(request, states::add);
        warehouse.add("woninginbraak", "BU09350006", YearMonth.of(2023, 1), 1);
        poller.poll();
        assertThat(states).hasSize(1);
    }

    @Test
    void onlyPagesMadeOfWhatChangedAreReadAnew() {
        live.watch(request, state -> {});
        live.watch(other, state -> {});
        poller.poll();
        long before = warehouse.questions();
        warehouse.add("woninginbraak", "BU09350006", YearMonth.of(2023, 1), 1);
        poller.poll();
        poller.poll();
        assertThat(warehouse.questions()).isEqualTo(before + 1);
    }

    @Test
    void aPageOfManyFiguresIsReadAnewForEachOfThem() {
        FigureRequest both = new FigureRequest(Stream.concat(request.series().stream(), other.series().stream())
                .toList());
        List<FigureState> states = new ArrayList<>();
        live.watch(both, states::add);
        poller.poll();
        warehouse.add("woninginbraak", "BU09350006", YearMonth.of(2023, 1), 1);
        poller.poll();
        warehouse.add("zakkenrollerij", "BU09350006", YearMonth.of(2023, 1), 1);
        poller.poll();
        assertThat(states).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void aRateFollowsBothItsSides() {
        IndicatorId rate = new IndicatorId("hic-totaal-per-10000");
        FigureRequest rates = new FigureRequest(
                List.of(SeriesRequest.latest(rate, new AreaCode("GM0935"), Period.year(2019), Period.year(2023))));
        live.watch(rates, state -> {});
        poller.poll();
        for (String side : List.of("woninginbraak", "inwoners")) {
            long before = warehouse.questions();
            warehouse.add(side, "BU09350006", YearMonth.of(2023, 1), 1);
            poller.poll();
            assertThat(warehouse.questions()).as(side).isEqualTo(before + 1);
        }
    }

    @Test
    void whatChangedElsewhereIsNotMissedWhenAPageOfItOpensLater() {
        live.watch(other, state -> {});
        poller.poll();
        warehouse.add("zakkenrollerij", "BU09350006", YearMonth.of(2023, 1), 1);
        poller.poll();
        List<FigureState> states = new ArrayList<>();
        live.watch(request, states::add);
        warehouse.add("zakkenrollerij", "BU09350006", YearMonth.of(2023, 1), 2);
        poller.poll();
        assertThat(states).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void aPageThatOpensAgainAfterAChangeElsewhereAsksNothing() {
        live.watch(other, state -> {});
        poller.poll();
        live.watch(request, state -> {}).end();
        warehouse.add("woninginbraak", "BU09350006", YearMonth.of(2023, 1), 1);
        poller.poll();
        long before = warehouse.questions();
        live.watch(request, state -> {});
        poller.poll();
        assertThat(warehouse.questions()).isEqualTo(before);
    }

    @Test
    void whichSourcesChangedIsAskedOnlyWhenAnyDid() {
        live.watch(request, state -> {});
        poller.poll();
        long before = warehouse.looksAtSources();
        poller.poll();
        poller.poll();
        assertThat(warehouse.looksAtSources()).isEqualTo(before);
        warehouse.add("woninginbraak", "BU09350006", YearMonth.of(2023, 1), 1);
        poller.poll();
        assertThat(warehouse.looksAtSources()).isEqualTo(before + 1);
    }

    @Test
    void aNewMonthMovesWhichFiguresAreProvisional() {
        live.watch(request, state -> {});
        poller.poll();
        long before = warehouse.questions();
        now = YearMonth.from(now.atZone(ZoneOffset.UTC))
                .plusMonths(1)
                .atDay(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        poller.poll();
        poller.poll();
        assertThat(warehouse.questions()).isEqualTo(before + 1);
    }

    @Test
    void whoOpensAPageGoesBeforeThoseThatAreReadAnew() {
        List<Long> askedBefore = new ArrayList<>();
        FirstQuestions watched = new FirstQuestions() {
            @Override
            public void execute(Runnable question) {
                question.run();
            }

            @Override
            public void letPass(Duration longest) {
                askedBefore.add(warehouse.questions());
            }
        };
        LiveFigures polite = new LiveFigures(
                warehouse, sources, requests -> {}, watched, clock, Duration.ZERO, new SimpleMeterRegistry());
        polite.watch(request, state -> {});
        polite.watch(other, state -> {});
        polite.refresh(warehouse.tokens());
        polite.refresh(warehouse.tokens());
        assertThat(askedBefore).containsExactly(2L);
    }

    @Test
    void whatChangedIsAskedOnceForAllPagesAndNothingElse() {
        FigureRequest both = new FigureRequest(Stream.concat(request.series().stream(), other.series().stream())
                .toList());
        List<List<SeriesRequest>> asked = new ArrayList<>();
        LiveFigures frugal = answering(requests -> {
            asked.add(requests);
            return warehouse.series(requests);
        });
        List<FigureState> small = new ArrayList<>();
        List<FigureState> large = new ArrayList<>();
        frugal.watch(request, small::add);
        frugal.watch(both, large::add);
        frugal.refresh(warehouse.tokens());
        asked.clear();
        warehouse.add("zakkenrollerij", "BU09350006", YearMonth.of(2023, 1), 1);
        frugal.refresh(warehouse.tokens());
        assertThat(asked).containsExactly(request.series());
        assertThat(series(small)).isEqualTo(warehouse.series(request.series()));
        assertThat(series(large)).isEqualTo(warehouse.series(both.series()));
    }

    @Test
    void aPageThatCannotBeReadTakesNoOtherAlong() {
        LiveFigures halfBroken = answering(requests -> {
            if (requests.containsAll(other.series())) {
                throw new IllegalStateException("this cannot be answered, says the test");
            }
            return warehouse.series(requests);
        });
        List<FigureState> broken = new ArrayList<>();
        List<FigureState> sound = new ArrayList<>();
        halfBroken.watch(other, broken::add);
        halfBroken.watch(request, sound::add);
        halfBroken.refresh(warehouse.tokens());
        assertThat(broken.getLast()).isInstanceOf(FigureState.Failed.class);
        assertThat(sound.getLast()).isInstanceOf(FigureState.Current.class);
    }

    private LiveFigures answering(IndicatorQuery query) {
        return new LiveFigures(
                query, sources, requests -> {}, Runnable::run, clock, Duration.ZERO, new SimpleMeterRegistry());
    }

    private static List<IndicatorSeries> series(List<FigureState> states) {
        return ((FigureState.Current) states.getLast()).series();
    }

    @Test
    void losingAndFindingTheWarehouseIsToldOnceEach() {
        List<FigureState> states = new ArrayList<>();
        live.watch(request, states::add);
        warehouse.goAway();
        poller.poll();
        poller.poll();
        warehouse.comeBack();
        poller.poll();
        poller.poll();
        assertThat(states)
                .extracting(state -> state.getClass().getSimpleName())
                .containsExactly("Current", "Stale", "Current");
    }

    @Test
    void aPageThatOpensAgainBeforeAnythingChangedAsksNothing() {
        live.watch(other, state -> {});
        poller.poll();
        live.watch(request, state -> {}).end();
        long before = warehouse.questions();
        List<FigureState> states = new ArrayList<>();
        live.watch(request, states::add);
        poller.poll();
        assertThat(warehouse.questions()).isEqualTo(before);
        assertThat(states).singleElement().isInstanceOf(FigureState.Current.class);
    }

    @Test
    void aPageThatOpensAgainAfterAChangeAsksAnew() {
        live.watch(other, state -> {});
        poller.poll();
        List<FigureState> before = new ArrayList<>();
        live.watch(request, before::add).end();
        warehouse.add("zakkenrollerij", "BU09350006", YearMonth.of(2023, 1), 1);
        poller.poll();
        List<FigureState> after = new ArrayList<>();
        live.watch(request, after::add);
        assertThat(after.getFirst())
                .isInstanceOf(FigureState.Current.class)
                .extracting(state -> ((FigureState.Current) state).series())
                .isNotEqualTo(((FigureState.Current) before.getFirst()).series());
    }

    @Test
    void whatChangedWhileNobodyLookedIsNotMissed() {
        live.watch(request, state -> {}).end();
        warehouse.add("zakkenrollerij", "BU09350006", YearMonth.of(2023, 1), 1);
        long before = warehouse.questions();
        live.watch(request, state -> {});
        assertThat(warehouse.questions()).isEqualTo(before + 1);
    }

    @Test
    void anOpeningPageIsReadOnceWhenThePollerLooksWhileItOpens() {
        live.watch(other, state -> {});
        poller.poll();
        long before = warehouse.questions();
        live.watch(request, state -> {});
        poller.poll();
        assertThat(warehouse.questions()).isEqualTo(before + 1);
    }

    @Test
    void aChangeBetweenTheLookAndTheFirstQuestionIsReadAgain() {
        live.watch(other, state -> {});
        poller.poll();
        warehouse.add("zakkenrollerij", "BU09350006", YearMonth.of(2023, 1), 1);
        List<FigureState> states = new ArrayList<>();
        live.watch(request, states::add);
        warehouse.add("zakkenrollerij", "BU09350006", YearMonth.of(2023, 1), 2);
        poller.poll();
        assertThat(states).hasSize(2);
    }

    @Test
    void whatChangesWhileThePageShowsItsFirstFiguresIsShownAfterwards() {
        List<FigureState> states = new ArrayList<>();
        live.watch(request, state -> {
            states.add(state);
            if (states.size() == 1) {
                warehouse.add("zakkenrollerij", "BU09350006", YearMonth.of(2023, 1), 1);
                poller.poll();
            }
        });
        poller.poll();
        assertThat(states)
                .hasSize(2)
                .allSatisfy(state -> assertThat(state).isInstanceOf(FigureState.Current.class))
                .doesNotHaveDuplicates();
    }

    @Test
    void aPageThatShowsItsFirstFiguresSlowlyHoldsUpNobody() {
        List<FigureState> others = new ArrayList<>();
        CountDownLatch isElsewhereDone = new CountDownLatch(1);
        live.watch(request, state -> {
            Thread.ofVirtual().start(() -> {
                live.watch(other, others::add);
                poller.poll();
                isElsewhereDone.countDown();
            });
            assertThat(awaited(isElsewhereDone)).isTrue();
        });
        assertThat(others).singleElement().isInstanceOf(FigureState.Current.class);
    }

    @Test
    void aPageThatFailsToShowItsFiguresIsNotReadForever() {
        assertThatIllegalStateException()
                .isThrownBy(() -> live.watch(request, state -> {
                    throw new IllegalStateException("the page is broken, says the test");
                }));
        assertThat(live.isWatched()).isFalse();
    }

    @Test
    void nobodyWatchingMeansNoQuestions() {
        live.watch(request, state -> {}).end();
        long before = warehouse.questions();
        poller.poll();
        assertThat(warehouse.questions()).isEqualTo(before);
        assertThat(live.isWatched()).isFalse();
    }

    @Test
    void aLateSourceIsSaidEvenWhenNothingArrives() {
        List<FreshnessState> states = new ArrayList<>();
        warehouse.heardFrom(
                "politiecijfers", Instant.now().minus(LiveFreshness.LATE).minusSeconds(1));
        freshness.watch(states::add);
        poller.poll();
        assertThat(states.getLast().isLate()).isTrue();
        warehouse.heardFrom("politiecijfers", Instant.now());
        freshness.refresh();
        assertThat(states.getLast().isLate()).isFalse();
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
