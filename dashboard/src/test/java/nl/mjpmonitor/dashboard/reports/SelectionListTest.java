package nl.mjpmonitor.dashboard.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Optional;
import nl.mjpmonitor.warehouse.catalogue.CatalogueException;
import nl.mjpmonitor.warehouse.indicators.IndicatorCatalogue;
import nl.mjpmonitor.warehouse.packaged.PackagedFile;
import nl.mjpmonitor.warehouse.packaged.PackagedFiles;
import org.junit.jupiter.api.Test;

class SelectionListTest {

    private final String good = PackagedFiles.read("reports/retention.yaml").text();

    @Test
    void everyReportComesUnderAResultOfTheListThatIsNamed() {
        ReportCatalogue reports = ReportReader.packaged(IndicatorCatalogue.load());

        assertThat(reports.selectionList().source()).isEqualTo("Staatscourant 2020, 11143");
        assertThat(reports.all())
                .allSatisfy(
                        report -> assertThat(reports.selectionList().results()).contains(report.retention()));
        assertThat(reports.require(new ReportId("maandbeeld")).retention())
                .isEqualTo(new Retention(
                        "Selectielijst gemeenten en intergemeentelijke organen 2020",
                        "19.1.10",
                        "Secretariaat voeren en gegevens administreren / verwerken",
                        "Agenda, verslag van bestuurlijk overleg met derden",
                        Optional.of(10)));
        assertThat(reports.require(new ReportId("tussenrapportage")).retention().isPermanent())
                .isTrue();
    }

    @Test
    void aMistakeIsToldWithItsLine() {
        assertThat(problem(good.replace("\"4.1.1\"", "\"20.1.5\"")))
                .matches("reports/retention.yaml:[0-9]+: category 20.1.5 stands here twice; leave one out");
        assertThat(problem(good.replace("source: Staatscourant", "bron: Staatscourant")))
                .contains("retention.yaml");
    }

    private static String problem(String text) {
        return String.join(
                "\n",
                catchThrowableOfType(
                                CatalogueException.class,
                                () -> SelectionList.read(new PackagedFile("reports/retention.yaml", text)))
                        .problems());
    }
}
