package nl.mjpmonitor.ops.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.mjpmonitor.warehouse.WarehouseConnection;
import nl.mjpmonitor.warehouse.packaged.PackagedFiles;

/**
 * Made-up counts of a country of the size of the Netherlands: {@value #MUNICIPALITIES} municipalities, about 14,000 buurten,
 * {@value #MONTHS} months and {@value #CLASSES} police classes. As sparse as the real ones: most buurten have no registration of
 * most classes in most months, and one stand in ten was revised. Names and codes of the municipalities outside the region are
 * made up too.
 */
final class WholeCountry {

    static final int MUNICIPALITIES = 342;
    static final int BUURTEN_EACH = 41;
    static final int MONTHS = 120;
    static final int CLASSES = 67;

    /** The first of the months; the last is December 2025. */
    static final String FIRST_MONTH = "2016-01-01";

    private static final int REGION = 16;
    private static final int FIRST_CODE = 2000;

    private WholeCountry() {}

    /** Writes a folder of reference data with all municipalities and buurten. */
    static Path writeReference(Path folder) throws IOException {
        Files.createDirectories(folder);
        List<String> lines = new ArrayList<>(
                PackagedFiles.read("reference/areas.csv").text().lines().toList());
        for (int municipality = 0; municipality < MUNICIPALITIES - REGION; municipality++) {
            String number = String.format(Locale.ROOT, "%04d", FIRST_CODE + municipality);
            lines.add("GM%s;Gemeente %s;regiogemeente;;GM%s;;".formatted(number, number, number));
            lines.add("WK%s00;Wijk %s;wijk;;GM%s;;".formatted(number, number, number));
            for (int buurt = 0; buurt < BUURTEN_EACH; buurt++) {
                lines.add("BU%s00%02d;Buurt %s-%d;buurt;WK%s00;GM%s;;"
                        .formatted(number, buurt, number, buurt, number, number));
            }
        }
        Files.write(folder.resolve("areas.csv"), lines);
        return folder;
    }

    /** Fills the counts and says which months were delivered; answers how many stands there are. */
    static long fill(WarehouseConnection connection) {
        for (String policeClass : classes()) {
            connection.execute(
                    "Filling of politie." + policeClass, """
                    INSERT INTO mart.monthly_count
                    WITH
                        (SELECT groupArray(leaf_code) FROM (
                            SELECT DISTINCT leaf_code FROM core.area_membership
                            WHERE (division IN ('gemeente', 'regiogemeente') AND startsWith(leaf_code, 'BU'))
                                OR division IN ('regio', 'land')
                            ORDER BY leaf_code)) AS leaves,
                        120 AS months
                    SELECT
                        concat('politie.', {class:String}) AS measure,
                        leaves[intDiv(number, months) + 1] AS area_code,
                        addMonths(toDate({first_month:String}), number % months) AS month,
                        addDays(toDateTime64(addMonths(month, 1), 3, 'UTC'), 15) + toIntervalMonth(stand * 6) AS known_at,
                        1 + toInt64(sipHash64(number, {class:String}, stand) % 9) AS count,
                        0 AS unknown_count,
                        stand + 1 AS change_count
                    FROM numbers(length(leaves) * months)
                    ARRAY JOIN range(if(sipHash64(number, {class:String}, 'revised') % 10 = 0, 2, 1)) AS stand
                    WHERE sipHash64(number, {class:String}) % 100 < 22""", Map.of("class", policeClass, "first_month", FIRST_MONTH));
        }
        connection.execute("Delivery", """
                INSERT INTO raw.change_event
                SELECT 'politiecijfers', 'delivery', '{"delivery_id":1}', 1, 'c', 0, concat(
                    '{"delivery_id":1,"reference":"bench","period_from":"', {first_month:String}, '","period_to":"2025-12-01",',
                    '"delivered_at":"2016-01-02T00:00:00Z","status":"accepted","provenance":"demonstration"}'),
                    now64(3), toDateTime64('2016-01-02 00:00:00', 3, 'UTC'), 'bench', 0, 1""", Map.of("first_month", FIRST_MONTH));
        connection.execute("Merging of the counts", "OPTIMIZE TABLE mart.monthly_count", Map.of());
        return connection
                .query(
                        "Count of stands",
                        "SELECT count() AS stands FROM mart.monthly_count",
                        Map.of(),
                        row -> row.getLong("stands"))
                .get(0);
    }

    /** The classes that the catalogue's first indicators count, and others up to the number. */
    private static List<String> classes() {
        TreeSet<String> all = PackagedFiles.read("catalogue/police-classes.csv")
                .text()
                .lines()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(';')))
                .collect(Collectors.toCollection(TreeSet::new));
        List<String> counted = PackagedFiles.below("catalogue/criminaliteit").stream()
                .flatMap(file -> file.text().lines())
                .flatMap(line -> List.of(line.split("[^A-Z0-9]+", -1)).stream())
                .filter(all::contains)
                .distinct()
                .toList();
        List<String> classes = new ArrayList<>(counted);
        all.stream().filter(policeClass -> !counted.contains(policeClass)).forEach(classes::add);
        return classes.subList(0, Math.max(CLASSES, counted.size()));
    }
}
