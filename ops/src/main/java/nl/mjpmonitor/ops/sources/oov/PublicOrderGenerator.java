package nl.mjpmonitor.ops.sources.oov;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.mjpmonitor.ops.sources.generation.AreaWeights;
import nl.mjpmonitor.ops.sources.generation.Chance;
import nl.mjpmonitor.ops.sources.generation.Choice;
import nl.mjpmonitor.ops.sources.generation.MonthRange;
import nl.mjpmonitor.ops.sources.generation.MonthSpread;
import nl.mjpmonitor.ops.sources.generation.Provenance;
import nl.mjpmonitor.ops.sources.generation.PublishedFigures;
import nl.mjpmonitor.ops.sources.oov.PublicOrder.CalendarPeriod;
import nl.mjpmonitor.ops.sources.oov.PublicOrder.Consultation;
import nl.mjpmonitor.ops.sources.oov.PublicOrder.CrisisTeamDay;
import nl.mjpmonitor.ops.sources.oov.PublicOrder.Demonstration;
import nl.mjpmonitor.ops.sources.oov.PublicOrder.FootballMatch;
import nl.mjpmonitor.ops.sources.oov.PublicOrder.Incident;

/** Makes all of public order. Published totals are exact; the same seed gives the same data, whatever the last day. */
final class PublicOrderGenerator {
    private static final YearMonth FIRST_MONTH_AFTER = YearMonth.of(2024, 1);
    private static final int FIRST_YEAR = 2023;

    private static final double DEMONSTRATIONS_A_MONTH = 5.8;
    private static final double INCIDENTS_A_MONTH = 8.3;
    private static final double INCIDENTS_BY_TELEPHONE_A_MONTH = 2.5;
    private static final int DAYS_OF_NOTICE = 2;
    private static final int RESTRICTED_AMONG_LARGER = 3;

    private static final List<Choice<String>> INCIDENT_KINDS = List.of(
            new Choice<>("violence", 0.26),
            new Choice<>("disturbance", 0.22),
            new Choice<>("fire", 0.16),
            new Choice<>("illegal_party", 0.12),
            new Choice<>("explosion", 0.06),
            new Choice<>("high_water", 0.05),
            new Choice<>("other", 0.13));

    /** Consultations a month after 2023. */
    private static final Map<String, Double> CONSULTATIONS_A_MONTH =
            new TreeMap<>(Map.of("vrzl_refugees", 3.2, "azc", 1.0, "vrzl_board", 0.67));

    private final long seed;
    private final LocalDate lastDay;
    private final PublishedFigures published = PublishedFigures.load(PublicOrderGenerator.class);
    private final AreaWeights areas = AreaWeights.load();

    private PublicOrderGenerator(long seed, LocalDate lastDay) {
        this.seed = seed;
        this.lastDay = lastDay;
    }

    /** What the system holds at the end of a day. */
    static PublicOrder generate(long seed, LocalDate lastDay) {
        PublicOrderGenerator generator = new PublicOrderGenerator(seed, lastDay);
        EventGenerator events = new EventGenerator(seed, lastDay);
        return new PublicOrder(
                generator.demonstrations(),
                generator.calendar(),
                events.applications(),
                events.safetyRounds(),
                generator.incidents(),
                generator.matches(),
                generator.crisisTeamDays(),
                generator.consultations());
    }

    // demonstrations --------------------------------------------------------------------------------------------------

    private List<Demonstration> demonstrations() {
        List<Demonstration> demonstrations = new ArrayList<>();
        for (MonthRange year : List.of(Registers.YEAR_2017, Registers.YEAR_2021)) {
            Chance chance = Chance.of(seed, "demonstrations", year.from().getYear());
            spread("demonstration_all", year, chance).forEach((month, count) -> {
                for (int i = 0; i < count; i++) {
                    demonstrations.add(ofOldDefinition(chance, chance.day(month)));
                }
            });
        }
        year2023(demonstrations);
        for (YearMonth month = FIRST_MONTH_AFTER; !month.atDay(1).isAfter(lastDay); month = month.plusMonths(1)) {
            Chance chance = Chance.of(seed, "demonstrations", month);
            for (int i = chance.poisson(DEMONSTRATIONS_A_MONTH); i > 0; i--) {
                boolean isLarger = chance.happens(0.08);
                boolean isRestricted = chance.happens(isLarger ? 0.5 : 0.09);
                demonstrations.add(demonstration(chance, chance.workingDay(month), isLarger, isRestricted, false));
            }
            if (chance.happens(0.12)) {
                demonstrations.add(demonstration(chance, chance.workingDay(month), false, false, true));
            }
        }
        return demonstrations.stream()
                .filter(demonstration -> !countedOn(demonstration).isAfter(lastDay))
                .sorted(Comparator.comparing(PublicOrderGenerator::countedOn))
                .toList();
    }

    private void year2023(List<Demonstration> demonstrations) {
        Chance chance = Chance.of(seed, "demonstrations", 2023);
        int total = published.value("demonstration", Registers.YEAR_2023);
        int larger = published.value("demonstration_larger", Registers.YEAR_2023);
        int restricted = published.value("demonstration_restricted", Registers.YEAR_2023);
        List<LocalDate> days = new ArrayList<>();
        spread("demonstration", Registers.YEAR_2023, chance).forEach((month, count) -> {
            for (int i = 0; i < count; i++) {
                days.add(chance.workingDay(month));
            }
        });
        chance.shuffle(days);
        for (int i = 0; i < total; i++) {
            boolean isLarger = i < larger;
            // restrictions are not for the larger ones only: more were restricted than were larger
            boolean isRestricted =
                    isLarger ? i < RESTRICTED_AMONG_LARGER : i < larger + restricted - RESTRICTED_AMONG_LARGER;
            demonstrations.add(demonstration(chance, days.get(i), isLarger, isRestricted, false));
        }
        demonstrations.add(demonstration(chance, days.get(0), false, false, true));
    }

    private Demonstration ofOldDefinition(Chance chance, LocalDate heldOn) {
        return new Demonstration(
                false,
                null,
                null,
                null,
                heldOn,
                null,
                null,
                "held",
                place(chance),
                false,
                Registers.provenance("demonstration_all", heldOn));
    }

    private Demonstration demonstration(
            Chance chance, LocalDate assessedOn, boolean isLarger, boolean isRestricted, boolean isWithdrawn) {
        LocalDate announcedOn = assessedOn.minusDays(chance.between(0, 8));
        LocalDate plannedOn = assessedOn.plusDays(chance.between(isLarger ? 2 : 0, 12));
        boolean isCancelled = chance.happens(0.05);
        String areaCode = place(chance);
        String outcome = isCancelled ? "cancelled" : "held";
        boolean isPast = !plannedOn.isAfter(lastDay);
        return new Demonstration(
                true,
                announcedOn,
                ChronoUnit.DAYS.between(announcedOn, plannedOn) >= DAYS_OF_NOTICE,
                assessedOn,
                isPast && !isCancelled ? plannedOn : null,
                isLarger ? "larger" : "small",
                isRestricted,
                isPast ? outcome : "assessed",
                areaCode,
                isWithdrawn,
                isWithdrawn ? Provenance.DEMONSTRATION : Registers.provenance("demonstration", assessedOn));
    }

    private static LocalDate countedOn(Demonstration demonstration) {
        LocalDate assessedOn = demonstration.assessedOn();
        LocalDate heldOn = demonstration.heldOn();
        if (assessedOn != null) {
            return assessedOn;
        }
        return heldOn == null ? LocalDate.MAX : heldOn;
    }

    private String place(Chance chance) {
        boolean isInCentre = chance.happens(0.7);
        String elsewhere = areas.draw(chance);
        return isInCentre ? EventGenerator.CITY_CENTRE : elsewhere;
    }

    // incidents -------------------------------------------------------------------------------------------------------

    private List<Incident> incidents() {
        List<Incident> incidents = new ArrayList<>();
        SortedMap<YearMonth, Integer> perMonth =
                new TreeMap<>(spread("incident", Registers.YEAR_2023, Chance.of(seed, "incidents", 2023)));
        for (YearMonth month = FIRST_MONTH_AFTER; !month.atDay(1).isAfter(lastDay); month = month.plusMonths(1)) {
            perMonth.put(month, Chance.of(seed, "incidents", month).poisson(INCIDENTS_A_MONTH));
        }
        perMonth.forEach((month, count) -> {
            Chance chance = Chance.of(seed, "incident", month);
            for (int i = 0; i < count; i++) {
                incidents.add(incident(chance, month, true, false));
            }
            for (int i = chance.poisson(INCIDENTS_BY_TELEPHONE_A_MONTH); i > 0; i--) {
                incidents.add(incident(chance, month, false, false));
            }
            if (chance.happens(0.1)) {
                incidents.add(incident(chance, month, true, true));
            }
        });
        return incidents.stream()
                .filter(incident -> !incident.happenedOn().isAfter(lastDay))
                .sorted(Comparator.comparing(Incident::happenedOn))
                .toList();
    }

    private Incident incident(Chance chance, YearMonth month, boolean isDeployed, boolean isWithdrawn) {
        LocalDate happenedOn = chance.day(month);
        String kind = chance.draw(INCIDENT_KINDS);
        int gripLevel = chance.happens(0.06) && isDeployed ? chance.pick(List.of(1, 1, 2)) : 0;
        LocalDate aftercareOn = happenedOn.plusDays(isDeployed ? 1 : 0);
        LocalDate closedOn = aftercareOn.plusDays(chance.between(0, isDeployed ? 30 : 1));
        boolean isClosed = !closedOn.isAfter(lastDay);
        return new Incident(
                happenedOn,
                kind,
                isDeployed,
                gripLevel,
                isClosed ? "closed" : aftercareOn.isAfter(lastDay) ? "open" : "aftercare",
                isClosed ? closedOn : null,
                areas.draw(chance),
                isWithdrawn,
                isDeployed && !isWithdrawn ? Registers.provenance("incident", happenedOn) : Provenance.DEMONSTRATION);
    }

    // football --------------------------------------------------------------------------------------------------------

    private List<FootballMatch> matches() {
        List<FootballMatch> matches = new ArrayList<>();
        for (int year = FIRST_YEAR; year <= lastDay.getYear(); year++) {
            List<LocalDate> days = matchDays(year);
            Set<LocalDate> risky = new HashSet<>(risky(days, year));
            for (int i = 0; i < days.size(); i++) {
                LocalDate day = days.get(i);
                matches.add(match(day, i % 2 == 0, risky.contains(day)));
            }
        }
        return matches.stream()
                .filter(match -> !match.playedOn().isAfter(lastDay))
                .sorted(Comparator.comparing(FootballMatch::playedOn))
                .toList();
    }

    /** Fridays from August to May, but for the winter break. */
    private static List<LocalDate> matchDays(int year) {
        List<LocalDate> days = new ArrayList<>();
        LocalDate friday = LocalDate.of(year, Month.JANUARY, 8).with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY));
        LocalDate summer = LocalDate.of(year, Month.MAY, 12);
        LocalDate season = LocalDate.of(year, Month.AUGUST, 7);
        LocalDate winter = LocalDate.of(year, Month.DECEMBER, 23);
        for (; friday.isBefore(winter); friday = friday.plusWeeks(1)) {
            if (friday.isBefore(summer) || !friday.isBefore(season)) {
                days.add(friday);
            }
        }
        return days;
    }

    private List<LocalDate> risky(List<LocalDate> days, int year) {
        Chance chance = Chance.of(seed, "risk matches", year);
        List<LocalDate> shuffled = new ArrayList<>(days);
        chance.shuffle(shuffled);
        int count =
                year == FIRST_YEAR ? published.value("football_risk_match", Registers.YEAR_2023) : chance.between(4, 8);
        return shuffled.subList(0, count);
    }

    private FootballMatch match(LocalDate day, boolean isHome, boolean isRisky) {
        Chance chance = Chance.of(seed, "match", day);
        String usual = chance.happens(0.6) ? "a" : "b";
        String category = isRisky ? "b_plus" : usual;
        boolean isPlayed = isRisky || !chance.happens(0.03);
        return new FootballMatch(
                day,
                isHome,
                category,
                !isRisky || chance.happens(0.6),
                isPlayed && chance.happens(isRisky ? 0.5 : category.equals("b") ? 0.08 : 0.01),
                isPlayed,
                isRisky ? Registers.provenance("football_risk_match", day) : Provenance.DEMONSTRATION);
    }

    // calendar and crisis team ----------------------------------------------------------------------------------------

    private List<CalendarPeriod> calendar() {
        return CityCalendar.between(FIRST_YEAR, lastDay.getYear())
                .filter(period -> !period.startedOn().isAfter(lastDay))
                .toList();
    }

    private List<CrisisTeamDay> crisisTeamDays() {
        List<CrisisTeamDay> days = new ArrayList<>();
        for (int year = FIRST_YEAR; year <= lastDay.getYear(); year++) {
            for (String code : List.of(CityCalendar.CARNIVAL, CityCalendar.RIEU, CityCalendar.ELEVENTH_OF_ELEVENTH)) {
                for (LocalDate day : CityCalendar.crisisTeamDays(code, year)) {
                    days.add(new CrisisTeamDay("CMT-" + year + "-" + code, code, day));
                }
            }
            Chance chance = Chance.of(seed, "crisis team", year);
            LocalDate day = chance.day(YearMonth.of(year, chance.between(3, 10)));
            if (year > FIRST_YEAR && chance.happens(0.6)) {
                for (int i = chance.between(1, 3); i > 0; i--) {
                    days.add(new CrisisTeamDay("CMT-" + year + "-other", "other", day));
                    day = day.plusDays(1);
                }
            }
        }
        return days.stream()
                .filter(day -> !day.heldOn().isAfter(lastDay))
                .sorted(Comparator.comparing(CrisisTeamDay::heldOn))
                .toList();
    }

    // consultations ---------------------------------------------------------------------------------------------------

    private List<Consultation> consultations() {
        List<Consultation> consultations = new ArrayList<>();
        CONSULTATIONS_A_MONTH.forEach((kind, mean) -> {
            SortedMap<YearMonth, Integer> perMonth = new TreeMap<>(
                    spread("consultation_" + kind, Registers.YEAR_2023, Chance.of(seed, "consultations", kind)));
            for (YearMonth month = FIRST_MONTH_AFTER; !month.atDay(1).isAfter(lastDay); month = month.plusMonths(1)) {
                perMonth.put(
                        month, Chance.of(seed, "consultations", kind, month).poisson(mean));
            }
            perMonth.forEach((month, count) -> {
                Chance chance = Chance.of(seed, "consultation", kind, month);
                for (int i = 0; i < count; i++) {
                    consultations.add(consultation(chance, kind, chance.workingDay(month), true));
                }
                if (chance.happens(0.05)) {
                    consultations.add(consultation(chance, kind, chance.workingDay(month), false));
                }
            });
        });
        for (int year = FIRST_YEAR; year <= lastDay.getYear(); year++) {
            Chance chance = Chance.of(seed, "consultations", "kvo", year);
            // twice a year, as agreed
            for (Month month : List.of(Month.APRIL, Month.OCTOBER)) {
                consultations.add(consultation(chance, "kvo", chance.workingDay(YearMonth.of(year, month)), true));
            }
        }
        return consultations.stream()
                .filter(consultation -> !consultation.heldOn().isAfter(lastDay))
                .sorted(Comparator.comparing(Consultation::heldOn))
                .toList();
    }

    private static Consultation consultation(Chance chance, String kind, LocalDate heldOn, boolean isHeld) {
        return new Consultation(
                kind,
                heldOn,
                isHeld,
                chance.between(3, 9),
                isHeld ? Registers.provenance("consultation", heldOn) : Provenance.DEMONSTRATION);
    }

    private SortedMap<YearMonth, Integer> spread(String fact, MonthRange period, Chance chance) {
        return MonthSpread.of(published.value(fact, period), period, month -> 1, chance);
    }
}
