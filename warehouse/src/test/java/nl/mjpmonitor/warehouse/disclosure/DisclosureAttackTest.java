package nl.mjpmonitor.warehouse.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.areas.AreaKind;
import nl.mjpmonitor.warehouse.disclosure.Registrations.Field;
import nl.mjpmonitor.warehouse.periods.Period;
import nl.mjpmonitor.warehouse.periods.PeriodGrain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Attacks on everything that can be asked: areas, periods, windows, at random registrations and rules. */
class DisclosureAttackTest {

    private static final YearMonth FIRST = YearMonth.of(2022, 1);
    private static final YearMonth LAST = YearMonth.of(2023, 12);
    private static final int SEEDS = 30;

    /** One figure that can be asked. */
    private record Asked(AreaCode area, Period period) {}

    /** A random municipality, rule and offer. */
    private record Case(Registrations registrations, SuppressionRule rule, Offer offer) {

        static Case of(int seed) {
            Random random = new Random(seed);
            YearMonth lastKnown = random.nextInt(3) == 0 ? YearMonth.of(2023, 1 + random.nextInt(12)) : LAST;
            Set<AreaKind> areas = new LinkedHashSet<>(Set.of(AreaKind.GEMEENTE));
            Set<PeriodGrain> grains = new LinkedHashSet<>(Set.of(PeriodGrain.YEAR));
            Stream.of(AreaKind.WIJK, AreaKind.STADSDEEL, AreaKind.BUURT, AreaKind.REST)
                    .filter(kind -> random.nextInt(4) > 0)
                    .forEach(areas::add);
            Stream.of(PeriodGrain.QUARTER, PeriodGrain.MONTH)
                    .filter(grain -> random.nextInt(5) > 0)
                    .forEach(grains::add);
            return new Case(
                    Registrations.random(random, FIRST, LAST).knownUpTo(lastKnown),
                    new SuppressionRule(random.nextInt(4) == 0 ? 10 : 5, random.nextInt(5) == 0, Set.of()),
                    new Offer(areas, grains, true));
        }

        Case exempt(AreaKind area, PeriodGrain grain) {
            return new Case(
                    registrations,
                    new SuppressionRule(
                            rule.below(), rule.isZeroSmall(), Set.of(new SuppressionRule.Level(area, grain))),
                    offer);
        }

        DisclosurePattern pattern() {
            return DisclosurePattern.of(rule, offer, year -> registrations.territory(), registrations);
        }

        Set<Field> fields(Asked asked) {
            return registrations.fields(asked.area(), asked.period());
        }

        OptionalLong figure(Asked asked) {
            return registrations.of(asked.area(), asked.period());
        }

        /** Every known figure of the offer. */
        List<Asked> figures() {
            return areas().flatMap(area -> calendar()
                            .filter(period -> offer.grains().contains(period.grain()))
                            .map(period -> new Asked(area, period)))
                    .filter(asked -> figure(asked).isPresent())
                    .toList();
        }

        Stream<AreaCode> areas() {
            return Stream.concat(
                    Stream.of(Registrations.MUNICIPALITY),
                    registrations.territory().divisions().stream()
                            .filter(division -> offer.areas().contains(division.kind()))
                            .flatMap(division -> division.leaves().keySet().stream()));
        }

        static Stream<Period> calendar() {
            return Stream.of(PeriodGrain.YEAR, PeriodGrain.QUARTER, PeriodGrain.MONTH)
                    .flatMap(grain ->
                            Period.range(Period.containing(grain, FIRST), Period.containing(grain, LAST)).stream());
        }

        /** Years to date, rolling years and some of the spans of the two years. */
        List<Asked> windows() {
            List<Period> windows = new ArrayList<>();
            for (YearMonth last = FIRST; !last.isAfter(LAST); last = last.plusMonths(1)) {
                windows.add(Period.yearToDate(last));
                windows.add(Period.span(FIRST, last));
                windows.add(Period.span(last, LAST));
                if (!Period.rollingYear(last).firstMonth().isBefore(FIRST)) {
                    windows.add(Period.rollingYear(last));
                }
            }
            return areas().flatMap(area -> windows.stream().map(window -> new Asked(area, window)))
                    .filter(asked -> figure(asked).isPresent())
                    .toList();
        }

        /** Of which total it is a part, along the one direction in which it is given; empty for a field of the table. */
        Optional<Asked> total(Asked asked) {
            Period year = Period.year(asked.period().year());
            if (asked.area().equals(Registrations.MUNICIPALITY)) {
                boolean isMonthOfQuarter = asked.period().grain() == PeriodGrain.MONTH
                        && offer.grains().contains(PeriodGrain.QUARTER);
                return Optional.of(new Asked(
                        asked.area(),
                        isMonthOfQuarter
                                ? Period.containing(
                                        PeriodGrain.QUARTER, asked.period().firstMonth())
                                : year));
            }
            boolean isOtherDivision = offer.areas().contains(AreaKind.WIJK)
                    && registrations
                            .territory()
                            .division(AreaKind.STADSDEEL)
                            .orElseThrow()
                            .leaves()
                            .containsKey(asked.area());
            if (asked.period().grain() != PeriodGrain.YEAR || isOtherDivision) {
                return Optional.empty();
            }
            return Optional.of(new Asked(
                    Stream.of(AreaKind.WIJK, AreaKind.STADSDEEL)
                            .filter(offer.areas()::contains)
                            .limit(1)
                            .flatMap(kind -> registrations.territory().division(kind).stream())
                            .flatMap(division -> division.leaves().entrySet().stream())
                            .filter(wijk -> !wijk.getKey().equals(asked.area())
                                    && wijk.getValue().contains(asked.area()))
                            .map(Map.Entry::getKey)
                            .findFirst()
                            .orElse(Registrations.MUNICIPALITY),
                    year));
        }

        boolean isSmall(Asked asked) {
            return rule.isSmall(figure(asked).orElseThrow());
        }
    }

    static IntStream seeds() {
        return IntStream.range(0, SEEDS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nothingWithheldFollowsFromAnySumOfWhatIsGiven(int seed) {
        Case given = Case.of(seed);
        DisclosurePattern pattern = given.pattern();
        assertThat(calculated(given, (area, period) -> pattern.isGiven(area, period), true))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void neitherDoesItWhenTheMunicipalityPublishedAnnualFiguresItself(int seed) {
        Case given = Case.of(seed).exempt(AreaKind.GEMEENTE, PeriodGrain.YEAR);
        DisclosurePattern pattern = given.pattern();
        assertThat(pattern.isGiven(Registrations.MUNICIPALITY, Period.year(2022)))
                .isTrue();
        assertThat(calculated(given, (area, period) -> pattern.isGiven(area, period), true))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void neitherDoesItWhenTheMunicipalityPublishedQuartersItself(int seed) {
        Case given = Case.of(seed).exempt(AreaKind.GEMEENTE, PeriodGrain.QUARTER);
        DisclosurePattern pattern = given.pattern();
        assertThat(calculated(given, (area, period) -> pattern.isGiven(area, period), true))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void boundsLeaveEachSmallFigureAsManyValuesAsSmallFiguresHave(int seed) {
        Case given = Case.of(seed);
        DisclosurePattern pattern = given.pattern();
        assertThat(narrowedDown(given, (area, period) -> pattern.isGiven(area, period)))
                .isEmpty();
    }

    @Test
    void theAttackersSucceedWhenOnlySmallFiguresAreWithheld() {
        long calculated = 0;
        long narrowedDown = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            Case given = Case.of(seed);
            BiPredicate<AreaCode, Period> onlyBySize = (area, period) -> !given.isSmall(new Asked(area, period));
            calculated += calculated(given, onlyBySize, false).isEmpty() ? 0 : 1;
            narrowedDown += narrowedDown(given, onlyBySize).isEmpty() ? 0 : 1;
        }
        assertThat(calculated).isGreaterThan(SEEDS / 2);
        assertThat(narrowedDown).isGreaterThan(SEEDS / 2);
    }

    @Test
    void aWindowThatIsNotMadeOfGivenPiecesGivesAFigureAway() {
        Case given = Stream.iterate(0, seed -> seed + 1)
                .map(Case::of)
                .filter(one -> one.offer().grains().contains(PeriodGrain.MONTH))
                .filter(one -> {
                    DisclosurePattern pattern = one.pattern();
                    return !calculated(
                                    one,
                                    (area, period) -> !period.grain().isCalendar() || pattern.isGiven(area, period),
                                    true)
                            .isEmpty();
                })
                .findFirst()
                .orElseThrow();
        assertThat(given.rule().isActive()).isTrue();
    }

    @Test
    void atLeastHalfOfWhatIsNotSmallIsGivenAlongEachDirection() {
        long given = 0;
        long small = 0;
        long all = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            Case one = Case.of(seed);
            DisclosurePattern pattern = one.pattern();
            for (Asked asked : one.figures()) {
                boolean isOneDirection = asked.area().equals(Registrations.MUNICIPALITY)
                        || asked.period().grain() == PeriodGrain.YEAR;
                if (isOneDirection) {
                    all++;
                    given += pattern.isGiven(asked.area(), asked.period()) ? 1 : 0;
                    small += one.isSmall(asked) ? 1 : 0;
                }
            }
        }
        assertThat(given).isGreaterThan((all - small) / 2);
    }

    /** The withheld figures that follow from the given ones. */
    private static List<Asked> calculated(Case one, BiPredicate<AreaCode, Period> isGiven, boolean withWindows) {
        Attacker attacker = new Attacker(one.registrations().fields());
        List<Asked> withheld = new ArrayList<>();
        List<Asked> windows = withWindows ? one.windows() : List.of();
        Stream.concat(one.figures().stream(), windows.stream()).forEach(asked -> {
            if (isGiven.test(asked.area(), asked.period())) {
                attacker.learn(one.fields(asked), one.figure(asked).orElseThrow());
            } else if (asked.period().grain().isCalendar()) {
                withheld.add(asked);
            }
        });
        withheld.removeIf(asked -> !attacker.canCalculate(one.fields(asked)));
        return withheld;
    }

    /** The small figures for which fewer values are left than there are small figures. */
    private static List<Asked> narrowedDown(Case one, BiPredicate<AreaCode, Period> isGiven) {
        BoundsAttacker<Asked> attacker = new BoundsAttacker<>();
        List<Asked> withheld = new ArrayList<>();
        for (Asked asked : one.figures()) {
            if (isGiven.test(asked.area(), asked.period())) {
                attacker.learn(asked, one.figure(asked).orElseThrow());
            } else {
                withheld.add(asked);
            }
        }
        withheld.stream()
                .filter(asked -> isZeroShownBeside(one, asked, isGiven))
                .forEach(asked -> attacker.learnAtLeast(asked, one.rule().least()));
        Territory territory = one.registrations().territory();
        Case.calendar()
                .filter(period ->
                        !period.lastMonth().isAfter(one.registrations().lastKnown()))
                .forEach(period -> {
                    attacker.learnSum(
                            new Asked(Registrations.MUNICIPALITY, period),
                            asked(period, wijken(territory), List.of(Registrations.REST)));
                    wijken(territory)
                            .forEach(wijk -> attacker.learnSum(
                                    new Asked(wijk, period), asked(period, territory.leaves(wijk), List.of())));
                });
        Case.calendar()
                .filter(period ->
                        !period.lastMonth().isAfter(one.registrations().lastKnown()))
                .forEach(period -> Stream.of(
                                Stream.of(Registrations.MUNICIPALITY, Registrations.REST),
                                wijken(territory).stream(),
                                wijken(territory).stream().flatMap(wijk -> territory.leaves(wijk).stream()))
                        .flatMap(areas -> areas)
                        .forEach(area -> attacker.learnSum(
                                new Asked(area, period),
                                period.parts().stream()
                                        .map(part -> new Asked(area, part))
                                        .toList())));
        attacker.narrow();
        return withheld.stream()
                .filter(one::isSmall)
                .filter(asked -> attacker.width(asked) < one.rule().widthNeeded())
                .toList();
    }

    /** Whether a reader sees that zeros are shown among the parts of the same total: then this part is not zero. */
    private static boolean isZeroShownBeside(Case one, Asked asked, BiPredicate<AreaCode, Period> isGiven) {
        return one.figures().stream()
                .filter(other ->
                        one.total(asked).isPresent() && one.total(other).equals(one.total(asked)))
                .filter(other -> other.area().equals(Registrations.MUNICIPALITY)
                        == asked.area().equals(Registrations.MUNICIPALITY))
                .anyMatch(other ->
                        one.figure(other).equals(OptionalLong.of(0)) && isGiven.test(other.area(), other.period()));
    }

    private static Set<AreaCode> wijken(Territory territory) {
        return territory.divisions().get(0).leaves().keySet();
    }

    private static List<Asked> asked(Period period, Set<AreaCode> areas, List<AreaCode> others) {
        return Stream.concat(areas.stream(), others.stream())
                .map(area -> new Asked(area, period))
                .toList();
    }
}
