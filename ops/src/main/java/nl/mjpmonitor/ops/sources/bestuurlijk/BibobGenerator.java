package nl.mjpmonitor.ops.sources.bestuurlijk;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.mjpmonitor.ops.sources.bestuurlijk.Measures.Application;
import nl.mjpmonitor.ops.sources.bestuurlijk.Measures.Screening;
import nl.mjpmonitor.ops.sources.generation.AreaWeights;
import nl.mjpmonitor.ops.sources.generation.Chance;
import nl.mjpmonitor.ops.sources.generation.Choice;
import nl.mjpmonitor.ops.sources.generation.MonthRange;
import nl.mjpmonitor.ops.sources.generation.MonthSpread;
import nl.mjpmonitor.ops.sources.generation.Provenance;
import nl.mjpmonitor.ops.sources.generation.PublishedFigures;
import org.jspecify.annotations.Nullable;

/**
 * Makes the applications and their Bibob screenings. Every new catering or larger building application of 2019-2022 is screened, and
 * the numbers of 2023 are the published ones; the same seed gives the same data, whatever the last day.
 */
final class BibobGenerator {
    private static final LocalDate START = LocalDate.of(2019, 1, 2);

    /** An application is screened within a month or so. */
    private static final int MONTHS_AHEAD = 2;

    private static final double SCREENINGS_A_MONTH_BEFORE_2023 = 9.5;
    private static final double SCREENINGS_A_MONTH_AFTER_2023 = 12.5;
    private static final double OTHER_APPLICATIONS_A_MONTH = 4;
    private static final String NO_OBJECTION = "no_objection";
    private static final String REFUSED = "refused";

    private static final List<Choice<String>> SCREENED_KINDS = List.of(
            new Choice<>("catering_new", 0.3),
            new Choice<>("building_large", 0.22),
            new Choice<>("catering_change", 0.2),
            new Choice<>("subsidy", 0.15),
            new Choice<>("real_estate", 0.1),
            new Choice<>("sex_establishment", 0.03));

    private static final List<Choice<String>> OTHER_KINDS =
            List.of(new Choice<>("building_small", 0.8), new Choice<>("catering_change", 0.2));

    private static final List<Choice<String>> OUTCOMES = List.of(
            new Choice<>(NO_OBJECTION, 0.83),
            new Choice<>("with_conditions", 0.14),
            new Choice<>(REFUSED, 0.005),
            new Choice<>("not_considered", 0.015),
            new Choice<>("withdrawn_by_applicant", 0.01));

    private static final List<Choice<String>> OUTCOMES_WHEN_DEEPENED =
            List.of(new Choice<>(NO_OBJECTION, 0.3), new Choice<>("with_conditions", 0.3), new Choice<>(REFUSED, 0.4));

    private static final List<Choice<String>> OUTCOMES_AS_USUAL =
            List.of(new Choice<>(NO_OBJECTION, 0.85), new Choice<>("with_conditions", 0.15));

    /** An application with its screening, beyond the last day of the demo if need be. */
    private record Course(
            String kind,
            LocalDate receivedOn,
            @Nullable LocalDate screenedOn,
            @Nullable LocalDate deepenedOn,
            boolean isAdviceRequested,
            String outcome,
            LocalDate outcomeOn,
            LocalDate decidedOn,
            String areaCode,
            boolean isScreenedByMistake) {}

    private final long seed;
    private final LocalDate lastDay;
    private final PublishedFigures published = PublishedFigures.load(BibobGenerator.class);
    private final AreaWeights areas = AreaWeights.load();
    private final List<Course> courses = new ArrayList<>();

    BibobGenerator(long seed, LocalDate lastDay) {
        this.seed = seed;
        this.lastDay = lastDay;
        YearMonth end = YearMonth.from(lastDay).plusMonths(MONTHS_AHEAD);
        policyPeriod();
        year2023();
        for (YearMonth month = YearMonth.of(2024, 1); !month.isAfter(end); month = month.plusMonths(1)) {
            demonstration(month, SCREENINGS_A_MONTH_AFTER_2023, LocalDate.MAX);
        }
        for (YearMonth month = YearMonth.from(START); !month.isAfter(end); month = month.plusMonths(1)) {
            others(month);
        }
        courses.sort(Comparator.comparing(Course::receivedOn));
    }

    /** The applications that had come in, in the order of their numbers. */
    List<Application> applications() {
        List<Application> applications = new ArrayList<>();
        forEach((number, course) -> applications.add(new Application(
                number,
                course.kind(),
                course.receivedOn(),
                course.screenedOn() != null,
                course.decidedOn().isAfter(lastDay) ? "received" : status(course.outcome()),
                happened(course.decidedOn()),
                course.areaCode())));
        return applications;
    }

    /** The screenings that had been done, in the order of the applications. */
    List<Screening> screenings() {
        List<Screening> screenings = new ArrayList<>();
        forEach((number, course) -> {
            LocalDate screenedOn = course.screenedOn();
            if (screenedOn == null || screenedOn.isAfter(lastDay)) {
                return;
            }
            LocalDate outcomeOn = happened(course.outcomeOn());
            LocalDate deepenedOn = happened(course.deepenedOn());
            screenings.add(new Screening(
                    number,
                    screenedOn,
                    deepenedOn,
                    course.isAdviceRequested() && deepenedOn != null,
                    outcomeOn == null ? null : course.outcome(),
                    outcomeOn,
                    course.areaCode(),
                    false,
                    Registers.provenance("bibob_screening", screenedOn)));
            if (course.isScreenedByMistake()) {
                screenings.add(new Screening(
                        number,
                        screenedOn,
                        null,
                        false,
                        null,
                        null,
                        course.areaCode(),
                        true,
                        Provenance.DEMONSTRATION));
            }
        });
        return screenings;
    }

    private interface NumberedCourse {
        void accept(String number, Course course);
    }

    private void forEach(NumberedCourse action) {
        Map<Integer, Integer> numbers = new TreeMap<>();
        for (Course course : courses) {
            if (!course.receivedOn().isAfter(lastDay)) {
                int year = course.receivedOn().getYear();
                action.accept("AV-%d-%04d".formatted(year, numbers.merge(year, 1, Integer::sum)), course);
            }
        }
    }

    private void policyPeriod() {
        Registers.POLICY_PERIOD
                .months()
                .forEach(month ->
                        demonstration(month, SCREENINGS_A_MONTH_BEFORE_2023, Registers.POLICY_PERIOD.lastDay()));
    }

    /** Makes screenings of a month; what was published about the year after an end stays as it was published. */
    private void demonstration(YearMonth month, double mean, LocalDate end) {
        Chance chance = Chance.of(seed, "bibob", month);
        for (int i = chance.poisson(mean * weight(month)); i > 0; i--) {
            LocalDate screenedOn = chance.workingDay(month);
            boolean isDeepened = chance.happens(0.04);
            String outcome = chance.draw(isDeepened ? OUTCOMES_WHEN_DEEPENED : OUTCOMES);
            screen(chance, screenedOn, isDeepened, outcome, end);
        }
    }

    private void year2023() {
        Chance chance = Chance.of(seed, "bibob 2023");
        MonthRange year = Registers.YEAR_2023;
        SortedMap<YearMonth, Integer> perMonth =
                MonthSpread.of(published.value("bibob_screening", year), year, BibobGenerator::weight, chance);
        List<LocalDate> days = new ArrayList<>();
        perMonth.forEach((month, count) -> {
            for (int i = 0; i < count; i++) {
                days.add(chance.workingDay(month));
            }
        });
        chance.shuffle(days);
        List<String> special = new ArrayList<>();
        special.addAll(Collections.nCopies(published.value("bibob_refused", year), REFUSED));
        for (int i = 0; i < published.value("bibob_not_considered", year); i++) {
            special.add(i % 2 == 0 ? "not_considered" : "withdrawn_by_applicant");
        }
        int deepened = published.value("bibob_deepened", year);
        LocalDate lastSpecial = LocalDate.of(2023, 10, 31);
        int refused = 0;
        for (LocalDate day : days) {
            boolean isSpecial = !day.isAfter(lastSpecial) && !special.isEmpty();
            String outcome = isSpecial ? special.removeFirst() : chance.draw(OUTCOMES_AS_USUAL);
            // refusals follow from a deeper investigation, and so do some permits
            boolean isDeepened = deepened > 0 && !day.isAfter(lastSpecial) && (outcome.equals(REFUSED) || refused > 2);
            if (isDeepened) {
                deepened--;
            }
            if (outcome.equals(REFUSED)) {
                refused++;
            }
            screen(chance, day, isDeepened, outcome, isSpecial || isDeepened ? year.lastDay() : LocalDate.MAX);
        }
        if (!special.isEmpty() || deepened > 0) {
            throw new IllegalStateException("too few screenings in 2023 for what was published about them");
        }
    }

    private void screen(Chance chance, LocalDate screenedOn, boolean isDeepened, String outcome, LocalDate end) {
        LocalDate receivedOn = screenedOn.minusDays(chance.between(3, 30));
        LocalDate deepenedOn = isDeepened ? earlier(chance.workingDayAfter(screenedOn, 3, 20), end) : null;
        LocalDate outcomeOn = deepenedOn == null
                ? chance.workingDayAfter(screenedOn, 1, 30)
                : chance.workingDayAfter(deepenedOn, 20, 90);
        LocalDate outcomeInTime = earlier(outcomeOn, end);
        courses.add(new Course(
                chance.draw(SCREENED_KINDS),
                receivedOn.isBefore(START) ? START : receivedOn,
                screenedOn,
                deepenedOn,
                chance.happens(0.35),
                outcome,
                outcomeInTime,
                chance.workingDayAfter(outcomeInTime, 0, 14),
                areas.draw(chance),
                chance.happens(0.015)));
    }

    private void others(YearMonth month) {
        Chance chance = Chance.of(seed, "other applications", month);
        for (int i = chance.poisson(OTHER_APPLICATIONS_A_MONTH); i > 0; i--) {
            LocalDate receivedOn = chance.workingDay(month);
            LocalDate decidedOn = chance.workingDayAfter(receivedOn, 14, 60);
            courses.add(new Course(
                    chance.draw(OTHER_KINDS),
                    receivedOn,
                    null,
                    null,
                    false,
                    NO_OBJECTION,
                    decidedOn,
                    decidedOn,
                    areas.draw(chance),
                    false));
        }
    }

    private static String status(String outcome) {
        return outcome.equals(NO_OBJECTION) || outcome.equals("with_conditions") ? "granted" : outcome;
    }

    private @Nullable LocalDate happened(@Nullable LocalDate day) {
        return day == null || day.isAfter(lastDay) ? null : day;
    }

    private static double weight(YearMonth month) {
        return switch (month.getMonth()) {
            case JULY, AUGUST, DECEMBER -> 0.7;
            case MARCH, APRIL, MAY -> 1.2;
            case JANUARY, FEBRUARY, JUNE, SEPTEMBER, OCTOBER, NOVEMBER -> 1.05;
        };
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
