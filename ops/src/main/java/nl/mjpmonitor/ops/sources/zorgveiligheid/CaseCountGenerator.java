package nl.mjpmonitor.ops.sources.zorgveiligheid;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import nl.mjpmonitor.ops.sources.generation.Apportionment;
import nl.mjpmonitor.ops.sources.generation.Chance;
import nl.mjpmonitor.ops.sources.generation.DemoClock;
import nl.mjpmonitor.ops.sources.generation.MonthRange;
import nl.mjpmonitor.ops.sources.generation.MonthSpread;
import nl.mjpmonitor.ops.sources.generation.Provenance;
import nl.mjpmonitor.ops.sources.generation.PublishedFigures;
import nl.mjpmonitor.ops.sources.zorgveiligheid.Count.Precision;
import nl.mjpmonitor.ops.sources.zorgveiligheid.Counts.CaseCount;

/**
 * Makes the counts of reports, cases and persons. What is a part of something else is so in every month: the young people discussed and
 * referred make the reports, and of those released some returned, of whom some have a personal approach.
 */
final class CaseCountGenerator {
    private static final double VIA_REPORTS_A_MONTH = 19.5;
    private static final double DEPLOYMENTS_A_MONTH = 47;
    private static final double FORCE_USED = 0.03;
    private static final double YOUTH_REPORTS_A_MONTH = 9.6;
    private static final double DISCUSSED = 0.75;
    private static final double RELEASED_A_MONTH = 12.3;
    private static final double RETURNED = 0.56;
    private static final double PGA = 0.24;
    private static final double WITHOUT_COORDINATOR = 0.06;
    private static final double GIA_REPORTS_A_MONTH = 60;

    private final long seed;
    private final PublishedFigures published = PublishedFigures.load(CaseCountGenerator.class);
    private final Map<Subject, SortedMap<YearMonth, Integer>> counts = new EnumMap<>(Subject.class);

    private CaseCountGenerator(long seed) {
        this.seed = seed;
        for (Subject subject : Subject.values()) {
            counts.put(subject, new TreeMap<>());
        }
    }

    static List<CaseCount> generate(long seed, LocalDate lastDay) {
        YearMonth end = DemoClock.lastWholeMonth(lastDay);
        CaseCountGenerator generator = new CaseCountGenerator(seed);
        generator.published();
        for (YearMonth month = Registers.FIRST_DEMONSTRATION; !month.isAfter(end); month = month.plusMonths(1)) {
            generator.demonstration(month, Chance.of(seed, "cases", month));
        }
        return generator.standAt(lastDay, end);
    }

    private void published() {
        spread(Subject.YOUTH_REPORT_2022, Registers.YEAR_2022);
        spread(Subject.VIA_REPORT, Registers.YEAR_2023);
        spread(Subject.POLICE_DEPLOYMENT, Registers.YEAR_2023);
        within(Subject.FORCE_USED, of(Subject.POLICE_DEPLOYMENT));
        spread(Subject.YOUTH_DISCUSSED, Registers.YEAR_2023);
        spread(Subject.YOUTH_REFERRED, Registers.YEAR_2023);
        of(Subject.YOUTH_REPORT)
                .putAll(combined(of(Subject.YOUTH_DISCUSSED), of(Subject.YOUTH_REFERRED), Integer::sum));
        spread(Subject.DETENTION_RELEASED, Registers.YEAR_2023);
        within(Subject.DETENTION_RETURNED, of(Subject.DETENTION_RELEASED));
        within(Subject.DETENTION_PGA, of(Subject.DETENTION_RETURNED));
        within(
                Subject.DETENTION_WITHOUT_COORDINATOR,
                combined(
                        of(Subject.DETENTION_RETURNED),
                        of(Subject.DETENTION_PGA),
                        (returned, approached) -> returned - approached));
        spread(Subject.GIA_REPORT, Registers.YEAR_2023);
    }

    private void spread(Subject subject, MonthRange period) {
        int total = published.value(subject.toString(), period);
        of(subject)
                .putAll(MonthSpread.of(
                        total, period, month -> weight(subject, month), Chance.of(seed, subject, "published")));
    }

    /** A part of something of 2023, in no month more than the whole. */
    private void within(Subject part, SortedMap<YearMonth, Integer> whole) {
        int[] parts = Apportionment.apportion(
                published.value(part.toString(), Registers.YEAR_2023),
                whole.values().stream().mapToDouble(Integer::doubleValue).toArray());
        int i = 0;
        for (YearMonth month : whole.keySet()) {
            of(part).put(month, parts[i++]);
        }
    }

    private void demonstration(YearMonth month, Chance chance) {
        put(Subject.VIA_REPORT, month, chance.poisson(VIA_REPORTS_A_MONTH));
        int deployments = put(Subject.POLICE_DEPLOYMENT, month, chance.poisson(DEPLOYMENTS_A_MONTH));
        put(Subject.FORCE_USED, month, some(deployments, FORCE_USED, chance));
        int reports = put(
                Subject.YOUTH_REPORT,
                month,
                chance.poisson(YOUTH_REPORTS_A_MONTH * weight(Subject.YOUTH_REPORT, month)));
        int discussed = put(Subject.YOUTH_DISCUSSED, month, some(reports, DISCUSSED, chance));
        put(Subject.YOUTH_REFERRED, month, reports - discussed);
        int released = put(Subject.DETENTION_RELEASED, month, chance.poisson(RELEASED_A_MONTH));
        int returned = put(Subject.DETENTION_RETURNED, month, some(released, RETURNED, chance));
        int approached = put(Subject.DETENTION_PGA, month, some(returned, PGA, chance));
        put(Subject.DETENTION_WITHOUT_COORDINATOR, month, some(returned - approached, WITHOUT_COORDINATOR, chance));
        put(Subject.GIA_REPORT, month, chance.poisson(GIA_REPORTS_A_MONTH));
    }

    private List<CaseCount> standAt(LocalDate lastDay, YearMonth end) {
        List<CaseCount> stand = new ArrayList<>();
        counts.forEach((subject, months) -> months.forEach((month, value) -> {
            if (!month.isAfter(end) && (value > 0 || subject.isDelivered())) {
                stand.add(new CaseCount(subject, count(subject, month, value, lastDay)));
            }
        }));
        return stand;
    }

    /** Nothing of a year that was published is late or was corrected after it: its figures were final. */
    private Count count(Subject subject, YearMonth month, int value, LocalDate lastDay) {
        Chance chance = Chance.of(seed, "delivery", subject, month);
        Provenance provenance = Registers.provenance(subject.toString(), month);
        boolean isDemonstration = provenance == Provenance.DEMONSTRATION;
        Delivery delivery = subject.isDelivered()
                ? Delivery.byPartner(value, month, isDemonstration, lastDay, chance)
                : Delivery.own(value, month);
        return new Count(
                month,
                subject.isCorrected() && isDemonstration ? delivery.perhapsCorrected(lastDay, chance) : delivery,
                Precision.EXACT,
                provenance);
    }

    private SortedMap<YearMonth, Integer> of(Subject subject) {
        return counts.computeIfAbsent(subject, missing -> new TreeMap<>());
    }

    private int put(Subject subject, YearMonth month, int value) {
        of(subject).put(month, value);
        return value;
    }

    private static SortedMap<YearMonth, Integer> combined(
            SortedMap<YearMonth, Integer> one, SortedMap<YearMonth, Integer> other, BinaryOperator<Integer> operation) {
        SortedMap<YearMonth, Integer> combined = new TreeMap<>(one);
        other.forEach((month, value) -> combined.merge(month, value, operation));
        return combined;
    }

    private static int some(int all, double probability, Chance chance) {
        int some = 0;
        for (int i = 0; i < all; i++) {
            some += chance.happens(probability) ? 1 : 0;
        }
        return some;
    }

    /** Schools report young people, and hardly do so in the summer holidays. */
    private static double weight(Subject subject, YearMonth month) {
        boolean isHoliday = month.getMonth() == Month.JULY || month.getMonth() == Month.AUGUST;
        return switch (subject) {
            case YOUTH_REPORT, YOUTH_REPORT_2022, YOUTH_DISCUSSED, YOUTH_REFERRED -> isHoliday ? 0.4 : 1.1;
            case VIA_REPORT,
                    POLICE_DEPLOYMENT,
                    FORCE_USED,
                    DETENTION_RELEASED,
                    DETENTION_RETURNED,
                    DETENTION_PGA,
                    DETENTION_WITHOUT_COORDINATOR,
                    GIA_REPORT -> 1;
        };
    }
}
