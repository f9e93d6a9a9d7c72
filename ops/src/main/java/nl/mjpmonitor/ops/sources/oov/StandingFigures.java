package nl.mjpmonitor.ops.sources.oov;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.mjpmonitor.ops.sources.generation.Provenance;
import nl.mjpmonitor.ops.sources.generation.PublishedFigures;
import org.jspecify.annotations.Nullable;

/** What is agreed or known once a year or less: rules with a number, events of a year, milestones. */
final class StandingFigures {
    private static final int FIRST_YEAR = 2023;

    /** Rules that hold year after year; the one on away supporters was decided once. */
    private static final List<String> YEARLY =
            List.of("announcement_hours", "football_match_categories", "kvo_consultations_a_year");

    private static final String AWAY_SUPPORTERS = "away_supporter_ban_seasons";

    /** Made up: events counted in a year. */
    private static final Map<Integer, Integer> COUNTED = Map.of(2023, 571, 2024, 588, 2025, 604);

    /** A rule with a number, from a day on. */
    record Rule(String code, LocalDate validFrom, int value, Provenance provenance) {}

    /** How many events a year has, as expected or as counted. */
    record EventYear(LocalDate on, boolean isExpected, int count, Provenance provenance) {}

    /** A milestone; the day on which one of 2023 was reached is made up. */
    record Milestone(
            String code, String plannedFor, @Nullable LocalDate reachedOn) {}

    private StandingFigures() {}

    /** The rules up to a day. */
    static List<Rule> rules(LocalDate lastDay) {
        PublishedFigures published = PublishedFigures.load(StandingFigures.class);
        List<Rule> rules = new ArrayList<>();
        for (int year = FIRST_YEAR; year <= lastDay.getYear(); year++) {
            for (String code : YEARLY) {
                rules.add(new Rule(
                        code,
                        LocalDate.of(year, 1, 1),
                        published.value(code, Registers.YEAR_2023),
                        year == FIRST_YEAR ? Provenance.PUBLISHED_YEAR : Provenance.DEMONSTRATION));
            }
        }
        rules.add(new Rule(
                AWAY_SUPPORTERS,
                LocalDate.of(FIRST_YEAR, 7, 1),
                published.value(AWAY_SUPPORTERS, Registers.YEAR_2023),
                Provenance.PUBLISHED_YEAR));
        return rules.stream().filter(rule -> !rule.validFrom().isAfter(lastDay)).toList();
    }

    /** The events of the years that have passed on a day. */
    static List<EventYear> eventYears(LocalDate lastDay) {
        PublishedFigures published = PublishedFigures.load(StandingFigures.class);
        List<EventYear> years = new ArrayList<>();
        years.add(new EventYear(
                Registers.YEAR_2022.lastDay(),
                true,
                published.value("event_year", Registers.YEAR_2022),
                Provenance.PUBLISHED_YEAR));
        for (int year = FIRST_YEAR; LocalDate.of(year, 12, 31).isBefore(lastDay); year++) {
            years.add(new EventYear(
                    LocalDate.of(year, 12, 31), false, COUNTED.getOrDefault(year, 600), Provenance.DEMONSTRATION));
        }
        return years;
    }

    /** All milestones. */
    static List<Milestone> milestones() {
        return List.of(
                new Milestone("kvo_certificate", "2023", LocalDate.of(2023, 10, 12)),
                new Milestone("kvo_covenant", "2023", LocalDate.of(2023, 11, 23)),
                new Milestone("regional_crisis_plan", "2023", LocalDate.of(2023, 12, 8)),
                new Milestone("carnival_framework", "2024", LocalDate.of(2024, 2, 6)),
                new Milestone("kvu_plan", "2024", null));
    }
}
