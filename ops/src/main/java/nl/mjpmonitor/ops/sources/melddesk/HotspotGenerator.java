package nl.mjpmonitor.ops.sources.melddesk;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.mjpmonitor.ops.sources.generation.Chance;
import nl.mjpmonitor.ops.sources.generation.Choice;
import nl.mjpmonitor.ops.sources.generation.DemoLocations;
import nl.mjpmonitor.ops.sources.generation.DemoLocations.Location;
import nl.mjpmonitor.ops.sources.generation.DemoLocations.Use;
import nl.mjpmonitor.ops.sources.generation.MonthRange;
import nl.mjpmonitor.ops.sources.generation.MonthSpread;
import nl.mjpmonitor.ops.sources.generation.PublishedFigures;
import nl.mjpmonitor.ops.sources.melddesk.HotspotLife.Course;
import nl.mjpmonitor.ops.sources.ondermijning.CaseReference;
import org.jspecify.annotations.Nullable;

/**
 * Makes the hotspots from 2023 on, each with the nuisance that led to it. Identified hotspots of 2023, their outcomes and origins, and
 * the joint plans of the two years equal the published figures exactly; the same seed gives the same hotspots, whatever the last day.
 */
final class HotspotGenerator {
    /** From the first nuisance to the identification of a hotspot is less than six months. */
    private static final int MONTHS_AHEAD = 6;

    private static final LocalDate START = LocalDate.of(2023, 1, 2);

    /** Hotspots of the first nine months of 2024; not published. Eight of them have a joint plan, with the seven of 2023 fifteen. */
    private static final int IDENTIFIED_REST_OF_TWO_YEARS = 12;

    private static final int LIVEABILITY_REST_OF_TWO_YEARS = 3;
    private static final int DWELLINGS_REST_OF_TWO_YEARS = 1;

    private static final double IDENTIFIED_A_MONTH = 1.25;
    private static final double DISMISSED_A_MONTH = 0.5;
    private static final double SHARE_OF_DENSE_NUISANCE = 0.4;
    private static final double SHARE_AT_A_LOCATION_OF_A_CASE = 0.3;

    /** Reports of these last days before the detection played no part in it. */
    private static final int DAYS_TO_DETECTION = 6;

    private static final List<Choice<String>> RESULTS =
            List.of(new Choice<>("stopped", 0.45), new Choice<>("manageable", 0.4), new Choice<>("running", 0.15));

    /** What matters at a hotspot, and where it comes from. Nuisance from a dwelling is a matter of safety. */
    private enum Kind {
        LIVEABILITY,
        SAFETY,
        DWELLING
    }

    private final long seed;
    private final YearMonth end;
    private final PublishedFigures published = PublishedFigures.load(HotspotGenerator.class);
    private final List<CaseReference> cases;
    private final List<HotspotLife> lives = new ArrayList<>();
    private int dwellingsSoFar;

    private HotspotGenerator(long seed, LocalDate lastDay) {
        this.seed = seed;
        this.end = YearMonth.from(lastDay).plusMonths(MONTHS_AHEAD);
        this.cases = CaseReference.until(end.atEndOfMonth(), seed);
    }

    /** All hotspots with nuisance up to and including a day, by the day of their detection. */
    static List<HotspotLife> generate(long seed, LocalDate lastDay) {
        HotspotGenerator generator = new HotspotGenerator(seed, lastDay);
        generator.year2023();
        generator.restOfTwoYears();
        for (YearMonth month = Registers.TWO_YEARS.to().plusMonths(1);
                !month.isAfter(generator.end);
                month = month.plusMonths(1)) {
            generator.demonstration(month);
            generator.repeated(month);
        }
        for (YearMonth month = YearMonth.from(START); !month.isAfter(generator.end); month = month.plusMonths(1)) {
            generator.dismissedAndWithdrawn(month);
        }
        generator.lives.sort(Comparator.comparing(HotspotLife::detectedOn));
        return generator.lives;
    }

    private void year2023() {
        int liveability = published.value("hotspot_liveability", Registers.YEAR_2023);
        int safety = published.value("hotspot_safety", Registers.YEAR_2023);
        int dwellings = published.value("hotspot_dwelling", Registers.YEAR_2023);
        Chance chance = Chance.of(seed, "hotspots", 2023);
        List<Kind> kinds = kinds(chance, liveability, safety - dwellings, 0);
        // dwellings first, so that the behavioural orders of the year can follow
        kinds.addAll(0, Collections.nCopies(dwellings, Kind.DWELLING));
        identified(chance, published.value("hotspot", Registers.YEAR_2023), Registers.YEAR_2023, kinds);
    }

    private void restOfTwoYears() {
        Chance chance = Chance.of(seed, "hotspots", 2024);
        int safety = published.value("hotspot_plan", Registers.TWO_YEARS)
                - (published.value("hotspot_safety", Registers.YEAR_2023)
                        - published.value("hotspot_dwelling", Registers.YEAR_2023));
        List<Kind> kinds = kinds(chance, LIVEABILITY_REST_OF_TWO_YEARS, safety, DWELLINGS_REST_OF_TWO_YEARS);
        identified(chance, IDENTIFIED_REST_OF_TWO_YEARS, Registers.REST_OF_TWO_YEARS, kinds);
    }

    private static List<Kind> kinds(Chance chance, int liveability, int safety, int dwellings) {
        List<Kind> kinds = new ArrayList<>();
        kinds.addAll(Collections.nCopies(liveability, Kind.LIVEABILITY));
        kinds.addAll(Collections.nCopies(safety, Kind.SAFETY));
        kinds.addAll(Collections.nCopies(dwellings, Kind.DWELLING));
        chance.shuffle(kinds);
        return kinds;
    }

    private void identified(Chance chance, int total, MonthRange period, List<Kind> kinds) {
        List<LocalDate> days = new ArrayList<>();
        MonthSpread.of(total, period, month -> 1, chance).forEach((month, count) -> {
            for (int i = 0; i < count; i++) {
                days.add(chance.workingDay(month));
            }
        });
        days.sort(Comparator.naturalOrder());
        for (int i = 0; i < total; i++) {
            lives.add(identified(chance, days.get(i), kinds.get(i), false));
        }
    }

    private void demonstration(YearMonth month) {
        Chance chance = Chance.of(seed, "hotspots", month);
        for (int i = chance.poisson(IDENTIFIED_A_MONTH); i > 0; i--) {
            Kind kind = chance.happens(0.12) ? Kind.DWELLING : chance.happens(0.5) ? Kind.SAFETY : Kind.LIVEABILITY;
            lives.add(identified(chance, chance.workingDay(month), kind, false));
        }
    }

    /** A place a month that reports point at by themselves, so that at any time some are open, some calm down and some are closed. */
    private void repeated(YearMonth month) {
        Chance chance = Chance.of(seed, "repeated nuisance", month);
        LocalDate detectedOn = month.atDay(chance.between(8, 12));
        SortedMap<LocalDate, Integer> days = new TreeMap<>();
        dense(chance, detectedOn, chance.between(9, 11), days);
        lives.add(new HotspotLife(location(chance, false, detectedOn), false, detectedOn, null, all(days), false));
    }

    private void dismissedAndWithdrawn(YearMonth month) {
        Chance chance = Chance.of(seed, "dismissed hotspots", month);
        for (int i = chance.poisson(DISMISSED_A_MONTH); i > 0; i--) {
            LocalDate detectedOn = chance.workingDay(month);
            lives.add(new HotspotLife(
                    location(chance, false, detectedOn), false, detectedOn, null, nuisance(chance, detectedOn), false));
        }
        if (chance.happens(0.04)) {
            lives.add(identified(chance, chance.workingDay(month), Kind.LIVEABILITY, true));
        }
    }

    private HotspotLife identified(Chance chance, LocalDate identifiedOn, Kind kind, boolean isWithdrawn) {
        boolean isDwelling = kind == Kind.DWELLING;
        LocalDate detectedOn = later(identifiedOn.minusDays(chance.between(7, 30)), START);
        LocalDate assessedOn = chance.workingDayAfter(identifiedOn, 7, 21);
        LocalDate plannedOn = chance.workingDayAfter(assessedOn, 3, 20);
        if (Registers.TWO_YEARS.contains(identifiedOn)) {
            plannedOn = earlier(plannedOn, Registers.TWO_YEARS.lastDay());
            assessedOn = earlier(assessedOn, plannedOn);
        }
        boolean isSafety = kind != Kind.LIVEABILITY;
        LocalDate monitoringOn =
                isSafety ? plannedOn.plusDays(chance.between(40, 180)) : assessedOn.plusDays(chance.between(10, 50));
        Course course = new Course(
                identifiedOn,
                assessedOn,
                isSafety,
                kind == Kind.SAFETY ? plannedOn : null,
                monitoringOn,
                monitoringOn.plusDays(chance.between(80, 240)),
                chance.draw(RESULTS));
        return new HotspotLife(
                location(chance, isDwelling, detectedOn),
                isDwelling,
                detectedOn,
                course,
                nuisance(chance, detectedOn),
                isWithdrawn);
    }

    private Location location(Chance chance, boolean isDwelling, LocalDate detectedOn) {
        List<Location> dwellings = DemoLocations.with(Use.DWELLING);
        Location anywhere = chance.pick(DemoLocations.with(chance.happens(0.6) ? Use.CATERING : Use.PREMISES));
        boolean isOfCase = chance.happens(SHARE_AT_A_LOCATION_OF_A_CASE);
        int chosen = chance.between(0, 1_000_000);
        if (isDwelling) {
            // in this order the behavioural orders of the system bestuurlijk take them too
            return dwellings.get(dwellingsSoFar++ % dwellings.size());
        }
        Location ofCase = isOfCase ? locationOfCase(detectedOn, chosen) : null;
        return ofCase == null ? anywhere : ofCase;
    }

    private @Nullable Location locationOfCase(LocalDate detectedOn, int chosen) {
        List<Location> known = cases.stream()
                .filter(reference -> reference.lwoOn().isBefore(detectedOn.minusDays(30))
                        && reference.lwoOn().isAfter(detectedOn.minusDays(200)))
                .map(CaseReference::location)
                .toList();
        return known.isEmpty() ? null : known.get(chosen % known.size());
    }

    /** Dense nuisance falls in three weeks, other nuisance in as many months, and some goes on afterwards. */
    private static List<LocalDate> nuisance(Chance chance, LocalDate detectedOn) {
        SortedMap<LocalDate, Integer> days = new TreeMap<>();
        boolean isDense = chance.happens(SHARE_OF_DENSE_NUISANCE);
        int count = isDense ? chance.between(6, 10) : chance.between(6, 8);
        LocalDate last = detectedOn.minusDays(DAYS_TO_DETECTION);
        if (isDense) {
            dense(chance, detectedOn, count, days);
        }
        for (int i = 0; i < count && !isDense; i++) {
            days.merge(last.minusDays(14L * i + chance.between(0, 5)), 1, Integer::sum);
        }
        for (int i = chance.between(1, 4); i > 0; i--) {
            days.merge(detectedOn.plusDays(18L * i + chance.between(0, 5)), 1, Integer::sum);
        }
        return all(days);
    }

    private static void dense(Chance chance, LocalDate detectedOn, int count, SortedMap<LocalDate, Integer> days) {
        LocalDate last = detectedOn.minusDays(DAYS_TO_DETECTION);
        for (int i = 0; i < count; i++) {
            days.merge(last.minusDays(2L * i + chance.between(0, 1)), 1, Integer::sum);
        }
    }

    private static List<LocalDate> all(SortedMap<LocalDate, Integer> days) {
        List<LocalDate> all = new ArrayList<>();
        days.forEach((day, times) -> all.addAll(Collections.nCopies(times, day)));
        return all;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
