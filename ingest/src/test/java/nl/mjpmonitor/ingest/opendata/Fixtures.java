package nl.mjpmonitor.ingest.opendata;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;

/** Definitions and settings that several tests start from. */
final class Fixtures {
    static final String MONTHLY_OFFENCES = """
            {
              "id": "47022NED",
              "kind": "offence",
              "title": "Geregistreerde misdrijven; soort misdrijf, wijk, buurt, maandcijfers",
              "source": {"type": "odata", "version": 3, "server": "dataderden", "sliceBy": ["Perioden"]},
              "area": {
                "column": "WijkenEnBuurten",
                "codes": ["NL", "GM0935", "WK0935", "BU0935"],
                "aliases": {"NL00": "NL01"}
              },
              "period": {"column": "Perioden", "grains": ["month", "year"]},
              "dimensions": [{"column": "SoortMisdrijf", "totals": ["0.0.0"]}],
              "measures": [{"column": "GeregistreerdeMisdrijven_1", "name": "registered_offences", "minimum": 0, "decimals": 0}],
              "missingMeans": "unknown",
              "provisional": {"newestMonths": 3}
            }
            """;

    static final String OBSERVATIONS = """
            {
              "id": "47022NED",
              "kind": "population",
              "title": "Bevolking",
              "source": {"type": "odata", "version": 4, "server": "datasets", "sliceBy": ["Perioden"]},
              "area": {"column": "RegioS", "codes": ["NL", "GM0935"]},
              "period": {"column": "Perioden", "grains": ["year"]},
              "measures": [{"column": "M001534", "name": "population"}],
              "missingMeans": "unknown"
            }
            """;

    static final String PORTAL_POPULATION = """
            {
              "id": "bevolking",
              "kind": "population",
              "title": "Bevolkingsontwikkeling; regio per maand",
              "source": {"type": "files", "layout": "statline"},
              "area": {
                "column": "Regio's",
                "codes": ["NL", "GM"],
                "labels": {
                  "Nederland": "NL01",
                  "Beek (L.)": "GM0888",
                  "Beekdaelen": "GM1954",
                  "Maastricht": "GM0935",
                  "Onderbanken": "GM0881",
                  "Stein (L.)": "GM0971",
                  "'s-Gravenhage (gemeente)": "GM0518"
                }
              },
              "period": {"column": "Perioden", "grains": ["month", "year"]},
              "measures": [{"column": "Bevolking aan het einde van de periode", "name": "population_at_end", "minimum": 0}],
              "missingMeans": "unknown"
            }
            """;

    static final String PORTAL_OFFENCES = """
            {
              "id": "misdrijven",
              "kind": "offence",
              "title": "Geregistreerde misdrijven en aangiften; soort misdrijf, gemeente",
              "source": {"type": "files", "layout": "statline"},
              "area": {"column": "Regio's", "codes": ["NL", "GM"], "labels": {"Nederland": "NL01", "Maastricht": "GM0935", "Beek (L.)": "GM0888"}},
              "period": {"column": "Perioden", "grains": ["month", "year"]},
              "dimensions": [{
                "column": "Soort misdrijf",
                "totals": ["0.0.0"],
                "labels": {
                  "Totaal misdrijven": "0.0.0",
                  "1.2.4 Zakkenrollerij": "1.2.4",
                  "1.4.1 Zedenmisdrijf": "1.4.1",
                  "1.4.1 Zedendelicten": "1.4.1"
                }
              }],
              "measures": [{"column": "Geregistreerde misdrijven", "name": "registered_offences", "minimum": 0, "decimals": 0}],
              "missingMeans": "unknown",
              "provisional": {"newestMonths": 3, "trustSource": true}
            }
            """;

    static final String SURVEY = """
            {
              "id": "veiligheidsmonitor",
              "kind": "perception",
              "title": "Veiligheidsmonitor; kerncijfers, regio",
              "source": {"type": "files", "layout": "columns", "holdsWholePeriods": true},
              "area": {"column": "RegioS", "codes": ["NL", "GM0935"]},
              "period": {"column": "Perioden", "grains": ["year"]},
              "dimensions": [{"column": "Marges"}],
              "measures": [
                {"column": "RapportcijferVeiligheidInBuurt_64", "name": "safety_mark", "alsoCalled": ["RapportcijferVeiligheidInBuurt_60"], "minimum": 1, "maximum": 10},
                {"column": "VoeltZichWeleensOnveilig_41", "name": "unsafe_share", "minimum": 0, "maximum": 100}
              ],
              "missingMeans": "unknown"
            }
            """;

    private Fixtures() {}

    /** A file with definitions of tables. */
    static Path definitions(Path folder, String... tables) {
        try {
            Path file = folder.resolve("tables.json");
            return Files.writeString(file, "{\"tables\": [" + String.join(",", tables) + "]}");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static TableDefinition definition(Path folder, String table) {
        return TableDefinitions.load(definitions(folder, table).toString())
                .tables()
                .get(0);
    }

    /** Settings that do not make a test wait. */
    static Map<String, String> settings(Path folder, String... tables) {
        Map<String, String> settings = new HashMap<>();
        settings.put("connector.class", OpenDataSourceConnector.class.getName());
        settings.put("tables", definitions(folder, tables).toString());
        settings.put("files.folder", folder.resolve("drop").toString());
        settings.put("request.interval.ms", "0");
        settings.put("request.timeout.ms", "2000");
        settings.put("retry.first.ms", "1");
        settings.put("retry.longest.ms", "5");
        settings.put("table.interval.ms", "3600000");
        settings.put("files.interval.ms", "1");
        settings.put("files.settle.ms", "0");
        return settings;
    }

    /** A file in a folder of its own, as somebody drops it. */
    static Path drop(Path folder, String table, String name, byte[] content) {
        try {
            Path inbox = Files.createDirectories(folder.resolve("drop").resolve(table));
            Path unfinished = Files.write(inbox.resolve(name + ".part"), content);
            return Files.move(unfinished, inbox.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static byte[] resource(String name) {
        try (InputStream resource = Fixtures.class.getResourceAsStream(name)) {
            return resource.readAllBytes();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
