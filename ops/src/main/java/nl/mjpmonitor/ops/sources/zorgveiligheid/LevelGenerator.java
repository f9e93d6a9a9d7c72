package nl.mjpmonitor.ops.sources.zorgveiligheid;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import nl.mjpmonitor.ops.sources.generation.MonthRange;
import nl.mjpmonitor.ops.sources.generation.Provenance;
import nl.mjpmonitor.ops.sources.generation.PublishedFigures;
import nl.mjpmonitor.ops.sources.zorgveiligheid.Counts.LevelCount;

/** Makes the stands at the end of each quarter: as published, and the same after it. */
final class LevelGenerator {
    private static final int MONTHS_A_QUARTER = 3;

    /** The years of the Meerjarenprogramma Veiligheid. */
    private static final MonthRange PROGRAMME = MonthRange.of("2023-01", "2026-12");

    private final LocalDate lastDay;
    private final PublishedFigures published = PublishedFigures.load(LevelGenerator.class);
    private final List<LevelCount> levels = new ArrayList<>();

    private LevelGenerator(LocalDate lastDay) {
        this.lastDay = lastDay;
    }

    static List<LevelCount> generate(LocalDate lastDay) {
        LevelGenerator generator = new LevelGenerator(lastDay);
        YearMonth endOf2023 = Registers.YEAR_2023.to();
        generator.level("handle_with_care_municipality", Registers.YEAR_2023, endOf2023);
        generator.level("aftercare_condition", Registers.YEAR_2023, endOf2023);
        generator.level("theme", PROGRAMME, YearMonth.of(2023, MONTHS_A_QUARTER));
        return generator.levels;
    }

    private void level(String kind, MonthRange period, YearMonth first) {
        int counted = published.value(kind, period);
        for (YearMonth month = first;
                !month.atEndOfMonth().isAfter(lastDay);
                month = month.plusMonths(MONTHS_A_QUARTER)) {
            LocalDate asOf = month.atEndOfMonth();
            levels.add(new LevelCount(
                    kind, asOf, counted, period.contains(asOf) ? Provenance.PUBLISHED_YEAR : Provenance.DEMONSTRATION));
        }
    }
}
