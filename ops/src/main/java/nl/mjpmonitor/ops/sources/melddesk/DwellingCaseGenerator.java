package nl.mjpmonitor.ops.sources.melddesk;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.mjpmonitor.ops.sources.generation.Chance;
import nl.mjpmonitor.ops.sources.generation.Choice;
import nl.mjpmonitor.ops.sources.generation.DemoLocations;
import nl.mjpmonitor.ops.sources.generation.DemoLocations.Location;
import nl.mjpmonitor.ops.sources.generation.DemoLocations.Use;
import nl.mjpmonitor.ops.sources.generation.MonthSpread;
import nl.mjpmonitor.ops.sources.generation.PublishedFigures;
import nl.mjpmonitor.ops.sources.melddesk.Desk.DwellingCase;
import org.jspecify.annotations.Nullable;

/** Makes the cases of serious dwelling nuisance; those of the two years equal the published figure exactly. */
final class DwellingCaseGenerator {
    private static final double CASES_A_MONTH = 0.9;

    /** A dwelling that is a hotspot has its case within this time. */
    private static final int MONTHS_AHEAD = 2;

    private static final List<Choice<String>> KINDS = List.of(
            new Choice<>("noise", 0.35),
            new Choice<>("pollution", 0.2),
            new Choice<>("intimidation", 0.2),
            new Choice<>("multiple", 0.25));

    private static final List<Choice<String>> RESULTS =
            List.of(new Choice<>("stopped", 0.5), new Choice<>("manageable", 0.4), new Choice<>("running", 0.1));

    private record Start(Chance chance, LocalDate on, boolean isWithdrawn) {}

    private record Dwelling(String hotspotNumber, Location location) {}

    private final long seed;
    private final LocalDate lastDay;
    private final PublishedFigures published = PublishedFigures.load(DwellingCaseGenerator.class);

    private DwellingCaseGenerator(long seed, LocalDate lastDay) {
        this.seed = seed;
        this.lastDay = lastDay;
    }

    /**
     * The cases that had started at the end of a day, in the order of their numbers.
     *
     * @param hotspots all hotspots by their numbers; those in a dwelling get a case
     */
    static List<DwellingCase> generate(long seed, LocalDate lastDay, Map<String, HotspotLife> hotspots) {
        DwellingCaseGenerator generator = new DwellingCaseGenerator(seed, lastDay);
        List<Start> starts = generator.starts();
        List<@Nullable Dwelling> dwellings = generator.dwellings(starts, hotspots);
        List<DwellingCase> cases = new ArrayList<>();
        Map<Integer, Integer> numbers = new TreeMap<>();
        for (int i = 0; i < starts.size(); i++) {
            Start start = starts.get(i);
            if (!start.on().isAfter(lastDay)) {
                int number = numbers.merge(start.on().getYear(), 1, Integer::sum);
                cases.add(
                        generator.life("WO-%d-%03d".formatted(start.on().getYear(), number), start, dwellings.get(i)));
            }
        }
        return cases;
    }

    private List<Start> starts() {
        SortedMap<YearMonth, Integer> perMonth = new TreeMap<>(MonthSpread.of(
                published.value("dwelling_nuisance_case", Registers.TWO_YEARS),
                Registers.TWO_YEARS,
                month -> 1,
                Chance.of(seed, "dwelling cases")));
        YearMonth end = YearMonth.from(lastDay).plusMonths(MONTHS_AHEAD);
        for (YearMonth month = Registers.TWO_YEARS.to().plusMonths(1);
                !month.isAfter(end);
                month = month.plusMonths(1)) {
            perMonth.put(month, Chance.of(seed, "dwelling cases", month).poisson(CASES_A_MONTH));
        }
        List<Start> starts = new ArrayList<>();
        perMonth.forEach((month, count) -> {
            for (int i = 0; i < count; i++) {
                Chance chance = Chance.of(seed, "dwelling case", month, i);
                starts.add(new Start(chance, chance.workingDay(month), false));
            }
            Chance mistake = Chance.of(seed, "dwelling case by mistake", month);
            if (mistake.happens(0.05)) {
                starts.add(new Start(mistake, mistake.workingDay(month), true));
            }
        });
        starts.sort(Comparator.comparing(Start::on));
        return starts;
    }

    /** The dwelling of every case that is a hotspot: the first case after the hotspot was identified. */
    private List<@Nullable Dwelling> dwellings(List<Start> starts, Map<String, HotspotLife> hotspots) {
        @Nullable Dwelling[] dwellings = new Dwelling[starts.size()];
        hotspots.forEach((number, life) -> {
            if (!life.isDwelling() || life.course() == null) {
                return;
            }
            for (int i = 0; i < dwellings.length; i++) {
                Start start = starts.get(i);
                if (dwellings[i] == null
                        && !start.isWithdrawn()
                        && !start.on().isBefore(life.course().identifiedOn())) {
                    dwellings[i] = new Dwelling(number, life.location());
                    break;
                }
            }
        });
        return Arrays.asList(dwellings);
    }

    private DwellingCase life(String number, Start start, @Nullable Dwelling dwelling) {
        Chance chance = start.chance();
        Location anywhere = chance.pick(DemoLocations.with(Use.DWELLING));
        String kind = dwelling == null ? chance.draw(KINDS) : "multiple";
        boolean isOrderRequested = chance.happens(0.3) || dwelling != null;
        LocalDate requestedOn = chance.workingDayAfter(start.on(), 10, 30);
        LocalDate closedOn = chance.workingDayAfter(start.on(), 90, 400);
        boolean isReopened = chance.happens(0.1);
        LocalDate reopenedOn = chance.workingDayAfter(closedOn, 30, 120);
        LocalDate closedAgainOn = chance.workingDayAfter(reopenedOn, 60, 200);
        String result = chance.draw(RESULTS);
        int partnerCount = chance.between(2, 6);
        boolean wasReopened = isReopened && happened(reopenedOn) != null;
        LocalDate lastClosedOn = happened(wasReopened ? closedAgainOn : closedOn);
        return new DwellingCase(
                number,
                dwelling == null ? anywhere : dwelling.location(),
                dwelling == null ? null : dwelling.hotspotNumber(),
                kind,
                start.on(),
                isOrderRequested && !start.isWithdrawn() ? happened(requestedOn) : null,
                wasReopened ? reopenedOn : null,
                lastClosedOn,
                lastClosedOn == null ? null : result,
                partnerCount,
                start.isWithdrawn());
    }

    private @Nullable LocalDate happened(LocalDate day) {
        return day.isAfter(lastDay) ? null : day;
    }
}
