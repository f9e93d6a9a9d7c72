package nl.mjpmonitor.dashboard;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.areas.AreaKind;
import nl.mjpmonitor.warehouse.areas.Areas;

/**
 * The two crime tables of the Uitvoeringsplan 2024, paragraph 3.3.1, and a way to fill a warehouse so that the municipality shows
 * exactly them.
 */
public final class PublishedFigures {

    public static final int FIRST_YEAR = 2019;

    public static final String REST = "BU09359999";

    /** Stands for the figure that the source does not give. */
    public static final int UNKNOWN = -1;

    /** Numbers of 2019 to 2023, in the order of the tables. */
    public static final Map<String, List<Integer>> COUNTS = counts();

    /** The column '% verschil 2022-2023', in the order of the tables. */
    public static final List<Integer> PERCENTAGES = List.of(16, -67, 300, 24, -23, 3, -7, -2, 9);

    private static final int MONTHS = 12;
    private static final int SEED = 935;

    private PublishedFigures() {}

    private static Map<String, List<Integer>> counts() {
        Map<String, List<Integer>> counts = new LinkedHashMap<>();
        counts.put("woninginbraak", List.of(357, 222, 130, 167, 193));
        counts.put("overval-bedrijf", List.of(6, 2, UNKNOWN, 3, 1));
        counts.put("overval-woning", List.of(6, 3, 2, 1, 4));
        counts.put("straatroof", List.of(38, 34, 27, 21, 26));
        counts.put("diefstal-uit-motorvoertuig", List.of(529, 231, 306, 535, 413));
        counts.put("fietsdiefstal", List.of(1596, 1013, 828, 1135, 1169));
        counts.put("openlijk-geweld", List.of(44, 26, 36, 29, 27));
        counts.put("vernieling", List.of(777, 680, 632, 659, 648));
        counts.put("zakkenrollerij", List.of(434, 227, 195, 312, 341));
        return Collections.unmodifiableMap(counts);
    }

    /** Spreads every number over the months and the buurten, always in the same way. */
    public static void fill(InMemoryWarehouse warehouse, Areas areas, Instant sourceAt) {
        List<String> buurten = areas.ofKind(AreaKind.BUURT).stream()
                .map(Area::code)
                .map(code -> code.value())
                .toList();
        Random random = new Random(SEED);
        warehouse.cover(YearMonth.of(FIRST_YEAR, 1), YearMonth.of(FIRST_YEAR + 4, MONTHS));
        COUNTS.forEach((indicator, years) -> {
            for (int i = 0; i < years.size(); i++) {
                int year = FIRST_YEAR + i;
                if (years.get(i) == UNKNOWN) {
                    for (int month = 1; month <= MONTHS; month++) {
                        warehouse.leaveUnknown(indicator, REST, YearMonth.of(year, month));
                    }
                }
                for (int n = 0; n < years.get(i); n++) {
                    // one in a hundred cannot be placed; the middle of the city has more than its share
                    String area = random.nextInt(100) == 0
                            ? REST
                            : buurten.get(Math.min(random.nextInt(buurten.size()), random.nextInt(buurten.size())));
                    warehouse.add(indicator, area, YearMonth.of(year, 1 + random.nextInt(MONTHS)), 1);
                }
            }
        });
        warehouse.heardFrom("politiecijfers", sourceAt);
    }
}
