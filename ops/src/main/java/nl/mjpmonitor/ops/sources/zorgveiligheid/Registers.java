package nl.mjpmonitor.ops.sources.zorgveiligheid;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import nl.mjpmonitor.ops.sources.generation.MonthRange;
import nl.mjpmonitor.ops.sources.generation.Provenance;
import nl.mjpmonitor.ops.sources.generation.RegisterPeriod;

/**
 * What was kept from when to when, as far as publications tell. In how many trainings on radicalisation the professionals of 2023 were
 * trained was not published, nor was the third phase of the campaign of that year.
 */
final class Registers {
    /** The year of the Uitvoeringsplan 2024. */
    static final MonthRange YEAR_2023 = MonthRange.of("2023-01", "2023-12");

    /** The year before, of which only a comparison was published. */
    static final MonthRange YEAR_2022 = MonthRange.of("2022-01", "2022-12");

    /** The years of which the trainings in Samen Werken aan Veiligheid were published together. */
    static final MonthRange TWO_YEARS = MonthRange.of("2022-01", "2023-12");

    /** The school year 2023-2024. */
    static final MonthRange SCHOOL_YEAR = MonthRange.of("2023-08", "2024-07");

    /** The first month of which nothing was published. */
    static final YearMonth FIRST_DEMONSTRATION = YearMonth.of(2024, 1);

    private static final List<String> PUBLISHED_OF_2023 = List.of(
            "via_report",
            "police_deployment",
            "force_used",
            "youth_report",
            "youth_discussed",
            "youth_referred",
            "detention_released",
            "detention_returned",
            "detention_pga",
            "detention_without_coordinator",
            "gia_report",
            "professional_trained",
            "board_trained",
            "confidant_trained",
            "youth_worker_group",
            "entree_class",
            "learning_network",
            "gia_triage",
            "gia_consultation",
            "campaign_see",
            "campaign_think");

    private static final List<RegisterPeriod> OTHERS = List.of(
            new RegisterPeriod("youth_report_2022", YEAR_2022, Provenance.PUBLISHED_YEAR),
            RegisterPeriod.demonstration("training", "2024-01"),
            new RegisterPeriod("safety_vision_trained", TWO_YEARS, Provenance.PUBLISHED_PERIOD),
            RegisterPeriod.demonstration("safety_vision_trained", "2024-01"),
            RegisterPeriod.demonstration("interfaith_meeting", "2024-01"),
            RegisterPeriod.demonstration("campaign_do", "2024-01"),
            new RegisterPeriod("guest_lesson", SCHOOL_YEAR, Provenance.PUBLISHED_PERIOD),
            RegisterPeriod.demonstration("guest_lesson", "2024-08"));

    static final List<RegisterPeriod> ALL = Stream.concat(
                    PUBLISHED_OF_2023.stream()
                            .flatMap(register -> Stream.of(
                                    new RegisterPeriod(register, YEAR_2023, Provenance.PUBLISHED_YEAR),
                                    RegisterPeriod.demonstration(register, "2024-01"))),
                    OTHERS.stream())
            .toList();

    private Registers() {}

    /** What of a count of that month follows from a published figure. */
    static Provenance provenance(String register, YearMonth month) {
        return RegisterPeriod.provenance(ALL, register, month.atDay(1));
    }
}
