package nl.mjpmonitor.streaming.hotspots;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.mjpmonitor.warehouse.thresholds.HotspotSettings;

/**
 * The life of one location: what reports make happen there, day after day, up to the day on which it closes when no further report
 * comes in. It depends on the set of changes and the day on which it is reckoned alone, not on the order of the changes.
 */
final class HotspotLife {

    private static final String PERSONS = "persons";

    /** Live reports of a day. */
    private record Day(int persons, int drugs) {

        private static final Day NONE = new Day(0, 0);

        private Day plus(String category) {
            return category.equals(PERSONS) ? new Day(persons + 1, drugs) : new Day(persons, drugs + 1);
        }

        private Day plus(Day other) {
            return new Day(persons + other.persons, drugs + other.drugs);
        }

        private Day minus(Day other) {
            return new Day(persons - other.persons, drugs - other.drugs);
        }

        private int reports() {
            return persons + drugs;
        }
    }

    /** A report as it stood at some time; one that was moved or put right is another. */
    private record Stand(String report, long happenedEpochDay, String category, String areaCode) {}

    /** A stretch of days from an opening to the closing after it. */
    record Episode(Transition opening, LocalDate closesOn) {}

    private final List<Transition> transitions;
    private final String areaCode;

    private HotspotLife(List<Transition> transitions, String areaCode) {
        this.transitions = List.copyOf(transitions);
        this.areaCode = areaCode;
    }

    /** The life that live reports make. */
    static HotspotLife of(HotspotSettings settings, Collection<ReportChange> changes, LocalDate today) {
        return of(settings, rememberedFrom(settings, changes, today), stands(changes));
    }

    /** How many reports are live. */
    static int live(Collection<ReportChange> changes) {
        return stands(changes).size();
    }

    /**
     * The life there would be if no report had ever gone. Whatever part of the changes is known, it is active on no other days than
     * this one: so it tells which days may ever have to be written.
     */
    static HotspotLife atMost(HotspotSettings settings, Collection<ReportChange> changes, LocalDate today) {
        return of(
                settings,
                rememberedFrom(settings, changes, today),
                changes.stream()
                        .filter(change -> change.change() > 0)
                        .map(HotspotLife::stand)
                        .distinct()
                        .toList());
    }

    /**
     * The first day that is not forgotten. Days are forgotten together with all that they may have played a part in: as a stretch
     * without a gap as long as a report can reach.
     *
     * @return {@link LocalDate#MAX} when all is forgotten
     */
    static LocalDate rememberedFrom(HotspotSettings settings, Collection<ReportChange> changes, LocalDate today) {
        NavigableSet<LocalDate> days = new TreeSet<>();
        changes.forEach(change -> days.add(change.happenedOn()));
        LocalDate from = LocalDate.MAX;
        LocalDate later = LocalDate.MAX;
        for (LocalDate day : days.descendingSet()) {
            boolean isLinked = !later.equals(LocalDate.MAX)
                    && !day.plusDays(settings.reachDays()).isBefore(later);
            if (!isLinked && day.plusDays(settings.memoryDays()).isBefore(today)) {
                return from;
            }
            from = day;
            later = day;
        }
        return from;
    }

    private static List<Stand> stands(Collection<ReportChange> changes) {
        Map<Stand, Integer> balance = new HashMap<>();
        changes.forEach(change -> balance.merge(stand(change), change.change(), Integer::sum));
        return balance.entrySet().stream()
                .filter(stand -> stand.getValue() > 0)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Stand stand(ReportChange change) {
        return new Stand(change.report(), change.happenedEpochDay(), change.category(), change.areaCode());
    }

    private static HotspotLife of(HotspotSettings settings, LocalDate from, Collection<Stand> live) {
        NavigableMap<LocalDate, Day> days = new TreeMap<>();
        Stand newest = new Stand("", Long.MIN_VALUE, "", "");
        for (Stand stand : live) {
            LocalDate day = LocalDate.ofEpochDay(stand.happenedEpochDay());
            if (!day.isBefore(from)) {
                days.merge(day, Day.NONE.plus(stand.category()), Day::plus);
                newest = isNewer(stand, newest) ? stand : newest;
            }
        }
        return new HotspotLife(new Walk(settings, days).transitions(), newest.areaCode());
    }

    private static boolean isNewer(Stand stand, Stand other) {
        int byDay = Long.compare(stand.happenedEpochDay(), other.happenedEpochDay());
        int byReport = byDay != 0 ? byDay : stand.report().compareTo(other.report());
        return byReport > 0 || (byReport == 0 && stand.areaCode().compareTo(other.areaCode()) > 0);
    }

    /** What happens, oldest first; the last is always the closing. */
    List<Transition> transitions() {
        return transitions;
    }

    /** Buurt of the newest live report; empty when there is none. */
    String areaCode() {
        return areaCode;
    }

    /** The episodes, oldest first. */
    List<Episode> episodes() {
        List<Episode> episodes = new ArrayList<>();
        Optional<Transition> opening = Optional.empty();
        for (Transition transition : transitions) {
            if (transition.isOpening()) {
                opening = Optional.of(transition);
            } else if (transition.kind() == Transition.Kind.CLOSED) {
                episodes.add(new Episode(opening.orElseThrow(), transition.on()));
            }
        }
        return List.copyOf(episodes);
    }

    /** The episode that a day lies in, if it lies in one. */
    Optional<Episode> episodeAt(LocalDate day) {
        return episodes().stream()
                .filter(episode -> !day.isBefore(episode.opening().on()) && day.isBefore(episode.closesOn()))
                .findFirst();
    }

    /** Goes through the days on which the window changes, and those on which time alone makes a difference. */
    private static final class Walk {

        private enum State {
            NONE,
            OPEN,
            COOLING,
            CLOSED
        }

        private final HotspotSettings settings;
        private final NavigableMap<LocalDate, Day> days;
        private final List<Transition> transitions = new ArrayList<>();

        private State state = State.NONE;
        private LocalDate closesOn = LocalDate.MAX;
        private Day window = Day.NONE;
        private int daysWithReports;
        private int peak;
        private String category = "";

        Walk(HotspotSettings settings, NavigableMap<LocalDate, Day> days) {
            this.settings = settings;
            this.days = days;
        }

        List<Transition> transitions() {
            NavigableSet<LocalDate> turns = new TreeSet<>(days.keySet());
            days.keySet().forEach(day -> turns.add(day.plusDays(settings.windowDays())));
            for (LocalDate day : turns) {
                if (state == State.COOLING && closesOn.isBefore(day)) {
                    close();
                }
                move(day);
                step(day);
            }
            if (state == State.COOLING) {
                close();
            }
            return transitions;
        }

        private void move(LocalDate day) {
            Day entering = days.getOrDefault(day, Day.NONE);
            Day leaving = days.getOrDefault(day.minusDays(settings.windowDays()), Day.NONE);
            window = window.plus(entering).minus(leaving);
            daysWithReports += Integer.signum(entering.reports()) - Integer.signum(leaving.reports());
            category = category();
        }

        private void step(LocalDate day) {
            boolean isEnough = window.reports() >= settings.leastReports() && daysWithReports >= settings.leastDays();
            switch (state) {
                case NONE, CLOSED -> {
                    if (isEnough) {
                        peak = 0;
                        open(state == State.NONE ? Transition.Kind.OPENED : Transition.Kind.REOPENED, day);
                    }
                }
                case OPEN -> {
                    if (!isEnough) {
                        cool(day);
                    } else if (window.reports() > peak) {
                        peak = window.reports();
                        add(Transition.Kind.GREW, day);
                    }
                }
                case COOLING -> {
                    if (isEnough) {
                        open(Transition.Kind.REVIVED, day);
                    } else if (closesOn.equals(day)) {
                        close();
                    }
                }
            }
        }

        private void open(Transition.Kind kind, LocalDate day) {
            state = State.OPEN;
            peak = Math.max(peak, window.reports());
            add(kind, day);
        }

        private void cool(LocalDate day) {
            state = State.COOLING;
            closesOn = day.plusDays(settings.closeAfterDays());
            add(Transition.Kind.COOLED, day);
        }

        private void close() {
            state = State.CLOSED;
            add(Transition.Kind.CLOSED, closesOn);
        }

        private void add(Transition.Kind kind, LocalDate day) {
            transitions.add(new Transition(day, kind, window.reports(), daysWithReports, category));
        }

        private String category() {
            if (window.reports() == 0) {
                return category;
            }
            if (window.drugs() == 0) {
                return PERSONS;
            }
            return window.persons() == 0 ? "drugs" : "both";
        }
    }
}
