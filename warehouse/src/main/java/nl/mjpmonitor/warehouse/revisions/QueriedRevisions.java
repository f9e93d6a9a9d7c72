package nl.mjpmonitor.warehouse.revisions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorCatalogue;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;
import nl.mjpmonitor.warehouse.indicators.IndicatorQuery;
import nl.mjpmonitor.warehouse.indicators.IndicatorSeries;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue;
import nl.mjpmonitor.warehouse.indicators.SeriesRequest;
import nl.mjpmonitor.warehouse.periods.Period;

/**
 * {@link Revisions} out of the figures themselves, so that a revision never tells more than the two figures do.
 *
 * <p>One statement asks all figures at both reference dates. When each present value became known is then searched among
 * the moments at which changes were taken in: every step asks the figures that differ at {@value #SAMPLES} moments
 * between.
 */
public final class QueriedRevisions implements Revisions {

    private static final int SAMPLES = 15;

    private final IndicatorQuery query;
    private final IndicatorCatalogue catalogue;
    private final KnownMoments moments;

    public QueriedRevisions(IndicatorQuery query, IndicatorCatalogue catalogue, KnownMoments moments) {
        this.query = query;
        this.catalogue = catalogue;
        this.moments = moments;
    }

    @Override
    public List<Revision> list(RevisionRequest request) {
        List<Revision> revisions = differences(request);
        if (revisions.isEmpty()) {
            return List.of();
        }
        List<Instant> candidates = moments.between(request.then(), request.now());
        return (candidates.isEmpty() ? revisions : dated(request, revisions, candidates))
                .stream()
                        .sorted(Comparator.comparing((Revision revision) ->
                                        revision.knownAt().orElse(Instant.MIN))
                                .reversed()
                                .thenComparing(Revision::indicator)
                                .thenComparing(Revision::period))
                        .toList();
    }

    private List<Revision> differences(RevisionRequest request) {
        List<IndicatorId> indicators = request.indicators().isEmpty()
                ? catalogue.indicators().stream().map(Indicator::id).toList()
                : request.indicators();
        List<IndicatorSeries> answers = ask(indicators.stream()
                .flatMap(indicator -> Stream.of(
                        series(request, indicator, request.then()), series(request, indicator, request.now())))
                .toList());
        List<Revision> revisions = new ArrayList<>();
        for (int number = 0; number < indicators.size(); number++) {
            Revision.between(answers.get(2 * number), answers.get(2 * number + 1)).stream()
                    .filter(revision -> request.includesAdded() || revision.kind() != RevisionKind.ADDED)
                    .forEach(revisions::add);
        }
        return revisions;
    }

    /** Narrows for each revision the range of candidates in which the present value appeared for the last time. */
    private List<Revision> dated(RevisionRequest request, List<Revision> revisions, List<Instant> candidates) {
        Map<Revision, Range> ranges = new LinkedHashMap<>();
        revisions.forEach(revision -> ranges.put(revision, new Range(-1, candidates.size() - 1)));
        while (ranges.values().stream().anyMatch(Range::isOpen)) {
            Answers answers = sample(request, ranges, candidates);
            ranges.replaceAll((revision, range) -> range.narrowed(index -> Revision.isSame(
                    answers.value(revision, candidates.get(index)),
                    revision.now().value())));
        }
        return revisions.stream()
                .map(revision -> revision.knownAt(candidates.get(
                        Objects.requireNonNull(ranges.get(revision)).last())))
                .toList();
    }

    private Answers sample(RevisionRequest request, Map<Revision, Range> ranges, List<Instant> candidates) {
        Map<IndicatorId, Set<Instant>> wanted = new LinkedHashMap<>();
        ranges.forEach((revision, range) -> range.samples()
                .forEach(index -> wanted.computeIfAbsent(revision.indicator(), indicator -> new TreeSet<>())
                        .add(candidates.get(index))));
        Set<SeriesRequest> requests = new LinkedHashSet<>();
        wanted.forEach((indicator, instants) ->
                instants.forEach(instant -> requests.add(series(request, indicator, instant))));
        return new Answers(ask(requests));
    }

    private List<IndicatorSeries> ask(Collection<SeriesRequest> requests) {
        List<SeriesRequest> all = List.copyOf(requests);
        List<IndicatorSeries> answers = new ArrayList<>();
        for (int start = 0; start < all.size(); start += IndicatorQuery.MAXIMUM) {
            answers.addAll(query.series(all.subList(start, Math.min(start + IndicatorQuery.MAXIMUM, all.size()))));
        }
        return answers;
    }

    private static SeriesRequest series(RevisionRequest request, IndicatorId indicator, Instant peildatum) {
        return new SeriesRequest(indicator, request.area(), request.from(), request.to(), peildatum);
    }

    /**
     * Places in the list of candidates.
     *
     * @param before the last place at which the value is known to be another one; -1 for the earlier reference date
     * @param last a later place from which the value is the present one, as far as is known
     */
    private record Range(int before, int last) {

        boolean isOpen() {
            return last - before > 1;
        }

        /** Places in between, evenly spread. */
        List<Integer> samples() {
            int between = last - before - 1;
            int number = Math.min(between, SAMPLES);
            return IntStream.rangeClosed(1, number)
                    .map(step -> before + (int) ((long) step * (between + 1) / (number + 1)))
                    .distinct()
                    .boxed()
                    .toList();
        }

        Range narrowed(IntPredicate isPresentValue) {
            List<Integer> samples = samples();
            int later = last;
            for (int index = samples.size() - 1; index >= 0; index--) {
                if (!isPresentValue.test(samples.get(index))) {
                    return new Range(samples.get(index), later);
                }
                later = samples.get(index);
            }
            return new Range(before, later);
        }
    }

    /** Figures by what was asked. */
    private static final class Answers {

        private record Key(IndicatorId indicator, Instant peildatum, Period period) {}

        private final Map<Key, IndicatorValue> values = new HashMap<>();

        Answers(List<IndicatorSeries> series) {
            series.forEach(answer -> answer.points()
                    .forEach(point -> values.put(
                            new Key(
                                    answer.request().indicator(),
                                    answer.request().peildatum(),
                                    point.period()),
                            point.value())));
        }

        IndicatorValue value(Revision revision, Instant peildatum) {
            return Objects.requireNonNull(values.get(new Key(revision.indicator(), peildatum, revision.period())));
        }
    }
}
