package nl.mjpmonitor.dashboard.indicator;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import nl.mjpmonitor.warehouse.calendar.HotTime;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue;
import nl.mjpmonitor.warehouse.indicators.Provenance;

/**
 * What happened in the months of a chart: action days, closures and days of the calendar. Months in a row with the same kind of
 * intervention are one event.
 *
 * @param events in order of time
 */
record Timeline(List<Event> events) {

    /** With more lines than this a chart cannot be read; the list has the others. */
    static final int MOST_LINES = 15;

    Timeline {
        events = List.copyOf(events);
    }

    /**
     * One event.
     *
     * @param name Dutch name of a day of the calendar; empty for interventions
     * @param count how many interventions; empty for days of the calendar
     * @param isDemonstration whether it is made up or assumed
     */
    record Event(
            TimelineKind kind,
            YearMonth first,
            YearMonth last,
            String name,
            OptionalLong count,
            boolean isDemonstration) {}

    /**
     * The events of these kinds from one month up to another.
     *
     * @param counts interventions by month, in order
     * @param hotTimes days of the calendar
     */
    static Timeline of(
            Set<TimelineKind> kinds,
            Map<TimelineKind, List<IndicatorPoint>> counts,
            List<HotTime> hotTimes,
            YearMonth from,
            YearMonth to) {
        List<Event> events = new ArrayList<>();
        counts.forEach((kind, points) -> {
            if (kinds.contains(kind)) {
                events.addAll(interventions(kind, points));
            }
        });
        for (HotTime time : hotTimes) {
            kinds.stream()
                    .filter(kind -> kind.holds(time.kind()))
                    .forEach(kind -> events.add(new Event(
                            kind,
                            YearMonth.from(time.firstDay()),
                            YearMonth.from(time.lastDay()),
                            time.name(),
                            OptionalLong.empty(),
                            time.isDemonstration())));
        }
        return new Timeline(events.stream()
                .filter(event -> !event.last().isBefore(from) && !event.first().isAfter(to))
                .sorted(Comparator.comparing(Event::first).thenComparing(Event::kind))
                .toList());
    }

    /** The newest events have a line in the chart. */
    List<Event> onChart() {
        return events.subList(Math.max(0, events.size() - MOST_LINES), events.size());
    }

    private static List<Event> interventions(TimelineKind kind, List<IndicatorPoint> points) {
        List<Event> events = new ArrayList<>();
        for (IndicatorPoint point : points) {
            if (point.value() instanceof IndicatorValue.Counted(long count, var _) && count > 0) {
                YearMonth month = point.period().firstMonth();
                boolean isDemonstration = point.marks().provenance() == Provenance.DEMONSTRATION;
                boolean goesOn = !events.isEmpty()
                        && events.getLast().last().plusMonths(1).equals(month);
                if (goesOn) {
                    Event before = events.removeLast();
                    events.add(new Event(
                            kind,
                            before.first(),
                            month,
                            "",
                            OptionalLong.of(before.count().orElse(0) + count),
                            before.isDemonstration() || isDemonstration));
                } else {
                    events.add(new Event(kind, month, month, "", OptionalLong.of(count), isDemonstration));
                }
            }
        }
        return events;
    }
}
