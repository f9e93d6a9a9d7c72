package nl.mjpmonitor.warehouse.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.mjpmonitor.warehouse.packaged.PackagedFiles;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LineageTest {

    private static final Path CONTRACTS = Path.of("../ingest/contracts");
    private static final Set<String> STORES = Set.of("mart.monthly_count", "core.casework_change");

    private final IndicatorCatalogue catalogue = IndicatorCatalogue.load();

    @Test
    void everyIndicatorComesOutOfCapturedColumns() throws IOException {
        for (Indicator indicator : catalogue.indicators()) {
            Lineage lineage = Lineage.of(indicator, catalogue::find);
            assertThat(lineage.strands()).as(indicator.id().value()).isNotEmpty();
            for (Lineage.Strand strand : lineage.strands()) {
                assertThat(strand.fact().topics())
                        .isNotEmpty()
                        .allSatisfy(topic -> assertThat(contract(topic)).exists());
                if (strand.fact().derivedFrom().isEmpty()) {
                    Path contract = contract(strand.fact().topics().get(0));
                    JsonNode columns = JsonMapper.shared()
                            .readTree(Files.readString(contract))
                            .get("properties");
                    assertThat(columns.propertyNames())
                            .as(indicator.id() + " from " + contract)
                            .containsAll(strand.columns());
                }
                assertThat(STORES).contains(strand.readFrom());
            }
        }
    }

    @Test
    void everyEntryStandsWhereTheLineageSays() {
        for (Indicator indicator : catalogue.indicators()) {
            String entry = Lineage.of(indicator, catalogue::find).entry();
            assertThat(PackagedFiles.read(entry).text()).contains("id: " + indicator.id());
        }
    }

    @Test
    void theTablesItNamesExist() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("sql/migrations"))) {
            String migrations = files.filter(file -> file.toString().endsWith(".sql"))
                    .map(LineageTest::read)
                    .reduce("", String::concat);
            assertThat(Stream.concat(STORES.stream(), Stream.of(Lineage.CHANGE_LOG)))
                    .allSatisfy(table -> assertThat(migrations).contains(table));
        }
    }

    @Test
    void countsOfTheStreamAreReadFromTheMart() {
        Lineage lineage = Lineage.of(catalogue.require(new IndicatorId("woninginbraak")), catalogue::find);

        assertThat(lineage.strands()).singleElement().satisfies(strand -> {
            assertThat(strand.fact().topics()).containsExactly("politiecijfers.politie.registration");
            assertThat(strand.columns()).containsExactly("area_code", "month", "police_class", "registration_count");
            assertThat(strand.measures()).contains("politie.A20", "politie.B30");
            assertThat(strand.readFrom()).isEqualTo("mart.monthly_count");
        });
    }

    @Test
    void aRatioComesOutOfBothItsParts() {
        Indicator ratio = catalogue.require(new IndicatorId("misdrijven-per-10000"));

        assertThat(Lineage.of(ratio, catalogue::find).strands())
                .extracting(strand -> strand.indicator().value())
                .containsExactly("misdrijven-totaal", "inwoners");
        assertThat(Lineage.of(ratio, part -> Optional.empty()).strands()).isEmpty();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path contract(String topic) {
        return CONTRACTS.resolve(topic + ".schema.json");
    }
}
