package nl.mjpmonitor.ops.sources.pmg;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.mjpmonitor.ops.sources.generation.Chance;
import nl.mjpmonitor.ops.sources.generation.DemoClock;
import nl.mjpmonitor.ops.sources.generation.MonthRange;
import nl.mjpmonitor.ops.sources.generation.Provenance;
import nl.mjpmonitor.ops.sources.pmg.Programme.Communication;
import nl.mjpmonitor.ops.sources.pmg.Programme.PresenceHours;
import nl.mjpmonitor.ops.sources.pmg.Programme.Reach;
import nl.mjpmonitor.ops.sources.pmg.Programme.YouthGroupSignals;

/** Makes what is counted a month, for the months that had passed at the end of a day. */
final class MonthCountGenerator {
    private static final YearMonth START = Registers.YEAR_2024.from();

    /** It takes the programme this long to get to its full reach. */
    private static final double MONTHS_OF_START = 18;

    private static final double LATE = 0.1;
    private static final double APPROXIMATE = 0.5;
    private static final double YOUTH_GROUP_SIGNALS_A_MONTH = 0.08;

    /** Hours a month at hotspots of each organisation, and at a month of events. */
    private static final Map<String, Double> HOTSPOT_HOURS =
            Map.of("youth_boa", 240.0, "youth_work", 160.0, "police", 90.0, "market_master", 60.0, "halt", 20.0);

    private static final Map<String, Double> EVENT_HOURS =
            Map.of("youth_boa", 120.0, "youth_work", 70.0, "police", 150.0, "market_master", 90.0, "halt", 15.0);

    private static final Map<String, Double> COMMUNICATIONS_A_MONTH =
            Map.of("press", 0.8, "social_media", 7.0, "newsletter", 0.5, "residents_meeting", 0.6);

    private final long seed;
    private final LocalDate lastDay;
    private final List<YearMonth> months;

    MonthCountGenerator(long seed, LocalDate lastDay) {
        this.seed = seed;
        this.lastDay = lastDay;
        YearMonth end = DemoClock.lastWholeMonth(lastDay);
        this.months = end.isBefore(START) ? List.of() : new MonthRange(START, end).months();
    }

    List<Reach> reach() {
        List<Reach> reach = new ArrayList<>();
        for (YearMonth month : months) {
            for (Activity activity : Activity.values()) {
                Chance chance = Chance.of(seed, "reach", month, activity);
                int held = chance.poisson(activity.heldAMonth() * started(month) * season(activity, month));
                int contacts = held == 0 ? 0 : chance.poisson(held * activity.contactsEach());
                boolean isApproximate = activity == Activity.STREET_CONTACT && chance.happens(APPROXIMATE);
                LocalDate writtenOn = chance.happens(LATE)
                        ? chance.workingDayAfter(month.atEndOfMonth(), 20, 70)
                        : month.atEndOfMonth();
                if (writtenOn.isAfter(lastDay)) {
                    reach.add(new Reach(activity, month, null, null, false, month.atEndOfMonth()));
                } else if (held > 0) {
                    int told = isApproximate ? (contacts + 5) / 10 * 10 : contacts;
                    reach.add(new Reach(activity, month, held, told, isApproximate, writtenOn));
                }
            }
        }
        return reach;
    }

    List<PresenceHours> presence() {
        List<PresenceHours> presence = new ArrayList<>();
        for (YearMonth month : months) {
            for (String organisation : List.of("youth_boa", "youth_work", "market_master", "police", "halt")) {
                Chance chance = Chance.of(seed, "presence", month, organisation);
                double hotspot = HOTSPOT_HOURS.getOrDefault(organisation, 0.0) * started(month);
                presence.add(new PresenceHours(organisation, "hotspot", month, chance.poisson(hotspot)));
                if (hasEvents(month)) {
                    int hours = chance.poisson(EVENT_HOURS.getOrDefault(organisation, 0.0));
                    presence.add(new PresenceHours(organisation, "event", month, hours));
                }
            }
        }
        return presence;
    }

    List<Communication> communications() {
        List<Communication> communications = new ArrayList<>();
        for (YearMonth month : months) {
            for (String channel : List.of("press", "social_media", "newsletter", "residents_meeting")) {
                int items = Chance.of(seed, "communication", month, channel)
                        .poisson(COMMUNICATIONS_A_MONTH.getOrDefault(channel, 0.0));
                if (items > 0) {
                    communications.add(new Communication(channel, month, items));
                }
            }
        }
        return communications;
    }

    /** None in 2022, as was published: the register was kept and has no rows. */
    List<YouthGroupSignals> youthGroupSignals() {
        List<YouthGroupSignals> signals = new ArrayList<>();
        for (YearMonth month : months) {
            int count = Chance.of(seed, "youth groups", month).poisson(YOUTH_GROUP_SIGNALS_A_MONTH);
            signals.add(new YouthGroupSignals(month, count, Provenance.DEMONSTRATION));
        }
        return signals;
    }

    /** From a third of the full reach to all of it. */
    private static double started(YearMonth month) {
        double sinceStart = (month.getYear() - START.getYear()) * 12 + month.getMonthValue();
        return Math.min(1, 1.0 / 3 + sinceStart / MONTHS_OF_START * 2 / 3);
    }

    private static double season(Activity activity, YearMonth month) {
        boolean isHoliday = month.getMonth() == Month.JULY || month.getMonth() == Month.AUGUST;
        return activity == Activity.SCHOOL_LESSON && isHoliday ? 0 : 1;
    }

    /** Carnival, the fairs of spring and autumn, and Magisch Maastricht in December. */
    private static boolean hasEvents(YearMonth month) {
        return switch (month.getMonth()) {
            case FEBRUARY, MAY, OCTOBER, DECEMBER -> true;
            case JANUARY, MARCH, APRIL, JUNE, JULY, AUGUST, SEPTEMBER, NOVEMBER -> false;
        };
    }
}
