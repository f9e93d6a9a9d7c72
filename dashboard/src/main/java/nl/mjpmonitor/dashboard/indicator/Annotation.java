package nl.mjpmonitor.dashboard.indicator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.mjpmonitor.dashboard.duiding.Duiding;
import nl.mjpmonitor.dashboard.duiding.DuidingState;
import nl.mjpmonitor.warehouse.periods.Period;
import nl.mjpmonitor.warehouse.periods.PeriodGrain;

/**
 * What was written about one point of a chart.
 *
 * @param letter stands at the point and in the list below the chart
 * @param duidingen about the same period, at least one
 */
record Annotation(String letter, Period period, List<Duiding> duidingen) {

    private static final int LETTERS = 26;

    Annotation {
        duidingen = List.copyOf(duidingen);
    }

    /** Of the duidingen those about periods of this grain that still hold, each period with a letter, oldest first. */
    static List<Annotation> of(List<Duiding> duidingen, PeriodGrain grain) {
        Map<Period, List<Duiding>> byPeriod = new TreeMap<>(Comparator.naturalOrder());
        duidingen.stream()
                .filter(duiding -> duiding.current().state() != DuidingState.INGETROKKEN)
                .forEach(duiding -> Period.parse(duiding.subject().period())
                        .filter(period -> period.grain() == grain)
                        .ifPresent(period -> byPeriod.computeIfAbsent(period, same -> new ArrayList<>())
                                .add(duiding)));
        List<Annotation> annotations = new ArrayList<>();
        byPeriod.forEach((period, about) -> annotations.add(new Annotation(letter(annotations.size()), period, about)));
        return annotations;
    }

    static Optional<Annotation> about(List<Annotation> annotations, Period period) {
        return annotations.stream()
                .filter(annotation -> annotation.period().equals(period))
                .findFirst();
    }

    /** A to Z, then AA, AB and on. */
    private static String letter(int index) {
        String last = Character.toString('A' + index % LETTERS);
        return index < LETTERS ? last : letter(index / LETTERS - 1) + last;
    }
}
