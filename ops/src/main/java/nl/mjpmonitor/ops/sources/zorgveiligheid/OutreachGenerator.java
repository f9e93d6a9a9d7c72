package nl.mjpmonitor.ops.sources.zorgveiligheid;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import nl.mjpmonitor.ops.sources.generation.Chance;
import nl.mjpmonitor.ops.sources.generation.DemoClock;
import nl.mjpmonitor.ops.sources.generation.MonthRange;
import nl.mjpmonitor.ops.sources.generation.MonthSpread;
import nl.mjpmonitor.ops.sources.generation.PublishedFigures;
import nl.mjpmonitor.ops.sources.zorgveiligheid.Count.Precision;
import nl.mjpmonitor.ops.sources.zorgveiligheid.Counts.OutreachCount;

/** Makes the guest lessons, and the campaign that is held every year before the week against child abuse. */
final class OutreachGenerator {
    private static final MonthRange END_OF_2023 = MonthRange.of("2023-10", "2023-12");
    private static final Month CAMPAIGN_MONTH = Month.NOVEMBER;
    private static final String VISIT = "campaign_visit";
    private static final String REACH = "campaign_reach";
    private static final String GUEST_LESSON = "guest_lesson";
    private static final double LESSONS_A_MONTH = 11.7;

    private final long seed;
    private final YearMonth end;
    private final PublishedFigures published = PublishedFigures.load(OutreachGenerator.class);
    private final List<OutreachCount> outreach = new ArrayList<>();

    private OutreachGenerator(long seed, YearMonth end) {
        this.seed = seed;
        this.end = end;
    }

    static List<OutreachCount> generate(long seed, LocalDate lastDay) {
        OutreachGenerator generator = new OutreachGenerator(seed, DemoClock.lastWholeMonth(lastDay));
        generator.publishedCampaign();
        generator.laterCampaigns();
        generator.lessons();
        return generator.outreach;
    }

    private void publishedCampaign() {
        YearMonth month = END_OF_2023.from().withMonth(CAMPAIGN_MONTH.getValue());
        for (String phase : List.of("see", "think")) {
            campaign(
                    phase,
                    month,
                    published.value(VISIT + "." + phase, END_OF_2023),
                    published.value(REACH + "." + phase, END_OF_2023));
        }
    }

    private void laterCampaigns() {
        for (int year = Registers.FIRST_DEMONSTRATION.getYear(); year <= end.getYear(); year++) {
            for (String phase : List.of("see", "think", "do")) {
                Chance chance = Chance.of(seed, "campaign", year, phase);
                campaign(
                        phase,
                        YearMonth.of(year, CAMPAIGN_MONTH),
                        chance.between(90, 320) * 10,
                        chance.between(8, 32) * 10_000);
            }
        }
    }

    private void campaign(String phase, YearMonth month, int visits, int reach) {
        add(VISIT, phase, "campaign_" + phase, month, visits, Precision.EXACT);
        add(REACH, phase, "campaign_" + phase, month, reach, Precision.LOWER_BOUND);
    }

    private void lessons() {
        MonthSpread.of(
                        published.value(GUEST_LESSON, Registers.SCHOOL_YEAR),
                        Registers.SCHOOL_YEAR,
                        OutreachGenerator::weight,
                        Chance.of(seed, "school year"))
                .forEach(this::lessons);
        for (YearMonth month = Registers.SCHOOL_YEAR.to().plusMonths(1);
                !month.isAfter(end);
                month = month.plusMonths(1)) {
            lessons(month, Chance.of(seed, "lessons", month).poisson(LESSONS_A_MONTH * weight(month)));
        }
    }

    private void lessons(YearMonth month, int given) {
        add(GUEST_LESSON, "none", GUEST_LESSON, month, given, Precision.EXACT);
    }

    private void add(String kind, String phase, String register, YearMonth month, int counted, Precision precision) {
        if (counted > 0 && !month.isAfter(end)) {
            outreach.add(new OutreachCount(kind, phase, Count.own(register, month, counted, precision)));
        }
    }

    /** No lessons in the summer holidays. */
    private static double weight(YearMonth month) {
        return month.getMonth() == Month.JULY || month.getMonth() == Month.AUGUST ? 0 : 1;
    }
}
