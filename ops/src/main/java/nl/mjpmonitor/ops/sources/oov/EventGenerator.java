package nl.mjpmonitor.ops.sources.oov;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.mjpmonitor.ops.sources.generation.AreaWeights;
import nl.mjpmonitor.ops.sources.generation.Chance;
import nl.mjpmonitor.ops.sources.generation.Choice;
import nl.mjpmonitor.ops.sources.generation.MonthSpread;
import nl.mjpmonitor.ops.sources.generation.Provenance;
import nl.mjpmonitor.ops.sources.generation.PublishedFigures;
import nl.mjpmonitor.ops.sources.oov.PublicOrder.CalendarPeriod;
import nl.mjpmonitor.ops.sources.oov.PublicOrder.EventApplication;
import nl.mjpmonitor.ops.sources.oov.PublicOrder.SafetyRound;
import org.jspecify.annotations.Nullable;

/** Makes the event applications and the safety rounds. Those of 2023 equal the published figures exactly. */
final class EventGenerator {
    static final String CITY_CENTRE = "BU09350000";

    private static final double APPLICATIONS_A_MONTH = 19;
    private static final double ROUNDS_A_MONTH = 2.4;
    private static final double SHARE_WITHDRAWN = 0.02;

    /** From the receipt of an application to its assessment is less than three months. */
    private static final int MONTHS_AHEAD = 3;

    private static final Set<Month> SEASON = EnumSet.range(Month.MARCH, Month.OCTOBER);

    private static final List<Choice<String>> RISKS =
            List.of(new Choice<>("regular", 0.74), new Choice<>("attention", 0.21), new Choice<>("high", 0.05));

    private static final List<Choice<String>> DECISIONS =
            List.of(new Choice<>("granted", 0.9), new Choice<>("refused", 0.03), new Choice<>("cancelled", 0.07));

    /** An application from receipt to event, also beyond the last day of the demo. */
    private record Course(
            LocalDate receivedOn,
            LocalDate assessedOn,
            LocalDate decidedOn,
            LocalDate heldOn,
            String risk,
            String decision,
            @Nullable String calendarCode,
            String areaCode,
            boolean isWithdrawn) {
        boolean isHeld() {
            return decision.equals("granted") && !isWithdrawn;
        }
    }

    private final long seed;
    private final LocalDate lastDay;
    private final PublishedFigures published = PublishedFigures.load(EventGenerator.class);
    private final AreaWeights areas = AreaWeights.load();
    private final SortedMap<String, Course> courses = new TreeMap<>();

    EventGenerator(long seed, LocalDate lastDay) {
        this.seed = seed;
        this.lastDay = lastDay;
        YearMonth end = YearMonth.from(lastDay).plusMonths(MONTHS_AHEAD);
        SortedMap<YearMonth, Integer> perMonth = new TreeMap<>(MonthSpread.of(
                published.value("event_application", Registers.YEAR_2023),
                Registers.YEAR_2023,
                EventGenerator::season,
                Chance.of(seed, "event applications")));
        for (YearMonth month = YearMonth.of(2024, 1); !month.isAfter(end); month = month.plusMonths(1)) {
            perMonth.put(
                    month, Chance.of(seed, "event applications", month).poisson(APPLICATIONS_A_MONTH * season(month)));
        }
        List<Course> all = new ArrayList<>();
        perMonth.forEach((month, count) -> {
            Chance chance = Chance.of(seed, "event application", month);
            for (int i = 0; i < count; i++) {
                all.add(course(chance, month, false));
            }
            if (chance.happens(SHARE_WITHDRAWN * count)) {
                all.add(course(chance, month, true));
            }
        });
        all.sort(Comparator.comparing(Course::receivedOn));
        Map<Integer, Integer> perYear = new HashMap<>();
        for (Course course : all) {
            int year = course.receivedOn().getYear();
            courses.put("EV-%d-%04d".formatted(year, perYear.merge(year, 1, Integer::sum)), course);
        }
    }

    private Course course(Chance chance, YearMonth month, boolean isWithdrawn) {
        LocalDate assessedOn = chance.workingDay(month);
        LocalDate decidedOn = chance.workingDayAfter(assessedOn, 5, 30);
        LocalDate heldOn = decidedOn.plusDays(chance.between(5, 45));
        boolean isInCentre = chance.happens(0.55);
        String elsewhere = areas.draw(chance);
        boolean isOfCalendar = chance.happens(0.5);
        return new Course(
                assessedOn.minusDays(chance.between(10, 60)),
                assessedOn,
                decidedOn,
                heldOn,
                chance.draw(RISKS),
                chance.draw(DECISIONS),
                isOfCalendar ? calendarCode(heldOn) : null,
                isInCentre ? CITY_CENTRE : elsewhere,
                isWithdrawn);
    }

    private static @Nullable String calendarCode(LocalDate day) {
        return CityCalendar.of(day.getYear()).stream()
                .filter(period -> period.contains(day))
                .map(CalendarPeriod::code)
                .findFirst()
                .orElse(null);
    }

    /** The applications that had come in, in the order of their numbers. */
    List<EventApplication> applications() {
        List<EventApplication> applications = new ArrayList<>();
        courses.forEach((number, course) -> {
            if (course.receivedOn().isAfter(lastDay)) {
                return;
            }
            LocalDate assessedOn = happened(course.assessedOn());
            LocalDate decidedOn = happened(course.decidedOn());
            applications.add(new EventApplication(
                    number,
                    course.receivedOn(),
                    assessedOn,
                    decidedOn,
                    course.isHeld() ? happened(course.heldOn()) : null,
                    assessedOn == null ? null : course.risk(),
                    decidedOn != null ? course.decision() : assessedOn != null ? "assessed" : "received",
                    course.calendarCode(),
                    course.areaCode(),
                    course.isWithdrawn(),
                    assessedOn == null || course.isWithdrawn()
                            ? Provenance.DEMONSTRATION
                            : Registers.provenance("event_application", assessedOn)));
        });
        return applications;
    }

    /** The safety rounds up to the last day: at events with a risk, when there is one in the month. */
    List<SafetyRound> safetyRounds() {
        SortedMap<YearMonth, List<Map.Entry<String, Course>>> events = new TreeMap<>();
        courses.entrySet().stream()
                .filter(entry -> entry.getValue().isHeld())
                .forEach(entry -> events.computeIfAbsent(
                                YearMonth.from(entry.getValue().heldOn()), month -> new ArrayList<>())
                        .add(entry));
        SortedMap<YearMonth, Integer> perMonth = new TreeMap<>(MonthSpread.of(
                published.value("event_safety_round", Registers.YEAR_2023),
                Registers.YEAR_2023,
                month -> events.containsKey(month) ? season(month) : 0,
                Chance.of(seed, "safety rounds")));
        for (YearMonth month = YearMonth.of(2024, 1); !month.atDay(1).isAfter(lastDay); month = month.plusMonths(1)) {
            perMonth.put(month, Chance.of(seed, "safety rounds", month).poisson(ROUNDS_A_MONTH * season(month)));
        }
        List<SafetyRound> rounds = new ArrayList<>();
        perMonth.forEach((month, count) -> {
            Chance chance = Chance.of(seed, "safety round", month);
            List<Map.Entry<String, Course>> inMonth = events.getOrDefault(month, List.of());
            for (int i = 0; i < count && !inMonth.isEmpty(); i++) {
                rounds.add(round(chance, inMonth, true));
            }
            if (chance.happens(0.08) && !inMonth.isEmpty()) {
                rounds.add(round(chance, inMonth, false));
            }
        });
        return rounds.stream()
                .filter(round -> !round.heldOn().isAfter(lastDay))
                .sorted(Comparator.comparing(SafetyRound::heldOn))
                .toList();
    }

    private static SafetyRound round(Chance chance, List<Map.Entry<String, Course>> events, boolean isHeld) {
        List<Map.Entry<String, Course>> risky = events.stream()
                .filter(event -> !event.getValue().risk().equals("regular"))
                .toList();
        Map.Entry<String, Course> event = chance.pick(risky.isEmpty() ? events : risky);
        LocalDate heldOn = event.getValue().heldOn();
        boolean hasFindings = chance.happens(0.4);
        return new SafetyRound(
                event.getKey(),
                heldOn,
                isHeld,
                isHeld ? hasFindings : null,
                chance.between(2, 6),
                event.getValue().areaCode(),
                isHeld ? Registers.provenance("event_safety_round", heldOn) : Provenance.DEMONSTRATION);
    }

    private static double season(YearMonth month) {
        return SEASON.contains(month.getMonth()) ? 1.2 : 0.6;
    }

    private @Nullable LocalDate happened(LocalDate day) {
        return day.isAfter(lastDay) ? null : day;
    }
}
