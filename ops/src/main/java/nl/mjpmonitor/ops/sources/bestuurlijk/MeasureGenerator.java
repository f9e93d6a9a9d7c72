package nl.mjpmonitor.ops.sources.bestuurlijk;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.mjpmonitor.ops.sources.bestuurlijk.Measures.BehaviouralOrder;
import nl.mjpmonitor.ops.sources.bestuurlijk.Measures.DamoclesMeasure;
import nl.mjpmonitor.ops.sources.bestuurlijk.Measures.HouseBan;
import nl.mjpmonitor.ops.sources.bestuurlijk.Measures.StreetTradePenalty;
import nl.mjpmonitor.ops.sources.generation.AreaWeights;
import nl.mjpmonitor.ops.sources.generation.Chance;
import nl.mjpmonitor.ops.sources.generation.DemoLocations;
import nl.mjpmonitor.ops.sources.generation.DemoLocations.Location;
import nl.mjpmonitor.ops.sources.generation.DemoLocations.Use;
import nl.mjpmonitor.ops.sources.generation.MonthRange;
import nl.mjpmonitor.ops.sources.generation.MonthSpread;
import nl.mjpmonitor.ops.sources.generation.Provenance;
import nl.mjpmonitor.ops.sources.generation.PublishedFigures;
import nl.mjpmonitor.ops.sources.generation.Restrictions;
import nl.mjpmonitor.ops.sources.ondermijning.CaseReference;
import org.jspecify.annotations.Nullable;

/** Makes all measures. Published totals are exact; the same seed gives the same data, whatever the last day. */
final class MeasureGenerator {
    /** From the police report to a measure is less than four months. */
    private static final int MONTHS_AHEAD = 4;

    private static final double CLOSURES_A_MONTH = 2.4;
    private static final double WARNINGS_A_MONTH = 0.8;
    private static final double PENALTY_ORDERS_A_MONTH = 0.5;
    private static final double STREET_TRADE_PENALTIES_A_MONTH = 2.4;
    private static final double DWELLINGS_WITH_ORDERS_A_MONTH = 0.35;
    private static final double HOUSE_BANS_A_MONTH = 1.15;
    private static final YearMonth FIRST_MONTH_AFTER = YearMonth.of(2024, 1);

    private final long seed;
    private final LocalDate lastDay;
    private final PublishedFigures published = PublishedFigures.load(MeasureGenerator.class);
    private final AreaWeights areas = AreaWeights.load();
    private final List<CaseReference> cases;

    private MeasureGenerator(long seed, LocalDate lastDay) {
        this.seed = seed;
        this.lastDay = lastDay;
        this.cases = CaseReference.until(lastDay, seed);
    }

    /** What the system holds at the end of a day. */
    static Measures generate(long seed, LocalDate lastDay) {
        MeasureGenerator generator = new MeasureGenerator(seed, lastDay);
        BibobGenerator bibob = new BibobGenerator(seed, lastDay);
        return new Measures(
                bibob.applications(),
                bibob.screenings(),
                generator.damoclesMeasures(),
                generator.penalties(),
                generator.orders(),
                generator.houseBans());
    }

    // article 13b -----------------------------------------------------------------------------------------------------

    private List<DamoclesMeasure> damoclesMeasures() {
        SortedMap<YearMonth, Integer> closures = new TreeMap<>(spread("closure", Registers.POLICY_PERIOD));
        closures.putAll(spread("closure", Registers.YEAR_2023));
        addDemonstration(closures, "closure", CLOSURES_A_MONTH, MONTHS_AHEAD);
        List<DamoclesMeasure> measures = new ArrayList<>();
        addMeasures(measures, "closure", closures);
        addMeasures(measures, "warning", demonstration("warning", WARNINGS_A_MONTH, MONTHS_AHEAD));
        addMeasures(measures, "penalty_order", demonstration("penalty_order", PENALTY_ORDERS_A_MONTH, MONTHS_AHEAD));
        return measures.stream()
                .filter(measure -> !measure.reportedOn().isAfter(lastDay))
                .sorted(Comparator.comparing(DamoclesMeasure::reportedOn))
                .toList();
    }

    private void addMeasures(List<DamoclesMeasure> measures, String kind, SortedMap<YearMonth, Integer> perMonth) {
        perMonth.forEach((month, count) -> {
            Chance chance = Chance.of(seed, "13b", kind, month);
            for (int i = 0; i < count; i++) {
                measures.add(measure(chance, kind, month, false));
            }
            if (chance.happens(0.03 * count)) {
                measures.add(measure(chance, kind, month, true));
            }
        });
    }

    private DamoclesMeasure measure(Chance chance, String kind, YearMonth month, boolean isWithdrawn) {
        LocalDate effectiveOn = chance.workingDay(month);
        LocalDate reportedOn = effectiveOn.minusDays(chance.between(20, 90));
        LocalDate reopenedOn = effectiveOn.plusMonths(chance.pick(List.of(3, 3, 6, 6, 12)));
        Location anywhere = chance.pick(DemoLocations.with(chance.happens(0.55) ? Use.DWELLING : Use.PREMISES));
        boolean belongsToCase = chance.happens(0.14);
        int chosen = chance.between(0, 1_000_000);
        CaseReference ofCase = belongsToCase ? recentCase(reportedOn, chosen) : null;
        boolean isEffective = !effectiveOn.isAfter(lastDay);
        boolean isReopened = kind.equals("closure") && !reopenedOn.isAfter(lastDay);
        return new DamoclesMeasure(
                ofCase == null ? anywhere : ofCase.location(),
                ofCase == null ? null : ofCase.number(),
                reportedOn,
                isEffective ? kind : null,
                isEffective ? effectiveOn : null,
                isReopened ? reopenedOn : null,
                !isEffective ? "under_review" : reopenedOn.isAfter(lastDay) ? "in_force" : "ended",
                isWithdrawn,
                isEffective && !isWithdrawn ? Registers.provenance(kind, effectiveOn) : Provenance.DEMONSTRATION);
    }

    private @Nullable CaseReference recentCase(LocalDate reportedOn, int chosen) {
        List<CaseReference> recent = cases.stream()
                .filter(reference -> !reference.lwoOn().isAfter(reportedOn)
                        && reference.lwoOn().isAfter(reportedOn.minusDays(150)))
                .toList();
        return recent.isEmpty() ? null : recent.get(chosen % recent.size());
    }

    // penalties, orders and bans --------------------------------------------------------------------------------------

    private List<StreetTradePenalty> penalties() {
        List<StreetTradePenalty> penalties = new ArrayList<>();
        publishedAndDemonstration("street_trade_penalty", STREET_TRADE_PENALTIES_A_MONTH)
                .forEach((month, count) -> {
                    Chance chance = Chance.of(seed, "street trade", month);
                    for (int i = 0; i < count; i++) {
                        penalties.add(penalty(chance, month, false));
                    }
                    if (chance.happens(0.03 * count)) {
                        penalties.add(penalty(chance, month, true));
                    }
                });
        return penalties.stream()
                .filter(penalty -> !penalty.imposedOn().isAfter(lastDay))
                .toList();
    }

    private StreetTradePenalty penalty(Chance chance, YearMonth month, boolean isWithdrawn) {
        LocalDate imposedOn = chance.workingDay(month);
        LocalDate forfeitedOn = imposedOn.plusDays(chance.between(20, 200));
        boolean isForfeited = chance.happens(0.15) && !forfeitedOn.isAfter(lastDay);
        return new StreetTradePenalty(
                chance.happens(0.65) ? "seller" : "buyer",
                imposedOn,
                isForfeited ? forfeitedOn : null,
                areas.draw(chance),
                isWithdrawn,
                isWithdrawn ? Provenance.DEMONSTRATION : Registers.provenance("street_trade_penalty", imposedOn));
    }

    private List<BehaviouralOrder> orders() {
        List<BehaviouralOrder> orders = new ArrayList<>();
        List<Location> dwellings = DemoLocations.with(Use.DWELLING);
        publishedAndDemonstration("behavioural_order_dwelling", DWELLINGS_WITH_ORDERS_A_MONTH)
                .forEach((month, count) -> {
                    Chance chance = Chance.of(seed, "behavioural orders", month);
                    for (int i = 0; i < count; i++) {
                        LocalDate imposedOn = chance.workingDay(month);
                        int orderCount = chance.pick(List.of(1, 1, 2, 2, 3));
                        boolean isCounted = !Registers.YEAR_2023.contains(imposedOn);
                        orders.add(new BehaviouralOrder(
                                // none twice
                                dwellings.get(orders.size() % dwellings.size()),
                                imposedOn,
                                imposedOn.plusMonths(chance.pick(List.of(6, 12))),
                                isCounted ? orderCount : null,
                                chance.poisson(0.6),
                                Registers.provenance("behavioural_order_dwelling", imposedOn)));
                    }
                });
        return orders.stream()
                .filter(order -> !order.imposedOn().isAfter(lastDay))
                .toList();
    }

    private List<HouseBan> houseBans() {
        List<HouseBan> bans = new ArrayList<>();
        publishedAndDemonstration("house_ban", HOUSE_BANS_A_MONTH).forEach((month, count) -> {
            Chance chance = Chance.of(seed, "house bans", month);
            for (int i = 0; i < count; i++) {
                bans.add(houseBan(chance, month, false));
            }
            if (chance.happens(0.03)) {
                bans.add(houseBan(chance, month, true));
            }
        });
        return bans.stream().filter(ban -> !ban.imposedOn().isAfter(lastDay)).toList();
    }

    private static HouseBan houseBan(Chance chance, YearMonth month, boolean isWithdrawn) {
        LocalDate imposedOn = chance.day(month);
        boolean isExtended = chance.happens(0.35);
        return new HouseBan(
                imposedOn,
                imposedOn.plusDays(isExtended ? 28 : 10),
                isExtended,
                isWithdrawn,
                isWithdrawn ? Provenance.DEMONSTRATION : Registers.provenance("house_ban", imposedOn));
    }

    // months ----------------------------------------------------------------------------------------------------------

    private SortedMap<YearMonth, Integer> publishedAndDemonstration(String fact, double meanAfter) {
        SortedMap<YearMonth, Integer> perMonth = new TreeMap<>(spread(fact, Registers.YEAR_2023));
        addDemonstration(perMonth, fact, meanAfter, 0);
        return perMonth;
    }

    private SortedMap<YearMonth, Integer> spread(String fact, MonthRange period) {
        return MonthSpread.of(
                published.value(fact, period),
                period,
                month -> 1 - 0.4 * Restrictions.severity(month),
                Chance.of(seed, fact, period.from()));
    }

    private SortedMap<YearMonth, Integer> demonstration(String fact, double mean, int monthsAhead) {
        SortedMap<YearMonth, Integer> perMonth = new TreeMap<>();
        addDemonstration(perMonth, fact, mean, monthsAhead);
        return perMonth;
    }

    private void addDemonstration(SortedMap<YearMonth, Integer> perMonth, String fact, double mean, int monthsAhead) {
        YearMonth end = YearMonth.from(lastDay).plusMonths(monthsAhead);
        for (YearMonth month = FIRST_MONTH_AFTER; !month.isAfter(end); month = month.plusMonths(1)) {
            perMonth.put(month, Chance.of(seed, fact, month).poisson(mean));
        }
    }
}
