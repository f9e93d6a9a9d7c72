package nl.mjpmonitor.ops.sources.opendata;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.mjpmonitor.ops.sources.SourceResource;

/** Tables as the StatLine portal exports them: titles, headings, names in place of codes, and the source in the last line. */
final class PortalExport {

    private static final String UNIT = "aantal";

    private PortalExport() {}

    /** Table 37230ned: inhabitants of the Netherlands and of the municipalities of Zuid-Limburg. */
    static String population() {
        List<List<String>> rows = rows("population.csv");
        List<String> periods = figures(header("population.csv"));
        CsvFile file = new CsvFile()
                .line("Bevolkingsontwikkeling; regio per maand")
                .line("")
                .line(
                        List.of("Onderwerp"),
                        Collections.nCopies(periods.size(), "Bevolking aan het einde van de periode"))
                .line(List.of("Perioden"), periods)
                .line(List.of("Regio's"), Collections.nCopies(periods.size(), UNIT));
        Map<String, String> names = names();
        rows.forEach(row -> file.line(List.of(name(names, row)), figures(row)));
        return file.line("Bron: CBS").text();
    }

    /** Table 47013NED: all registered offences together, of the same areas. */
    static String offences() {
        List<List<String>> rows = rows("offences.csv");
        List<String> periods = figures(header("offences.csv"));
        CsvFile file = new CsvFile()
                .line("Geregistreerde misdrijven en aangiften; soort misdrijf, gemeente ")
                .line("Onderwerp: Geregistreerde misdrijven")
                .line("")
                .line(List.of("", "Perioden"), periods)
                .line(List.of("Soort misdrijf", "Regio's"), Collections.nCopies(periods.size(), UNIT));
        Map<String, String> names = names();
        rows.forEach(row -> file.line(List.of("Totaal misdrijven", name(names, row)), figures(row)));
        return file.line("Bron: Politie").text();
    }

    private static String name(Map<String, String> names, List<String> row) {
        return names.getOrDefault(row.getFirst(), row.getFirst());
    }

    private static List<String> figures(List<String> row) {
        return row.subList(1, row.size());
    }

    private static Map<String, String> names() {
        return rows("areas.csv").stream().collect(Collectors.toMap(List::getFirst, List::getLast));
    }

    private static List<List<String>> rows(String resource) {
        return SourceResource.lines(PortalExport.class, resource, ';');
    }

    private static List<String> header(String resource) {
        return SourceResource.text(PortalExport.class, resource)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .findFirst()
                .map(line -> List.of(line.split(";", -1)))
                .orElseThrow();
    }
}
