package nl.mjpmonitor.ops.sources.politiecijfers;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import nl.mjpmonitor.ops.sources.SourceResource;
import nl.mjpmonitor.ops.sources.generation.Restrictions;

/**
 * One row of the published crime tables, and how the demo spreads its yearly total over police classes and months; the weights are in
 * the resource.
 *
 * @param name name of the row
 * @param classShares the police classes the row counts
 * @param monthWeights how much falls in January to December of an ordinary year, relative to each other
 * @param coronaSensitivity part that stays away when public life is closed altogether, 0 to 1
 * @param carnivalFactor how many times as much happens in a month of carnival
 */
record CrimeRow(
        String name,
        List<ClassShare> classShares,
        List<Double> monthWeights,
        double coronaSensitivity,
        double carnivalFactor) {

    /**
     * A police class and its share in a row.
     *
     * @param weight relative to the other classes of the row; zero for a class that does not occur
     */
    record ClassShare(String code, double weight) {}

    private static final int MONTHS = 12;
    private static final int FIRST_MONTH_COLUMN = 2;

    /** How carnival falls over the months of a year; in 2021 there was none. */
    private static final Map<YearMonth, Double> CARNIVAL_SHARE = Map.of(
            YearMonth.of(2019, 3), 1.0,
            YearMonth.of(2020, 2), 1.0,
            YearMonth.of(2022, 2), 0.6,
            YearMonth.of(2022, 3), 0.4,
            YearMonth.of(2023, 2), 1.0);

    /** One burglar, active in December 2023, explains most of the rise of that year (Uitvoeringsplan 2024, 3.3.1). */
    private static final YearMonth BURGLARY_SERIES = YearMonth.of(2023, 12);

    private static final String BURGLARY = "WONINGINBRAAK";
    private static final double BURGLARY_SERIES_FACTOR = 2.4;

    CrimeRow {
        classShares = List.copyOf(classShares);
        monthWeights = List.copyOf(monthWeights);
        if (monthWeights.size() != MONTHS) {
            throw new IllegalArgumentException(name + " has weights for " + monthWeights.size() + " months");
        }
    }

    static List<CrimeRow> load() {
        return SourceResource.lines(CrimeRow.class, "spread.csv", ',').stream()
                .map(CrimeRow::parse)
                .toList();
    }

    private static CrimeRow parse(List<String> line) {
        int afterMonths = FIRST_MONTH_COLUMN + MONTHS;
        return new CrimeRow(
                line.get(0),
                Arrays.stream(line.get(1).split(" ")).map(CrimeRow::parseShare).toList(),
                line.subList(FIRST_MONTH_COLUMN, afterMonths).stream()
                        .map(Double::valueOf)
                        .toList(),
                Double.parseDouble(line.get(afterMonths)),
                Double.parseDouble(line.get(afterMonths + 1)));
    }

    private static ClassShare parseShare(String share) {
        int equals = share.indexOf('=');
        return new ClassShare(share.substring(0, equals), Double.parseDouble(share.substring(equals + 1)));
    }

    /** How much of a year falls in a month, relative to its other months. */
    double monthWeight(YearMonth month) {
        double weight = monthWeights.get(month.getMonthValue() - 1);
        weight *= 1 - coronaSensitivity * Restrictions.severity(month);
        weight *= 1 + (carnivalFactor - 1) * CARNIVAL_SHARE.getOrDefault(month, 0.0);
        if (name.equals(BURGLARY) && month.equals(BURGLARY_SERIES)) {
            weight *= BURGLARY_SERIES_FACTOR;
        }
        return weight;
    }
}
