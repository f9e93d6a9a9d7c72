package nl.mjpmonitor.ops.sources.onderschat;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nl.mjpmonitor.ops.sources.generation.Apportionment;
import nl.mjpmonitor.ops.sources.generation.AreaWeights;
import nl.mjpmonitor.ops.sources.generation.Chance;
import nl.mjpmonitor.ops.sources.generation.MonthRange;
import nl.mjpmonitor.ops.sources.generation.MonthSpread;
import nl.mjpmonitor.ops.sources.generation.Provenance;
import nl.mjpmonitor.ops.sources.generation.PublishedFigures;
import nl.mjpmonitor.ops.sources.generation.RegisterPeriod;
import nl.mjpmonitor.ops.sources.onderschat.ActionDays.ActionDay;
import nl.mjpmonitor.ops.sources.onderschat.ActionDays.ConversationCount;
import nl.mjpmonitor.ops.sources.onderschat.ActionDays.Status;

/**
 * Makes the action days of the pilot year, whose totals equal the published ones exactly, and plausible ones after it: fewer and
 * aimed at a place, as announced. Days that were cancelled are there too and count nothing.
 */
final class ActionDayGenerator {
    static final MonthRange PILOT = MonthRange.of("2023-01", "2023-12");

    private static final YearMonth AFTER_PILOT = YearMonth.of(2024, 1);
    private static final LocalDate LAST_DAY_OF_PILOT = LocalDate.of(2023, 12, 22);
    private static final int CANCELLED_IN_PILOT = 3;
    private static final double DAYS_A_MONTH = 1.3;
    private static final double CONVERSATIONS_A_DAY = 9.5;
    private static final double PROFESSIONALS_A_DAY = 2;
    private static final double SIGNALS_A_DAY = 0.9;

    /** What was kept from when to when. Conversations with professionals were not counted apart in the pilot. */
    static final List<RegisterPeriod> REGISTERS = List.of(
            RegisterPeriod.of("action_day", "2023-01", "2023-12", Provenance.PUBLISHED_YEAR),
            RegisterPeriod.demonstration("action_day", "2024-01"),
            RegisterPeriod.of("conversation", "2023-01", "2023-12", Provenance.PUBLISHED_YEAR),
            RegisterPeriod.demonstration("conversation", "2024-01"),
            RegisterPeriod.demonstration("professional_conversation", "2024-01"),
            RegisterPeriod.of("passed_signal", "2023-01", "2023-12", Provenance.PUBLISHED_YEAR),
            RegisterPeriod.demonstration("passed_signal", "2024-01"));

    private final long seed;
    private final LocalDate lastDay;
    private final PublishedFigures published = PublishedFigures.load(ActionDayGenerator.class);
    private final AreaWeights areas = AreaWeights.load();
    private final List<ActionDay> days = new ArrayList<>();
    private final List<ConversationCount> conversations = new ArrayList<>();
    private final List<PassedSignal> signals = new ArrayList<>();

    private ActionDayGenerator(long seed, LocalDate lastDay) {
        this.seed = seed;
        this.lastDay = lastDay;
    }

    /** What the system holds at the end of a day. The same seed gives the same data, whatever the last day. */
    static ActionDays generate(long seed, LocalDate lastDay) {
        ActionDayGenerator generator = new ActionDayGenerator(seed, lastDay);
        generator.pilot();
        for (YearMonth month = AFTER_PILOT; !month.atDay(1).isAfter(lastDay); month = month.plusMonths(1)) {
            generator.month(month);
        }
        return generator.standAtLastDay();
    }

    private void pilot() {
        Chance chance = Chance.of(seed, "pilot");
        List<LocalDate> dates = new ArrayList<>();
        MonthSpread.of(
                        published.value("action_day", PILOT) + CANCELLED_IN_PILOT,
                        PILOT,
                        ActionDayGenerator::weight,
                        chance)
                .forEach((month, count) -> {
                    for (int i = 0; i < count; i++) {
                        dates.add(earlier(chance.workingDay(month), LAST_DAY_OF_PILOT));
                    }
                });
        List<Status> statuses = new ArrayList<>();
        for (int i = 0; i < dates.size(); i++) {
            statuses.add(i < CANCELLED_IN_PILOT ? Status.CANCELLED : Status.HELD);
        }
        chance.shuffle(statuses);
        dates.sort(Comparator.naturalOrder());
        List<ActionDay> held = new ArrayList<>();
        for (int i = 0; i < dates.size(); i++) {
            ActionDay day = day(chance, i + 1, dates.get(i), statuses.get(i), Provenance.PUBLISHED_YEAR);
            if (day.status() == Status.HELD) {
                held.add(day);
            }
        }
        int[] talks = parts(published.value("conversation", PILOT), held.size(), 4, 16, chance);
        int[] given = parts(published.value("passed_signal", PILOT), held.size(), 0, 5, chance);
        for (int i = 0; i < held.size(); i++) {
            conversations.add(
                    new ConversationCount(held.get(i), "residents", talks[i], false, Provenance.PUBLISHED_YEAR));
            pass(chance, held.get(i), given[i], Provenance.PUBLISHED_YEAR);
        }
    }

    private void month(YearMonth month) {
        Chance chance = Chance.of(seed, "days", month);
        List<LocalDate> dates = new ArrayList<>();
        for (int i = chance.poisson(DAYS_A_MONTH * weight(month)); i > 0; i--) {
            dates.add(chance.workingDay(month));
        }
        dates.sort(Comparator.naturalOrder());
        int before = (int) days.stream()
                .filter(day -> day.on().getYear() == month.getYear())
                .count();
        for (int i = 0; i < dates.size(); i++) {
            Status status = chance.happens(0.08) ? Status.CANCELLED : Status.HELD;
            ActionDay day = day(chance, before + i + 1, dates.get(i), status, Provenance.DEMONSTRATION);
            if (status == Status.HELD) {
                int talks = chance.poisson(CONVERSATIONS_A_DAY);
                boolean isApproximate = chance.happens(0.15);
                conversations.add(new ConversationCount(
                        day,
                        "residents",
                        isApproximate ? (talks + 2) / 5 * 5 : talks,
                        isApproximate,
                        Provenance.DEMONSTRATION));
                conversations.add(new ConversationCount(
                        day, "professionals", chance.poisson(PROFESSIONALS_A_DAY), false, Provenance.DEMONSTRATION));
                pass(chance, day, chance.poisson(SIGNALS_A_DAY), Provenance.DEMONSTRATION);
            }
        }
    }

    private ActionDay day(Chance chance, int number, LocalDate on, Status status, Provenance provenance) {
        boolean isPilot = PILOT.contains(on);
        ActionDay day = new ActionDay(
                "OSD-%d-%02d".formatted(on.getYear(), number),
                on,
                isPilot,
                status,
                isPilot ? null : chance.between(2, 6),
                areas.draw(chance),
                status == Status.HELD ? provenance : Provenance.DEMONSTRATION);
        days.add(day);
        return day;
    }

    private void pass(Chance chance, ActionDay day, int count, Provenance provenance) {
        for (int i = 0; i < count; i++) {
            LocalDate passedOn = chance.workingDayAfter(day.on(), 1, 10);
            if (PILOT.contains(day.on())) {
                passedOn = earlier(passedOn, PILOT.lastDay());
            }
            signals.add(new PassedSignal(
                    day.number().replace("OSD", "OSS") + "-" + (i + 1),
                    day.number(),
                    passedOn,
                    day.areaCode(),
                    false,
                    provenance));
        }
        if (chance.happens(0.05)) {
            signals.add(new PassedSignal(
                    day.number().replace("OSD", "OSS") + "-" + (count + 1),
                    day.number(),
                    day.on().plusDays(1),
                    day.areaCode(),
                    true,
                    Provenance.DEMONSTRATION));
        }
    }

    private ActionDays standAtLastDay() {
        return new ActionDays(
                days.stream().filter(day -> !day.on().isAfter(lastDay)).toList(),
                conversations.stream()
                        .filter(count -> !count.day().on().isAfter(lastDay))
                        .toList(),
                signals.stream()
                        .filter(signal -> !signal.passedOn().isAfter(lastDay))
                        .sorted(Comparator.comparing(PassedSignal::passedOn).thenComparing(PassedSignal::number))
                        .toList());
    }

    /** Divides a total over days, unevenly; the least and most are weights, not bounds. */
    private static int[] parts(int total, int days, int least, int most, Chance chance) {
        double[] weights = new double[days];
        for (int i = 0; i < days; i++) {
            weights[i] = chance.between(least, most);
        }
        return Apportionment.apportion(total, weights);
    }

    /** Fewer action days in the holidays. */
    private static double weight(YearMonth month) {
        Month name = month.getMonth();
        return name == Month.JULY || name == Month.AUGUST || name == Month.DECEMBER ? 0.5 : 1.1;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
