package nl.mjpmonitor.ops.sources.politiecijfers;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.mjpmonitor.ops.sources.SourceResource;
import nl.mjpmonitor.ops.sources.generation.AreaWeights;
import nl.mjpmonitor.ops.sources.generation.AreaWeights.AreaWeight;
import nl.mjpmonitor.ops.sources.generation.Choice;
import nl.mjpmonitor.ops.sources.generation.Restrictions;

/**
 * Police classes that are counted together, such as a row of the published crime tables, and how the demo spreads their counts over
 * classes, months and areas; all of it from the resource.
 *
 * @param name name of the group
 * @param classShares the police classes it counts
 * @param monthWeights how much falls in January to December of an ordinary year, relative to each other
 * @param coronaSensitivity part that stays away when public life is closed altogether; below zero: how much more there is then
 * @param carnivalFactor how many times as much happens in a month of carnival
 * @param concentration 1: over the buurten as all offences; more: drawn to the busy ones; less: to the quiet ones
 * @param levelIn2024 registrations in 2024, invented
 * @param growth factor from each year to the next from 2024 on, invented
 */
record ClassGroup(
        String name,
        List<ClassShare> classShares,
        List<Double> monthWeights,
        double coronaSensitivity,
        double carnivalFactor,
        double concentration,
        double levelIn2024,
        double growth) {

    /**
     * A police class and its share in a group.
     *
     * @param weight relative to the other classes of the group; zero for a class that does not occur
     */
    record ClassShare(String code, double weight) {}

    private static final int MONTHS = 12;
    private static final int FIRST_MONTH_COLUMN = 2;
    private static final int FIRST_INVENTED_YEAR = 2024;

    /** How carnival falls over the months of a year; in 2021 there was none. */
    private static final Map<YearMonth, Double> CARNIVAL_SHARE = Map.ofEntries(
            Map.entry(YearMonth.of(2018, 2), 1.0),
            Map.entry(YearMonth.of(2019, 3), 1.0),
            Map.entry(YearMonth.of(2020, 2), 1.0),
            Map.entry(YearMonth.of(2022, 2), 0.6),
            Map.entry(YearMonth.of(2022, 3), 0.4),
            Map.entry(YearMonth.of(2023, 2), 1.0),
            Map.entry(YearMonth.of(2024, 2), 1.0),
            Map.entry(YearMonth.of(2025, 3), 1.0),
            Map.entry(YearMonth.of(2026, 2), 1.0),
            Map.entry(YearMonth.of(2027, 2), 1.0),
            Map.entry(YearMonth.of(2028, 2), 1.0),
            Map.entry(YearMonth.of(2029, 2), 1.0),
            Map.entry(YearMonth.of(2030, 3), 1.0));

    /** One burglar, active in December 2023, explains most of the rise of that year (Uitvoeringsplan 2024, 3.3.1). */
    private static final YearMonth BURGLARY_SERIES = YearMonth.of(2023, 12);

    private static final String BURGLARY = "WONINGINBRAAK";
    private static final double BURGLARY_SERIES_FACTOR = 2.4;

    ClassGroup {
        classShares = List.copyOf(classShares);
        monthWeights = List.copyOf(monthWeights);
        if (monthWeights.size() != MONTHS) {
            throw new IllegalArgumentException(name + " has weights for " + monthWeights.size() + " months");
        }
    }

    static List<ClassGroup> load() {
        return SourceResource.lines(ClassGroup.class, "spread.csv", ',').stream()
                .map(ClassGroup::parse)
                .toList();
    }

    /** All police classes of some groups, in the order of their codes. */
    static List<String> classes(List<ClassGroup> groups) {
        return groups.stream()
                .flatMap(group -> group.classShares().stream())
                .map(ClassShare::code)
                .sorted()
                .toList();
    }

    private static ClassGroup parse(List<String> line) {
        int afterMonths = FIRST_MONTH_COLUMN + MONTHS;
        return new ClassGroup(
                line.get(0),
                Arrays.stream(line.get(1).split(" "))
                        .map(ClassGroup::parseShare)
                        .toList(),
                line.subList(FIRST_MONTH_COLUMN, afterMonths).stream()
                        .map(Double::valueOf)
                        .toList(),
                Double.parseDouble(line.get(afterMonths)),
                Double.parseDouble(line.get(afterMonths + 1)),
                Double.parseDouble(line.get(afterMonths + 2)),
                Double.parseDouble(line.get(afterMonths + 3)),
                Double.parseDouble(line.get(afterMonths + 4)));
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

    /** How much falls in a buurt, relative to the others. */
    double areaWeight(AreaWeight buurt) {
        return StrictMath.pow(buurt.offences(), concentration);
    }

    /** The buurten and the remainder, each as likely as this group's registrations are there. */
    List<Choice<String>> places(AreaWeights areas) {
        double all = areas.buurten().stream().mapToDouble(this::areaWeight).sum();
        double remainder = all * areas.remainder().offences() / areas.offencesInBuurten();
        return Stream.concat(
                        areas.buurten().stream().map(buurt -> new Choice<>(buurt.code(), areaWeight(buurt))),
                        Stream.of(new Choice<>(areas.remainder().code(), remainder)))
                .toList();
    }

    /** Registrations of one of its classes to be expected in a month from 2024 on. */
    double expected(ClassShare share, YearMonth month) {
        double level = levelIn2024 * StrictMath.pow(growth, month.getYear() - FIRST_INVENTED_YEAR);
        double ofYear = monthWeights.stream().mapToDouble(Double::doubleValue).sum();
        double ofGroup = classShares.stream().mapToDouble(ClassShare::weight).sum();
        return level * monthWeight(month) / ofYear * share.weight() / ofGroup;
    }
}
