package nl.mjpmonitor.dashboard.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import nl.mjpmonitor.warehouse.catalogue.CatalogueException;
import nl.mjpmonitor.warehouse.indicators.IndicatorCatalogue;
import nl.mjpmonitor.warehouse.packaged.PackagedFile;
import nl.mjpmonitor.warehouse.packaged.PackagedFiles;
import org.junit.jupiter.api.Test;

class ReportReaderTest {

    private static final IndicatorCatalogue INDICATORS = IndicatorCatalogue.load();

    private final String good =
            PackagedFiles.read("reports/raadsinformatiebrief-bijlage.yaml").text();

    @Test
    void theKindsOfReportComeInTheirOrder() {
        assertThat(ReportReader.packaged(INDICATORS).all())
                .extracting(definition -> definition.id().value())
                .containsExactly(
                        "maandbeeld",
                        "tussenrapportage",
                        "tussentijdse-evaluatie",
                        "raadsinformatiebrief-bijlage",
                        "gebiedsrapport");
    }

    @Test
    void everyMistakeIsToldWithItsLine() {
        assertThat(problems(good.replace("drugspanden-gesloten", "mot-casussen")))
                .singleElement()
                .asString()
                .matches(
                        "reports/raadsinformatiebrief-bijlage.yaml:[0-9]+: indicator mot-casussen is vertrouwelijk, and this"
                                + " report is for raad; leave it out or choose another audience");
        assertThat(problems(good.replace("bibob-screeningen", "bibob-screening")))
                .singleElement()
                .asString()
                .contains("there is no indicator bibob-screening;");
        assertThat(problems(good.replace("columns: [now-2, now-1, now, percent]", "columns: [now, percent, eens]")))
                .hasSize(2)
                .anySatisfy(problem -> assertThat(problem).contains("'percent' compares two figures"))
                .anySatisfy(problem -> assertThat(problem).contains("'eens' is no column"));
        assertThat(
                        problems(
                                good.replace(
                                        "      - chart:\n          id: hic-verloop",
                                        "      - map:\n          id: kaart\n          title: {nl: Kaart, en: Map}\n"
                                                + "          indicator: hoogrisicowedstrijden\n      - chart:\n          id: hic-verloop")))
                .singleElement()
                .asString()
                .contains("indicator hoogrisicowedstrijden is not counted in every buurt by year");
        assertThat(problems(good.replace("period: year", "period: month")
                        .replace(
                                "      - chart:\n          id: hic-verloop",
                                "      - map: {id: kaart, title: {nl: Kaart, en: Map}, indicator: woninginbraak}\n"
                                        + "      - chart:\n          id: hic-verloop")))
                .singleElement()
                .asString()
                .contains("a map is about all buurten in a year");
        assertThat(problems(good.replace("retention: \"19.1.6\"", "retention: \"1.2.3\"")))
                .singleElement()
                .asString()
                .contains("category 1.2.3 is not in retention.yaml")
                .contains("4.1.1, 19.1.6, 19.1.10, 20.1.5");
        assertThat(problems(good.replace("id: vvc", "id: hic")))
                .singleElement()
                .asString()
                .contains("id hic is used before in this report");
        assertThat(problems(good.replace("audience: raad", "audience: iedereen")))
                .singleElement()
                .asString()
                .contains("audience is not a known word");
        assertThat(problems(good.replace("id: raadsinformatiebrief-bijlage", "id: iets-anders")))
                .singleElement()
                .asString()
                .contains("name it iets-anders.yaml");
    }

    private static List<String> problems(String text) {
        return catchThrowableOfType(
                        CatalogueException.class,
                        () -> ReportReader.read(
                                INDICATORS,
                                List.of(new PackagedFile("reports/raadsinformatiebrief-bijlage.yaml", text))))
                .problems();
    }
}
