package nl.mjpmonitor.warehouse.revisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.indicators.IndicatorCatalogue;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.indicators.IndicatorQuery;
import nl.mjpmonitor.warehouse.indicators.IndicatorSeries;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue.Counted;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue.Suppressed;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue.Unknown;
import nl.mjpmonitor.warehouse.indicators.PointMarks;
import nl.mjpmonitor.warehouse.indicators.SeriesRequest;
import nl.mjpmonitor.warehouse.indicators.ValueStatus;
import nl.mjpmonitor.warehouse.periods.Period;
import org.junit.jupiter.api.Test;

class QueriedRevisionsTest {

    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    private static final AreaCode MAASTRICHT = new AreaCode("GM0935");
    private static final IndicatorId PICKPOCKETING = new IndicatorId("zakkenrollerij");
    private static final IndicatorId ROBBERY = new IndicatorId("straatroof");

    private final Remembered figures = new Remembered();
    private final List<Instant> moments = new ArrayList<>();
    private final Revisions revisions = new QueriedRevisions(
            figures,
            IndicatorCatalogue.load(),
            (after, until) -> moments.stream()
                    .filter(moment -> moment.isAfter(after) && !moment.isAfter(until))
                    .toList());

    QueriedRevisionsTest() {
        for (int minute = 0; minute < 10_000; minute++) {
            moments.add(START.plusSeconds(60L * minute));
        }
    }

    @Test
    void tellThenNowDifferenceAndWhenItBecameKnown() {
        figures.know(PICKPOCKETING, 2019, 0, counted(433));
        figures.know(PICKPOCKETING, 2019, 7_777, counted(434));
        figures.know(PICKPOCKETING, 2020, 0, counted(227));

        List<Revision> listed = revisions.list(request(5, 9_999, List.of(PICKPOCKETING)));

        assertThat(listed)
                .containsExactly(new Revision(
                        PICKPOCKETING,
                        MAASTRICHT,
                        IndicatorPoint.of(Period.year(2019), counted(433)),
                        IndicatorPoint.of(Period.year(2019), counted(434)),
                        Optional.of(moments.get(7_777))));
        assertThat(listed.get(0).difference()).contains(BigDecimal.ONE);
        assertThat(listed.get(0).kind()).isEqualTo(RevisionKind.RESTATED);
        assertThat(figures.statements).isLessThanOrEqualTo(5);
    }

    @Test
    void findTheLastOfManyRevisionsForEveryMoment() {
        for (int minute = 1; minute < 200; minute++) {
            figures.know(PICKPOCKETING, 2019, 0, counted(1));
            figures.know(PICKPOCKETING, 2019, 50, counted(2));
            figures.know(PICKPOCKETING, 2019, minute, counted(3));

            List<Revision> listed = revisions.list(request(0, 300, List.of(PICKPOCKETING)));

            int last = Math.max(minute, 50);
            assertThat(listed)
                    .singleElement()
                    .satisfies(revision -> assertThat(revision.knownAt()).contains(moments.get(last)));
            figures.forget();
        }
    }

    @Test
    void listTheNewestFirst() {
        figures.know(PICKPOCKETING, 2019, 0, counted(1));
        figures.know(PICKPOCKETING, 2019, 10, counted(2));
        figures.know(ROBBERY, 2019, 0, counted(1));
        figures.know(ROBBERY, 2019, 30, counted(2));
        figures.know(ROBBERY, 2020, 0, counted(1));
        figures.know(ROBBERY, 2020, 20, counted(2));

        assertThat(revisions.list(request(0, 300, List.of())))
                .extracting(revision -> revision.indicator() + " " + revision.period())
                .containsExactly("straatroof 2019", "straatroof 2020", "zakkenrollerij 2019");
    }

    @Test
    void neverTellWhatIsWithheld() {
        figures.know(ROBBERY, 2019, 0, new Suppressed());
        figures.know(ROBBERY, 2019, 10, counted(7));
        figures.know(ROBBERY, 2020, 0, counted(7));
        figures.know(ROBBERY, 2020, 10, new Suppressed());
        figures.know(ROBBERY, 2021, 0, new Suppressed());
        figures.know(ROBBERY, 2021, 10, new Suppressed());

        assertThat(revisions.list(request(0, 300, List.of(ROBBERY)))).hasSize(2).allSatisfy(revision -> {
            assertThat(revision.difference()).isEmpty();
            assertThat(revision.kind()).isEqualTo(RevisionKind.RESTATED);
        });
    }

    @Test
    void leaveOutWhatWasAddedUnlessAskedFor() {
        figures.know(ROBBERY, 2019, 10, counted(7));
        figures.know(ROBBERY, 2020, 0, counted(7));
        figures.know(ROBBERY, 2020, 20, new Unknown());

        assertThat(revisions.list(request(0, 300, List.of(ROBBERY))))
                .extracting(Revision::kind)
                .containsExactly(RevisionKind.WITHDRAWN);
        assertThat(revisions.list(new RevisionRequest(
                        List.of(ROBBERY),
                        MAASTRICHT,
                        Period.year(2019),
                        Period.year(2021),
                        moments.get(0),
                        moments.get(300),
                        true)))
                .extracting(Revision::kind)
                .containsExactly(RevisionKind.WITHDRAWN, RevisionKind.ADDED);
    }

    @Test
    void areNoneWhenOnlyTheStatusChanged() {
        figures.know(ROBBERY, 2019, 0, new Counted(7, ValueStatus.VOORLOPIG));
        figures.know(ROBBERY, 2019, 10, counted(7));

        assertThat(revisions.list(request(0, 300, List.of(ROBBERY)))).isEmpty();
    }

    @Test
    void areTheSameWhateverTheDecimalsOfAMeasurement() {
        figures.know(ROBBERY, 2019, 0, measured("7.10", ValueStatus.VOORLOPIG));
        figures.know(ROBBERY, 2019, 10, measured("7.1", ValueStatus.DEFINITIEF));
        figures.know(ROBBERY, 2020, 0, measured("7.1", ValueStatus.DEFINITIEF));
        figures.know(ROBBERY, 2020, 10, measured("6.85", ValueStatus.DEFINITIEF));

        assertThat(revisions.list(request(0, 300, List.of(ROBBERY))))
                .singleElement()
                .satisfies(revision -> assertThat(revision.difference()).contains(new BigDecimal("-0.25")));
    }

    @Test
    void haveNoMomentWhenNoChangeExplainsThem() {
        figures.know(ROBBERY, 2019, 0, counted(6));
        figures.know(ROBBERY, 2019, 10, counted(7));
        Instant now = moments.get(300);
        moments.clear();

        assertThat(revisions.list(new RevisionRequest(
                        List.of(ROBBERY), MAASTRICHT, Period.year(2019), Period.year(2019), START, now, false)))
                .singleElement()
                .satisfies(revision -> assertThat(revision.knownAt()).isEmpty());
    }

    @Test
    void areRefusedForMomentsInTheWrongOrder() {
        assertThatIllegalArgumentException().isThrownBy(() -> request(5, 5, List.of()));
    }

    private RevisionRequest request(int then, int now, List<IndicatorId> indicators) {
        return new RevisionRequest(
                indicators,
                MAASTRICHT,
                Period.year(2019),
                Period.year(2021),
                moments.get(then),
                moments.get(now),
                false);
    }

    private static Counted counted(long count) {
        return new Counted(count, ValueStatus.DEFINITIEF);
    }

    private static IndicatorValue measured(String value, ValueStatus status) {
        return new IndicatorValue.Measured(new BigDecimal(value), status);
    }

    /** Figures with the moment from which they were known. */
    private final class Remembered implements IndicatorQuery {

        private record Key(IndicatorId indicator, Period period) {}

        private final Map<Key, TreeMap<Instant, IndicatorValue>> values = new HashMap<>();
        private int statements;

        void know(IndicatorId indicator, int year, int minute, IndicatorValue value) {
            values.computeIfAbsent(new Key(indicator, Period.year(year)), key -> new TreeMap<>())
                    .put(moments.get(minute), value);
        }

        void forget() {
            values.clear();
        }

        @Override
        public List<IndicatorSeries> series(List<SeriesRequest> requests) {
            statements++;
            return requests.stream()
                    .map(request -> new IndicatorSeries(
                            request,
                            Period.range(request.from(), request.to()).stream()
                                    .map(period -> new IndicatorPoint(period, value(request, period), PointMarks.NONE))
                                    .toList()))
                    .toList();
        }

        private IndicatorValue value(SeriesRequest request, Period period) {
            return Optional.ofNullable(values.getOrDefault(new Key(request.indicator(), period), new TreeMap<>())
                            .floorEntry(request.peildatum()))
                    .map(Map.Entry::getValue)
                    .orElseGet(Unknown::new);
        }
    }
}
