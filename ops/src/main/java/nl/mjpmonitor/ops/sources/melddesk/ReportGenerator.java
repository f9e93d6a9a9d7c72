package nl.mjpmonitor.ops.sources.melddesk;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.mjpmonitor.ops.sources.generation.AreaWeights;
import nl.mjpmonitor.ops.sources.generation.Chance;
import nl.mjpmonitor.ops.sources.generation.Choice;
import nl.mjpmonitor.ops.sources.generation.DemoLocations;
import nl.mjpmonitor.ops.sources.generation.DemoLocations.Location;
import nl.mjpmonitor.ops.sources.generation.DemoLocations.Use;
import nl.mjpmonitor.ops.sources.generation.MonthSpread;
import nl.mjpmonitor.ops.sources.generation.PublishedFigures;
import nl.mjpmonitor.ops.sources.melddesk.Desk.Correction;
import nl.mjpmonitor.ops.sources.melddesk.Desk.Report;
import nl.mjpmonitor.ops.sources.melddesk.Desk.Screening;
import org.jspecify.annotations.Nullable;

/**
 * Makes the reports from 2022 on, and the screenings of those about people and drugs from 2023 on. The screenings equal the published
 * figures exactly; how many reports there were was never published. The same seed gives the same data, whatever the last day.
 */
final class ReportGenerator {
    private static final LocalDate START = LocalDate.of(2022, 1, 1);
    private static final YearMonth FIRST_SCREENED = YearMonth.of(2023, 1);

    private static final double SCREENED_KINDS_A_MONTH_BEFORE = 160;
    private static final double SCREENED_A_MONTH_AFTER = 215;
    private static final double SHARE_WITHDRAWN = 0.02;
    private static final double SHARE_DUPLICATED = 0.03;
    private static final double SHARE_DUPLICATED_AT_HOTSPOT = 0.15;

    private static final String PERSONS = "persons";
    private static final String DRUGS = "drugs";

    /** Reports a month of the categories that are not screened. */
    private static final List<Choice<String>> OTHERS = List.of(
            new Choice<>("youth", 70),
            new Choice<>("noise", 110),
            new Choice<>("neighbours", 60),
            new Choice<>("litter", 90),
            new Choice<>("parking", 60),
            new Choice<>("other", 40));

    private static final List<Choice<String>> SCREENED =
            List.of(new Choice<>(PERSONS, 0.62), new Choice<>(DRUGS, 0.38));

    private static final List<Choice<String>> CHANNELS = List.of(
            new Choice<>("app", 0.45),
            new Choice<>("website", 0.3),
            new Choice<>("telephone", 0.2),
            new Choice<>("email", 0.05));

    private static final Set<Month> SUMMER = EnumSet.range(Month.MAY, Month.SEPTEMBER);

    /** A report from its happening to its end, also beyond the last day of the demo. */
    private record Life(
            LocalDateTime receivedAt,
            LocalDate happenedOn,
            String channel,
            String category,
            @Nullable Location location,
            String areaCode,
            @Nullable LocalDate screenedOn,
            LocalDate assignedOn,
            LocalDate closedOn,
            @Nullable Fix fix,
            @Nullable Life original,
            boolean isWithdrawn,
            @Nullable Place hotspot) {

        LocalDate receivedOn() {
            return receivedAt.toLocalDate();
        }
    }

    /** The hotspot that a report is about. */
    private record Place(String number, LocalDate detectedOn) {}

    /** A correction to be: until then the report held something else. */
    private record Fix(String field, String from, LocalDate on) {}

    private final long seed;
    private final LocalDate lastDay;
    private final PublishedFigures published = PublishedFigures.load(ReportGenerator.class);
    private final AreaWeights areas = AreaWeights.load();
    private final List<Life> lives = new ArrayList<>();
    private final SortedMap<YearMonth, Integer> screenedAtHotspots = new TreeMap<>();

    private final List<Report> reports = new ArrayList<>();
    private final List<Correction> corrections = new ArrayList<>();
    private final List<Screening> screenings = new ArrayList<>();

    /**
     * Makes what the desk knew at the end of a day.
     *
     * @param hotspots all hotspots with nuisance up to then, by number
     */
    ReportGenerator(long seed, LocalDate lastDay, Map<String, HotspotLife> hotspots) {
        this.seed = seed;
        this.lastDay = lastDay;
        // a report that is screened next month may have come in this month
        YearMonth end = YearMonth.from(lastDay).plusMonths(1);
        hotspots.forEach(this::atHotspot);
        for (YearMonth month = YearMonth.from(START); month.isBefore(FIRST_SCREENED); month = month.plusMonths(1)) {
            beforeScreening(month);
        }
        SortedMap<YearMonth, Integer> screened = screenedPerMonth(end);
        screened.forEach(this::screened);
        for (YearMonth month = YearMonth.from(START); !month.isAfter(end); month = month.plusMonths(1)) {
            others(month);
        }
        List<Life> received = lives.stream()
                .filter(life -> !life.receivedOn().isAfter(lastDay))
                .sorted(Comparator.comparing(Life::receivedAt))
                .toList();
        record(received);
    }

    /** The reports in the order of their numbers. */
    List<Report> reports() {
        return reports;
    }

    /** What was put right of them. */
    List<Correction> corrections() {
        return corrections;
    }

    /** Those that were screened. */
    List<Screening> screenings() {
        return screenings;
    }

    // lives -----------------------------------------------------------------------------------------------------------

    private void atHotspot(String number, HotspotLife hotspot) {
        Chance chance = Chance.of(seed, "reports at a hotspot", number);
        String usual = chance.draw(SCREENED);
        for (LocalDate happenedOn : hotspot.nuisance()) {
            LocalDateTime receivedAt = moment(chance, happenedOn.plusDays(chance.happens(0.2) ? 1 : 0));
            LocalDate screenedOn = receivedAt.toLocalDate().plusDays(chance.between(1, 4));
            boolean isScreened = !YearMonth.from(screenedOn).isBefore(FIRST_SCREENED);
            if (isScreened) {
                screenedAtHotspots.merge(YearMonth.from(screenedOn), 1, Integer::sum);
            }
            Life life = life(
                    chance,
                    receivedAt,
                    happenedOn,
                    chance.happens(0.8) ? usual : chance.draw(SCREENED),
                    hotspot.location(),
                    hotspot.location().areaCode(),
                    isScreened ? screenedOn : null,
                    null,
                    new Place(number, hotspot.detectedOn()));
            lives.add(life);
            duplicate(chance, life, SHARE_DUPLICATED_AT_HOTSPOT);
        }
    }

    private SortedMap<YearMonth, Integer> screenedPerMonth(YearMonth end) {
        int year = published.value("screening", Registers.YEAR_2023);
        int rest = published.value("screening", Registers.TWO_YEARS) - year;
        Chance chance = Chance.of(seed, "screened");
        SortedMap<YearMonth, Integer> perMonth =
                new TreeMap<>(MonthSpread.of(year, Registers.YEAR_2023, ReportGenerator::season, chance));
        perMonth.putAll(MonthSpread.of(rest, Registers.REST_OF_TWO_YEARS, ReportGenerator::season, chance));
        perMonth.tailMap(end.plusMonths(1)).clear();
        for (YearMonth month = Registers.TWO_YEARS.to().plusMonths(1);
                !month.isAfter(end);
                month = month.plusMonths(1)) {
            perMonth.put(month, Chance.of(seed, "screened", month).poisson(SCREENED_A_MONTH_AFTER * season(month)));
        }
        return perMonth;
    }

    private void screened(YearMonth month, int count) {
        int elsewhere = count - screenedAtHotspots.getOrDefault(month, 0);
        if (elsewhere < 0) {
            throw new IllegalStateException("more nuisance at hotspots than screened reports in " + month);
        }
        Chance chance = Chance.of(seed, "screened reports", month);
        for (int i = 0; i < elsewhere; i++) {
            LocalDate screenedOn = chance.day(month);
            Life life = anywhere(chance, screenedOn.minusDays(chance.between(0, 5)), chance.draw(SCREENED), screenedOn);
            lives.add(life);
            duplicate(chance, life, SHARE_DUPLICATED);
        }
        withdrawn(chance, month, count, SCREENED);
    }

    private void beforeScreening(YearMonth month) {
        Chance chance = Chance.of(seed, "reports before screening", month);
        int count = chance.poisson(SCREENED_KINDS_A_MONTH_BEFORE * season(month));
        for (int i = 0; i < count; i++) {
            Life life = anywhere(chance, chance.day(month), chance.draw(SCREENED), null);
            lives.add(life);
            duplicate(chance, life, SHARE_DUPLICATED);
        }
        withdrawn(chance, month, count, SCREENED);
    }

    private void others(YearMonth month) {
        Chance chance = Chance.of(seed, "other reports", month);
        int count = chance.poisson(OTHERS.stream().mapToDouble(Choice::weight).sum() * season(month));
        for (int i = 0; i < count; i++) {
            Life life = anywhere(chance, chance.day(month), chance.draw(OTHERS), null);
            lives.add(life);
            duplicate(chance, life, SHARE_DUPLICATED);
        }
        withdrawn(chance, month, count, OTHERS);
    }

    private void withdrawn(Chance chance, YearMonth month, int count, List<Choice<String>> categories) {
        for (int i = chance.poisson(SHARE_WITHDRAWN * count); i > 0; i--) {
            Life life = anywhere(chance, chance.day(month), chance.draw(categories), null);
            lives.add(new Life(
                    life.receivedAt(),
                    life.happenedOn(),
                    life.channel(),
                    life.category(),
                    life.location(),
                    life.areaCode(),
                    null,
                    life.assignedOn(),
                    life.receivedOn().plusDays(chance.between(0, 10)),
                    null,
                    null,
                    true,
                    null));
        }
    }

    /** Somebody else tells of the same. */
    private void duplicate(Chance chance, Life life, double probability) {
        if (!chance.happens(probability)) {
            return;
        }
        LocalDateTime receivedAt = life.receivedAt().plusMinutes(chance.between(10, 1_200));
        lives.add(new Life(
                receivedAt,
                life.happenedOn(),
                chance.draw(CHANNELS),
                life.category(),
                life.location(),
                life.areaCode(),
                null,
                receivedAt.toLocalDate(),
                receivedAt.toLocalDate().plusDays(chance.between(0, 2)),
                null,
                life,
                false,
                null));
    }

    private Life anywhere(Chance chance, LocalDate receivedOn, String category, @Nullable LocalDate screenedOn) {
        Location known =
                chance.happens(0.6) ? chance.pick(DemoLocations.with(chance.pick(List.of(Use.values())))) : null;
        String drawn = areas.draw(chance);
        int daysLate = chance.happens(0.85)
                ? chance.between(0, 1)
                : chance.happens(0.8) ? chance.between(1, 3) : chance.between(8, 45);
        String areaCode = known == null ? drawn : known.areaCode();
        LocalDate happenedOn = receivedOn.minusDays(daysLate);
        return life(
                chance,
                moment(chance, receivedOn),
                happenedOn.isBefore(START) ? receivedOn : happenedOn,
                category,
                known,
                areaCode,
                screenedOn,
                fix(chance, category, areaCode, receivedOn),
                null);
    }

    /** A wrong category is put right on the day of receipt, before the screening; a wrong buurt within two weeks. */
    private @Nullable Fix fix(Chance chance, String category, String areaCode, LocalDate receivedOn) {
        boolean isCategory = chance.happens(0.04);
        boolean isArea = chance.happens(0.03);
        String otherCategory = chance.draw(OTHERS);
        String otherArea = chance.happens(0.5) ? AreaWeights.REMAINDER_CODE : areas.draw(chance);
        if (isCategory && !otherCategory.equals(category)) {
            return new Fix("category", otherCategory, receivedOn);
        }
        return isArea && !otherArea.equals(areaCode)
                ? new Fix("buurt_code", otherArea, receivedOn.plusDays(chance.between(0, 14)))
                : null;
    }

    private static Life life(
            Chance chance,
            LocalDateTime receivedAt,
            LocalDate happenedOn,
            String category,
            @Nullable Location location,
            String areaCode,
            @Nullable LocalDate screenedOn,
            @Nullable Fix fix,
            @Nullable Place hotspot) {
        LocalDate lookedAtOn = screenedOn == null ? receivedAt.toLocalDate() : screenedOn;
        LocalDate assignedOn = lookedAtOn.plusDays(chance.between(0, 4));
        return new Life(
                receivedAt,
                happenedOn,
                chance.draw(CHANNELS),
                category,
                location,
                areaCode,
                screenedOn,
                assignedOn,
                assignedOn.plusDays(chance.between(1, 40)),
                fix,
                null,
                false,
                hotspot);
    }

    private static LocalDateTime moment(Chance chance, LocalDate day) {
        return day.atTime(chance.between(7, 23), chance.between(0, 59), chance.between(0, 59));
    }

    private static double season(YearMonth month) {
        return SUMMER.contains(month.getMonth()) ? 1.15 : 0.9;
    }

    // what was known at the last day ----------------------------------------------------------------------------------

    private void record(List<Life> received) {
        Map<Integer, Integer> perYear = new HashMap<>();
        IdentityHashMap<Life, String> numbers = new IdentityHashMap<>();
        for (Life life : received) {
            int year = life.receivedAt().getYear();
            String number = "MD-%d-%06d".formatted(year, perYear.merge(year, 1, Integer::sum));
            numbers.put(life, number);
            record(number, life, numbers);
            LocalDate screenedOn = happened(life.screenedOn());
            if (screenedOn != null) {
                screen(number, life, screenedOn);
            }
        }
    }

    private void record(String number, Life life, IdentityHashMap<Life, String> numbers) {
        LocalDate closedOn = happened(life.closedOn());
        Fix fix = life.fix();
        String areaCode = life.areaCode();
        if (fix != null && fix.on().isAfter(lastDay)) {
            // only a buurt is put right later than on the day of receipt
            areaCode = fix.from();
        } else if (fix != null) {
            String right = fix.field().equals("category") ? life.category() : areaCode;
            corrections.add(new Correction(number, fix.on(), fix.field(), fix.from(), right));
        }
        reports.add(new Report(
                number,
                life.receivedAt(),
                life.happenedOn(),
                life.channel(),
                life.category(),
                life.location(),
                areaCode,
                status(life),
                closedOn,
                life.original() == null || closedOn == null ? null : numbers.get(life.original()),
                life.isWithdrawn() && closedOn != null,
                lastOf(life)));
    }

    private void screen(String number, Life life, LocalDate screenedOn) {
        Chance chance = Chance.of(seed, "screening", number);
        Place hotspot = life.hotspot();
        boolean isAtHotspot = hotspot != null;
        String detected = hotspot == null || hotspot.detectedOn().isAfter(lastDay) ? null : hotspot.number();
        screenings.add(new Screening(
                number,
                screenedOn,
                life.category(),
                chance.happens(isAtHotspot ? 0.9 : 0.15),
                chance.happens(isAtHotspot ? 0.7 : 0.05),
                chance.happens(isAtHotspot ? 0.4 : 0.12),
                detected != null || (!isAtHotspot && chance.happens(0.02)),
                detected,
                life.areaCode()));
    }

    private String status(Life life) {
        if (!life.closedOn().isAfter(lastDay)) {
            return "closed";
        }
        if (life.original() == null && !life.isWithdrawn() && !life.assignedOn().isAfter(lastDay)) {
            return "assigned";
        }
        return happened(life.screenedOn()) == null ? "received" : "screened";
    }

    private LocalDate lastOf(Life life) {
        LocalDate last = life.receivedOn();
        for (LocalDate day : new LocalDate[] {life.assignedOn(), life.closedOn(), fixedOn(life)}) {
            if (day.isAfter(last) && !day.isAfter(lastDay)) {
                last = day;
            }
        }
        return last;
    }

    private static LocalDate fixedOn(Life life) {
        return life.fix() == null ? life.receivedOn() : life.fix().on();
    }

    private @Nullable LocalDate happened(@Nullable LocalDate day) {
        return day == null || day.isAfter(lastDay) ? null : day;
    }
}
