package nl.mjpmonitor.ops.sources.ondermijning;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import nl.mjpmonitor.ops.sources.generation.AreaWeights;
import nl.mjpmonitor.ops.sources.generation.Chance;
import nl.mjpmonitor.ops.sources.generation.Choice;
import nl.mjpmonitor.ops.sources.generation.DemoLocations;
import nl.mjpmonitor.ops.sources.generation.DemoLocations.Location;
import nl.mjpmonitor.ops.sources.generation.DemoLocations.Use;
import nl.mjpmonitor.ops.sources.generation.MonthRange;
import nl.mjpmonitor.ops.sources.generation.MonthSpread;
import nl.mjpmonitor.ops.sources.generation.Provenance;
import nl.mjpmonitor.ops.sources.generation.PublishedFigures;
import nl.mjpmonitor.ops.sources.generation.Restrictions;
import nl.mjpmonitor.ops.sources.ondermijning.CaseLife.Check;
import nl.mjpmonitor.ops.sources.ondermijning.CaseLife.Intervention;
import nl.mjpmonitor.ops.sources.ondermijning.CaseLife.Outcome;
import nl.mjpmonitor.ops.sources.ondermijning.CaseLife.Passage;

/**
 * Makes the cases from January 2019 on, each from opening to closing.
 *
 * <p>How many cases came to the LWO, went on to ATOM, MOT and RIEC, with which outcomes, checks and interventions equals every
 * published figure exactly. The funnel does not close, as in the source: some cases have no outcome, and one case may be checked
 * more than once or know several interventions. The same seed gives the same cases, whatever the last day.
 */
final class CaseGenerator {
    private static final YearMonth START = YearMonth.of(2019, 1);

    /** From the opening of a case to its meeting of the LWO is less than two months, so that two more months hold all that matters. */
    private static final int MONTHS_AHEAD = 2;

    private static final double CASES_A_MONTH = 8.2;
    private static final double WITHDRAWN_A_MONTH = 0.2;

    /** Cases of the first three quarters of 2024; not published, chosen so that the checks of ATOM have cases to check. */
    private static final MonthRange EVALUATED_2024 = MonthRange.of("2024-01", "2024-09");

    private static final int CASES_EVALUATED_2024 = 88;
    private static final int TO_ATOM_EVALUATED_2024 = 42;

    /** Cases that ATOM checked in 2023, two of which share a location with another; the rest of those referred came in 2024. */
    private static final int CHECKED_2023 = 14;

    /** Civil interventions are part of the approach since the Uitvoeringsplan 2025-2026. */
    private static final LocalDate CIVIL_SINCE = LocalDate.of(2025, 1, 1);

    private static final List<Choice<String>> PHENOMENA = List.of(
            new Choice<>("drugs_trade", 0.34),
            new Choice<>("labour_exploitation", 0.12),
            new Choice<>("money_laundering", 0.12),
            new Choice<>("human_trafficking", 0.08),
            new Choice<>("housing_fraud", 0.12),
            new Choice<>("criminal_use_of_premises", 0.12),
            new Choice<>("storage_abuse", 0.06),
            new Choice<>("benefit_fraud", 0.04));

    private static final List<Choice<String>> LWO_OUTCOMES = List.of(
            new Choice<>("police", 0.22),
            new Choice<>("wabo", 0.08),
            new Choice<>("public_space_enforcement", 0.11),
            new Choice<>("chain_partner", 0.14),
            new Choice<>("mot", 0.22),
            new Choice<>("", 0.23));

    private final long seed;
    private final LocalDate lastDay;
    private final PublishedFigures published = PublishedFigures.load(CaseGenerator.class);
    private final AreaWeights areas = AreaWeights.load();

    private CaseGenerator(long seed, LocalDate lastDay) {
        this.seed = seed;
        this.lastDay = lastDay;
    }

    /** The phenomena and how often each occurs. */
    static List<Choice<String>> phenomena() {
        return PHENOMENA;
    }

    /** All cases that were opened until and including a day, in the order of their numbers, with their whole lives. */
    static List<CaseLife> generate(long seed, LocalDate lastDay) {
        return new CaseGenerator(seed, lastDay).cases();
    }

    private List<CaseLife> cases() {
        List<CaseLife> all = open();
        List<CaseLife> counted = all.stream().filter(life -> !life.isWithdrawn).toList();
        policyPeriod(treatedIn(counted, Registers.POLICY_PERIOD));
        List<CaseLife> waiting = year2023(treatedIn(counted, Registers.YEAR_2023));
        evaluated2024(treatedIn(counted, EVALUATED_2024), waiting);
        counted.stream()
                .filter(life -> life.lwoOn.isAfter(EVALUATED_2024.lastDay()))
                .forEach(this::demonstration);
        counted.forEach(this::interveneAfter2023);
        all.forEach(this::close);
        return all.stream().filter(life -> !life.openedOn.isAfter(lastDay)).toList();
    }

    // opening ---------------------------------------------------------------------------------------------------------

    private record Opening(LocalDate openedOn, LocalDate lwoOn, boolean isWithdrawn) {}

    private List<CaseLife> open() {
        List<Opening> openings = new ArrayList<>();
        casesPerMonth().forEach((month, count) -> {
            Chance chance = Chance.of(seed, "openings", month);
            for (int i = 0; i < count; i++) {
                openings.add(opening(chance, month, false));
            }
            for (int i = chance.poisson(WITHDRAWN_A_MONTH); i > 0; i--) {
                openings.add(opening(chance, month, true));
            }
        });
        openings.sort(Comparator.comparing(Opening::openedOn));
        Map<Integer, Integer> numbers = new TreeMap<>();
        List<CaseLife> lives = new ArrayList<>();
        for (Opening opening : openings) {
            int year = opening.openedOn().getYear();
            lives.add(life("OND-%d-%04d".formatted(year, numbers.merge(year, 1, Integer::sum)), opening));
        }
        return List.copyOf(lives);
    }

    private SortedMap<YearMonth, Integer> casesPerMonth() {
        Chance chance = Chance.of(seed, "cases");
        SortedMap<YearMonth, Integer> cases = new TreeMap<>();
        cases.putAll(MonthSpread.of(
                published.value("lwo", Registers.POLICY_PERIOD),
                Registers.POLICY_PERIOD,
                CaseGenerator::weight,
                chance));
        cases.putAll(MonthSpread.of(
                published.value("lwo", Registers.YEAR_2023), Registers.YEAR_2023, CaseGenerator::weight, chance));
        cases.putAll(MonthSpread.of(CASES_EVALUATED_2024, EVALUATED_2024, CaseGenerator::weight, chance));
        YearMonth end = YearMonth.from(lastDay).plusMonths(MONTHS_AHEAD);
        for (YearMonth month = EVALUATED_2024.to().plusMonths(1); !month.isAfter(end); month = month.plusMonths(1)) {
            cases.put(month, Chance.of(seed, "cases", month).poisson(CASES_A_MONTH * weight(month)));
        }
        return cases;
    }

    /** Summers are quiet, and so was much of 2020 and 2021. */
    private static double weight(YearMonth month) {
        double season = switch (month.getMonth()) {
            case JULY, AUGUST -> 0.6;
            case DECEMBER -> 0.8;
            case JANUARY, FEBRUARY, MARCH, APRIL, MAY, JUNE, SEPTEMBER, OCTOBER, NOVEMBER -> 1.1;
        };
        return season * (1 - 0.5 * Restrictions.severity(month));
    }

    private static Opening opening(Chance chance, YearMonth month, boolean isWithdrawn) {
        LocalDate lwoOn = meeting(chance, month);
        LocalDate openedOn = lwoOn.minusDays(chance.between(3, 24));
        LocalDate first = START.atDay(2);
        return new Opening(openedOn.isBefore(first) ? first : openedOn, lwoOn, isWithdrawn);
    }

    /** The LWO meets on the second and the fourth Tuesday. */
    private static LocalDate meeting(Chance chance, YearMonth month) {
        return month.atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(chance.happens(0.5) ? 2 : 4, DayOfWeek.TUESDAY));
    }

    private CaseLife life(String number, Opening opening) {
        Chance chance = Chance.of(seed, "case", number);
        CaseLife life = new CaseLife(
                number,
                opening.openedOn(),
                opening.lwoOn(),
                chance.draw(PHENOMENA),
                areas.draw(chance),
                opening.isWithdrawn());
        if (chance.happens(0.5)) {
            life.placeAt(anyLocation(chance));
        }
        life.enter(
                Step.LWO,
                opening.lwoOn(),
                opening.isWithdrawn() ? Provenance.DEMONSTRATION : Registers.provenance(Step.LWO, opening.lwoOn()));
        return life;
    }

    private static Location anyLocation(Chance chance) {
        Use use = chance.draw(List.of(
                new Choice<>(Use.PREMISES, 0.5), new Choice<>(Use.DWELLING, 0.3), new Choice<>(Use.CATERING, 0.2)));
        List<Location> locations = DemoLocations.with(use);
        // the first of the list are kept for the checks of 2023, whose locations are published
        return locations.get(chance.between(CHECKED_2023, locations.size() - 1));
    }

    // 2019-2022 -------------------------------------------------------------------------------------------------------

    private void policyPeriod(List<CaseLife> cases) {
        Chance chance = Chance.of(seed, "policy period");
        LocalDate lastReferral = LocalDate.of(2022, 10, 31);
        LocalDate lastToRiec = LocalDate.of(2022, 9, 20);
        List<CaseLife> pool = shuffled(cases, chance);
        List<CaseLife> toMot =
                take(pool, published.value("mot", Registers.POLICY_PERIOD), life -> !life.lwoOn.isAfter(lastReferral));
        toMot.forEach(life -> enter(life, Step.MOT, chance.workingDayAfter(life.lwoOn, 7, 40)));
        List<CaseLife> toRiec = take(
                new ArrayList<>(toMot),
                published.value("riec", Registers.POLICY_PERIOD),
                life -> !life.entered(Step.MOT).isAfter(lastToRiec));
        toRiec.forEach(life -> enter(life, Step.RIEC, chance.workingDayAfter(life.entered(Step.MOT), 14, 90)));
    }

    // 2023 ------------------------------------------------------------------------------------------------------------

    /** Gives the cases of 2023 what was published about them; returns those that wait for a check. */
    private List<CaseLife> year2023(List<CaseLife> cases) {
        Chance chance = Chance.of(seed, "2023");
        LocalDate lastReferral = LocalDate.of(2023, 11, 10);
        List<CaseLife> pool = shuffled(cases, chance);

        List<CaseLife> toMot =
                take(pool, published.value("mot", Registers.YEAR_2023), life -> !life.lwoOn.isAfter(lastReferral));
        toMot.forEach(life -> {
            decide(life, "mot");
            enter(life, Step.MOT, chance.workingDayAfter(life.lwoOn, 7, 40));
        });
        intervene2023(toMot, chance);

        List<CaseLife> checked = take(pool, CHECKED_2023, life -> !life.lwoOn.isAfter(lastReferral));
        List<CaseLife> waiting =
                take(pool, published.value("lwo_outcome.atom", Registers.YEAR_2023) - CHECKED_2023, life -> true);
        checked.forEach(CaseGenerator::toAtom);
        waiting.forEach(CaseGenerator::toAtom);
        check2023(checked, chance);

        for (String outcome : List.of("police", "wabo", "public_space_enforcement", "chain_partner")) {
            take(pool, published.value("lwo_outcome." + outcome, Registers.YEAR_2023), life -> true)
                    .forEach(life -> decide(life, outcome));
        }
        return waiting;
    }

    private void check2023(List<CaseLife> cases, Chance chance) {
        int locations = published.value("checked_location", Registers.YEAR_2023);
        List<CaseLife> byOutcome = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            CaseLife life = cases.get(i);
            life.placeAt(DemoLocations.with(Use.PREMISES).get(i % locations));
            LocalDate on = chance.workingDayAfter(life.lwoOn, 5, 35);
            check(life, on, false, chance);
            byOutcome.add(life);
        }
        int social = published.value("atom_outcome.social_investigation", Registers.YEAR_2023);
        int penalties = published.value("atom_outcome.penalty_order", Registers.YEAR_2023);
        int wabo = published.value("atom_outcome.wabo", Registers.YEAR_2023);
        // one case has two outcomes, as the source allows
        atomOutcome(byOutcome.subList(0, social), "social_investigation", chance);
        atomOutcome(byOutcome.subList(social - 1, social - 1 + penalties), "penalty_order", chance);
        atomOutcome(byOutcome.subList(social - 1 + penalties, social - 1 + penalties + wabo), "wabo", chance);
        byOutcome.subList(0, 2).forEach(life -> recheck(life, chance, Registers.YEAR_2023.lastDay()));
    }

    private static void atomOutcome(List<CaseLife> cases, String outcome, Chance chance) {
        cases.forEach(life -> {
            LocalDate decidedOn = earlier(
                    chance.workingDayAfter(life.checks.get(0).checkedOn(), 0, 14), Registers.YEAR_2023.lastDay());
            life.outcomes.add(new Outcome(Step.ATOM, 1, outcome, decidedOn, Provenance.PUBLISHED_YEAR));
        });
    }

    private void intervene2023(List<CaseLife> cases, Chance chance) {
        List<String> kinds = new ArrayList<>();
        for (String kind : List.of("administrative", "criminal", "fiscal")) {
            int count = published.value("intervention." + kind, Registers.YEAR_2023);
            kinds.addAll(Collections.nCopies(count, kind));
        }
        chance.shuffle(kinds);
        for (int i = 0; i < kinds.size(); i++) {
            // two for every case first: each had several
            CaseLife life = i < 2 * cases.size() ? cases.get(i % cases.size()) : chance.pick(cases);
            LocalDate on =
                    earlier(chance.workingDayAfter(life.entered(Step.MOT), 3, 120), Registers.YEAR_2023.lastDay());
            intervene(life, kinds.get(i), on, chance);
        }
    }

    // 2024 and after --------------------------------------------------------------------------------------------------

    /** Gives the cases of 2024 up to October the checks that make the published total of two years. */
    private void evaluated2024(List<CaseLife> cases, List<CaseLife> waiting) {
        Chance chance = Chance.of(seed, "2024");
        LocalDate lastDayChecked = EVALUATED_2024.lastDay();
        waiting.forEach(life -> {
            placeSomewhere(life, chance);
            check(life, chance.workingDayAfter(LocalDate.of(2024, 1, 8), 0, 40), false, chance);
        });
        int checks = published.value("checked_case", Registers.TWO_YEARS) - CHECKED_2023 - waiting.size();
        List<CaseLife> pool = shuffled(cases, chance);
        List<CaseLife> checked = take(pool, checks, life -> !life.lwoOn.isAfter(lastDayChecked.minusDays(30)));
        checked.forEach(life -> {
            toAtom(life);
            placeSomewhere(life, chance);
            check(life, earlier(chance.workingDayAfter(life.lwoOn, 5, 60), lastDayChecked), false, chance);
            atomDemonstration(life, chance);
        });
        take(pool, TO_ATOM_EVALUATED_2024 - checks, life -> true).forEach(life -> {
            toAtom(life);
            placeSomewhere(life, chance);
            LocalDate after = lastDayChecked.isAfter(life.lwoOn) ? lastDayChecked : life.lwoOn;
            check(life, chance.workingDayAfter(after, 3, 60), false, chance);
            atomDemonstration(life, chance);
        });
        pool.forEach(life -> otherOutcome(life, chance));
    }

    private void demonstration(CaseLife life) {
        Chance chance = Chance.of(seed, "demonstration", life.number);
        if (!chance.happens(0.42)) {
            otherOutcome(life, chance);
            return;
        }
        toAtom(life);
        if (chance.happens(0.15)) {
            // more than one outcome
            decide(life, chance.pick(List.of("police", "chain_partner")));
        }
        placeSomewhere(life, chance);
        boolean isSlow = chance.happens(0.1);
        check(
                life,
                isSlow ? chance.workingDayAfter(life.lwoOn, 120, 240) : chance.workingDayAfter(life.lwoOn, 5, 60),
                false,
                chance);
        atomDemonstration(life, chance);
    }

    private void otherOutcome(CaseLife life, Chance chance) {
        String outcome = chance.draw(LWO_OUTCOMES);
        if (outcome.isEmpty()) {
            return;
        }
        decide(life, outcome);
        if (outcome.equals("mot")) {
            toMot(life, life.lwoOn, chance);
        }
    }

    private void toMot(CaseLife life, LocalDate after, Chance chance) {
        enter(life, Step.MOT, chance.workingDayAfter(after, 7, 40));
        if (chance.happens(0.5)) {
            enter(life, Step.RIEC, chance.workingDayAfter(life.entered(Step.MOT), 14, 90));
        }
    }

    private void atomDemonstration(CaseLife life, Chance chance) {
        LocalDate checkedOn = life.checks.get(0).checkedOn();
        for (Choice<String> outcome : List.of(
                new Choice<>("penalty_order", 0.22),
                new Choice<>("wabo", 0.12),
                new Choice<>("social_investigation", 0.3))) {
            if (chance.happens(outcome.weight())) {
                life.outcomes.add(new Outcome(
                        Step.ATOM,
                        1,
                        outcome.value(),
                        chance.workingDayAfter(checkedOn, 0, 14),
                        Provenance.DEMONSTRATION));
            }
        }
        if (chance.happens(0.12)) {
            recheck(life, chance, LocalDate.MAX);
        }
        if (chance.happens(0.1)) {
            LocalDate decidedOn = chance.workingDayAfter(checkedOn, 3, 20);
            life.outcomes.add(new Outcome(Step.ATOM, 1, "mot", decidedOn, Provenance.DEMONSTRATION));
            toMot(life, decidedOn, chance);
        }
    }

    private void interveneAfter2023(CaseLife life) {
        if (!life.wasIn(Step.MOT) || !life.entered(Step.MOT).isAfter(Registers.YEAR_2023.lastDay())) {
            return;
        }
        Chance chance = Chance.of(seed, "interventions", life.number);
        for (int i = 1 + chance.poisson(2.4); i > 0; i--) {
            LocalDate on = chance.workingDayAfter(life.entered(Step.MOT), 3, 120);
            double civil = on.isBefore(CIVIL_SINCE) ? 0 : 0.08;
            String kind = chance.draw(List.of(
                    new Choice<>("administrative", 0.38),
                    new Choice<>("criminal", 0.12),
                    new Choice<>("fiscal", 0.46),
                    new Choice<>("civil", civil)));
            intervene(life, kind, on, chance);
        }
    }

    // closing ---------------------------------------------------------------------------------------------------------

    private void close(CaseLife life) {
        Chance chance = Chance.of(seed, "close", life.number);
        LocalDate left = life.lwoOn;
        for (Passage passage : life.passages) {
            passage.leftOn = left(life, passage, chance);
            left = later(left, passage.leftOn);
        }
        life.closedOn = left.plusDays(chance.between(0, 20));
        if (!life.isWithdrawn && chance.happens(0.06)) {
            reopen(life, life.closedOn, chance);
        }
    }

    private static LocalDate left(CaseLife life, Passage passage, Chance chance) {
        // some cases stand still
        int stagnation = chance.happens(0.06) ? chance.between(150, 500) : 0;
        LocalDate done = passage.enteredOn.plusDays(stagnation);
        return switch (passage.step) {
            case LWO ->
                life.outcomes.stream().anyMatch(outcome -> outcome.step() == Step.LWO)
                        ? done.plusDays(chance.between(0, 14))
                        : done.plusDays(chance.between(21, 90));
            case ATOM ->
                life.checks.stream()
                        .map(Check::checkedOn)
                        .max(Comparator.naturalOrder())
                        .map(on -> later(on, done).plusDays(chance.between(7, 40)))
                        .orElse(done.plusDays(chance.between(60, 150)));
            case MOT ->
                life.wasIn(Step.RIEC)
                        ? life.entered(Step.RIEC)
                        : life.interventions.stream()
                                .map(Intervention::startedOn)
                                .max(Comparator.naturalOrder())
                                .map(on -> later(on, done).plusDays(chance.between(14, 90)))
                                .orElse(done.plusDays(chance.between(60, 200)));
            case RIEC -> done.plusDays(chance.between(90, 400));
        };
    }

    private static void reopen(CaseLife life, LocalDate closedOn, Chance chance) {
        LocalDate reopenedOn = chance.workingDayAfter(closedOn, 60, 400);
        LocalDate lwoOn = reopenedOn.plusDays(chance.between(3, 24));
        Passage again = new Passage(Step.LWO, 2, lwoOn, Provenance.DEMONSTRATION);
        LocalDate left = lwoOn.plusDays(chance.between(10, 60));
        again.leftOn = left;
        life.reopenedOn = reopenedOn;
        life.passages.add(again);
        if (!lwoOn.isBefore(Registers.YEAR_2023.firstDay())) {
            life.outcomes.add(new Outcome(
                    Step.LWO,
                    2,
                    chance.pick(List.of("police", "public_space_enforcement", "chain_partner")),
                    lwoOn,
                    Provenance.DEMONSTRATION));
        }
        life.closedAgainOn = left.plusDays(chance.between(0, 20));
    }

    // steps -----------------------------------------------------------------------------------------------------------

    private static void enter(CaseLife life, Step step, LocalDate on) {
        life.enter(step, on, Registers.provenance(step, on));
    }

    private static void decide(CaseLife life, String outcome) {
        life.outcomes.add(
                new Outcome(Step.LWO, 1, outcome, life.lwoOn, Registers.provenance("lwo_outcome", life.lwoOn)));
    }

    private static void toAtom(CaseLife life) {
        decide(life, "atom");
        enter(life, Step.ATOM, life.lwoOn);
    }

    private static void placeSomewhere(CaseLife life, Chance chance) {
        if (life.location == null) {
            life.placeAt(anyLocation(chance));
        }
    }

    private static void check(CaseLife life, LocalDate on, boolean isRecheck, Chance chance) {
        Location location = life.location;
        if (location == null) {
            throw new IllegalStateException(life.number + " has no location to check");
        }
        life.checks.add(new Check(
                location,
                on,
                isRecheck,
                chance.happens(0.6),
                isRecheck ? Provenance.DEMONSTRATION : Registers.provenance("location_check", on)));
    }

    private static void recheck(CaseLife life, Chance chance, LocalDate last) {
        LocalDate first = life.checks.get(0).checkedOn();
        check(life, earlier(chance.workingDayAfter(first, 30, 120), last), true, chance);
    }

    private static void intervene(CaseLife life, String kind, LocalDate on, Chance chance) {
        life.interventions.add(new Intervention(
                kind, on, on.plusDays(chance.between(20, 240)), Registers.provenance("intervention", on)));
    }

    private static List<CaseLife> treatedIn(List<CaseLife> cases, MonthRange period) {
        return cases.stream().filter(life -> period.contains(life.lwoOn)).toList();
    }

    private static List<CaseLife> shuffled(List<CaseLife> cases, Chance chance) {
        List<CaseLife> shuffled = new ArrayList<>(cases);
        chance.shuffle(shuffled);
        return shuffled;
    }

    /** Takes the first of the pool that may be taken, as many as asked for. */
    private static List<CaseLife> take(List<CaseLife> pool, int count, Predicate<CaseLife> mayBeTaken) {
        List<CaseLife> taken = pool.stream().filter(mayBeTaken).limit(count).toList();
        if (taken.size() < count) {
            throw new IllegalStateException("only " + taken.size() + " cases of the " + count + " that were published");
        }
        pool.removeAll(taken);
        return taken;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
