package nl.mjpmonitor.ops.sources.ondermijning;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
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
import nl.mjpmonitor.ops.sources.generation.Provenance;
import nl.mjpmonitor.ops.sources.generation.PublishedFigures;
import nl.mjpmonitor.ops.sources.ondermijning.FieldWork.FollowUpAction;
import nl.mjpmonitor.ops.sources.ondermijning.FieldWork.PhenomenonStudy;
import nl.mjpmonitor.ops.sources.ondermijning.FieldWork.StorageUnitCheck;
import nl.mjpmonitor.ops.sources.ondermijning.FieldWork.Workshop;

/** Makes what happens beside the cases. Published totals are exact; the same seed gives the same data, whatever the last day. */
final class FieldWorkGenerator {
    /** The study of storage locations, completed in 2023; its findings were checked in 2024. */
    private static final String STORAGE_STUDY = "FEN-2023-02";

    /** The checks of storage units began when that study was under way. */
    private static final MonthRange STORAGE_CHECKS = MonthRange.of("2023-05", "2024-09");

    private static final MonthRange PHENOMENON_CHECK = MonthRange.of("2024-04", "2024-09");
    private static final int MOST_UNITS_A_DAY = 24;
    private static final double STORAGE_CHECKS_A_MONTH = 9;
    private static final double ACTIONS_A_MONTH = 4.8;
    private static final double WORKSHOPS_A_MONTH = 0.5;
    private static final double STUDIES_A_QUARTER = 0.4;

    private static final List<Choice<String>> ACTION_KINDS = List.of(
            new Choice<>("supervision_check", 0.46),
            new Choice<>("enforcement_check", 0.42),
            new Choice<>("other", 0.12));

    private static final List<Choice<String>> PARTIES = List.of(
            new Choice<>("thor", 0.26),
            new Choice<>("thgo", 0.24),
            new Choice<>("atom", 0.16),
            new Choice<>("police", 0.14),
            new Choice<>("social_investigation", 0.12),
            new Choice<>("chain_partner", 0.08));

    private final long seed;
    private final LocalDate lastDay;
    private final PublishedFigures published = PublishedFigures.load(FieldWorkGenerator.class);

    private FieldWorkGenerator(long seed, LocalDate lastDay) {
        this.seed = seed;
        this.lastDay = lastDay;
    }

    /** What had begun by the end of a day. */
    static FieldWork generate(long seed, LocalDate lastDay, List<Signal> signals) {
        FieldWorkGenerator generator = new FieldWorkGenerator(seed, lastDay);
        return new FieldWork(
                generator.actions(signals), generator.studies(), generator.storageUnitChecks(), generator.workshops());
    }

    private List<FollowUpAction> actions(List<Signal> signals) {
        List<Signal> confirmed = signals.stream().filter(Signal::isConfirmed).toList();
        List<FollowUpAction> actions = new ArrayList<>();
        boolean[] isPhenomenonChecked = {false};
        perMonth("follow_up_action", Registers.TWO_YEARS, ACTIONS_A_MONTH).forEach((month, count) -> {
            Chance chance = Chance.of(seed, "actions", month);
            for (int i = 0; i < count; i++) {
                LocalDate startedOn = chance.workingDay(month);
                boolean isPhenomenonCheck = !isPhenomenonChecked[0] && PHENOMENON_CHECK.contains(startedOn);
                isPhenomenonChecked[0] |= isPhenomenonCheck;
                String kind = isPhenomenonCheck ? "phenomenon_check" : chance.draw(ACTION_KINDS);
                String party = isPhenomenonCheck ? "atom" : chance.draw(PARTIES);
                LocalDate completedOn = chance.workingDayAfter(startedOn, 0, 60);
                List<Signal> recent = recent(confirmed, startedOn);
                int chosen = chance.between(0, 1_000_000);
                if (!startedOn.isAfter(lastDay)) {
                    actions.add(new FollowUpAction(
                            recent.get(chosen % recent.size()),
                            kind,
                            party,
                            startedOn,
                            completedOn,
                            Registers.provenance("follow_up_action", startedOn)));
                }
            }
        });
        return actions;
    }

    /** The signals that were assessed in the four months before a day, or all before it when there were none. */
    private static List<Signal> recent(List<Signal> confirmed, LocalDate day) {
        List<Signal> before = confirmed.stream()
                .filter(signal -> !signal.assessedOn().isAfter(day))
                .toList();
        List<Signal> recent = before.stream()
                .filter(signal -> signal.assessedOn().isAfter(day.minusMonths(4)))
                .toList();
        return recent.isEmpty() ? before : recent;
    }

    private List<PhenomenonStudy> studies() {
        List<PhenomenonStudy> studies = new ArrayList<>();
        studies.add(new PhenomenonStudy(
                "FEN-2023-01",
                "target_group",
                "drugs_trade",
                LocalDate.of(2023, 1, 16),
                LocalDate.of(2023, 6, 28),
                Provenance.PUBLISHED_YEAR));
        studies.add(new PhenomenonStudy(
                STORAGE_STUDY,
                "location",
                "storage_abuse",
                LocalDate.of(2023, 2, 13),
                LocalDate.of(2023, 11, 30),
                Provenance.PUBLISHED_YEAR));
        for (YearMonth month = YearMonth.of(2024, 3); !month.atDay(1).isAfter(lastDay); month = month.plusMonths(3)) {
            Chance chance = Chance.of(seed, "studies", month);
            if (chance.happens(STUDIES_A_QUARTER)) {
                LocalDate startedOn = chance.workingDay(month);
                studies.add(new PhenomenonStudy(
                        "FEN-%d-%02d".formatted(month.getYear(), month.getMonthValue()),
                        chance.pick(List.of("location", "target_group", "branch")),
                        chance.draw(CaseGenerator.phenomena()),
                        startedOn,
                        chance.workingDayAfter(startedOn, 120, 300),
                        Provenance.DEMONSTRATION));
            }
        }
        return studies.stream()
                .filter(study -> !study.startedOn().isAfter(lastDay))
                .toList();
    }

    private List<StorageUnitCheck> storageUnitChecks() {
        List<Location> units = DemoLocations.with(Use.STORAGE);
        List<StorageUnitCheck> checks = new ArrayList<>();
        int next = 0;
        SortedMap<YearMonth, Integer> perMonth = new TreeMap<>(MonthSpread.of(
                published.value("storage_unit_check", Registers.TWO_YEARS),
                STORAGE_CHECKS,
                FieldWorkGenerator::weight,
                Chance.of(seed, "storage unit checks")));
        addDemonstration(perMonth, "storage unit checks", STORAGE_CHECKS.to(), STORAGE_CHECKS_A_MONTH);
        for (YearMonth month : perMonth.keySet()) {
            Chance chance = Chance.of(seed, "storage unit checks", month);
            LocalDate day = chance.workingDay(month);
            for (int i = 0; i < perMonth.get(month); i++) {
                if (i > 0 && i % MOST_UNITS_A_DAY == 0) {
                    day = day.getDayOfMonth() > 15 ? day.minusDays(7) : day.plusDays(7);
                }
                boolean isStudied = !day.isAfter(STORAGE_CHECKS.lastDay());
                checks.add(new StorageUnitCheck(
                        units.get(next % units.size()),
                        isStudied ? STORAGE_STUDY : null,
                        day,
                        chance.happens(0.07),
                        Registers.provenance("storage_unit_check", day)));
                next++;
            }
        }
        return checks.stream()
                .filter(check -> !check.checkedOn().isAfter(lastDay))
                .toList();
    }

    private List<Workshop> workshops() {
        List<Workshop> workshops = new ArrayList<>();
        perMonth("workshop", Registers.YEAR_2023, WORKSHOPS_A_MONTH).forEach((month, count) -> {
            Chance chance = Chance.of(seed, "workshops", month);
            for (int i = 0; i < count; i++) {
                workshops.add(workshop(chance, month, false));
            }
            if (chance.happens(0.04)) {
                workshops.add(workshop(chance, month, true));
            }
        });
        return workshops.stream()
                .filter(workshop -> !workshop.heldOn().isAfter(lastDay))
                .toList();
    }

    private static Workshop workshop(Chance chance, YearMonth month, boolean isWithdrawn) {
        LocalDate heldOn = chance.workingDay(month);
        int participants = chance.between(8, 40);
        boolean isCounted = chance.happens(0.85) && !Registers.YEAR_2023.contains(heldOn);
        return new Workshop(
                heldOn,
                chance.happens(0.4) ? "organisation_meeting" : "team_meeting",
                isCounted ? participants : null,
                isWithdrawn,
                isWithdrawn ? Provenance.DEMONSTRATION : Registers.provenance("workshop", heldOn));
    }

    private SortedMap<YearMonth, Integer> perMonth(String fact, MonthRange period, double meanAfter) {
        SortedMap<YearMonth, Integer> perMonth = new TreeMap<>(MonthSpread.of(
                published.value(fact, period), period, FieldWorkGenerator::weight, Chance.of(seed, fact)));
        addDemonstration(perMonth, fact, period.to(), meanAfter);
        return perMonth;
    }

    private void addDemonstration(SortedMap<YearMonth, Integer> perMonth, String fact, YearMonth after, double mean) {
        for (YearMonth month = after.plusMonths(1); !month.atDay(1).isAfter(lastDay); month = month.plusMonths(1)) {
            perMonth.put(month, Chance.of(seed, fact, month, "count").poisson(mean * weight(month)));
        }
    }

    private static double weight(YearMonth month) {
        return switch (month.getMonth()) {
            case JULY, AUGUST -> 0.5;
            case DECEMBER -> 0.8;
            case JANUARY, FEBRUARY, MARCH, APRIL, MAY, JUNE, SEPTEMBER, OCTOBER, NOVEMBER -> 1.1;
        };
    }
}
