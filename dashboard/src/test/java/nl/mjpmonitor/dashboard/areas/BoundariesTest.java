package nl.mjpmonitor.dashboard.areas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.areas.AreaKind;
import nl.mjpmonitor.warehouse.areas.Areas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoundariesTest {

    private static final Path REAL = Path.of("../../shared/data/maastricht_buurten_2017_simplified.geojson");
    private static final Pattern NUMBER = Pattern.compile("\\d+ \\d+");

    private final Areas areas = Areas.load();
    private final List<AreaCode> buurten = areas.ofKind(AreaKind.BUURT).stream()
            .filter(areas::isInMunicipality)
            .map(Area::code)
            .toList();

    @TempDir
    private Path folder;

    @Test
    void everyBuurtIsDrawnWhereItLies() throws IOException {
        BoundaryOutlines outlines = BoundaryOutlines.of(Boundaries.read(file(text -> text), areas));

        assertThat(outlines.outlines().keySet()).containsExactlyInAnyOrderElementsOf(buurten);
        assertThat(outlines.outlines().get(buurten.getFirst()).column())
                .isLessThan(outlines.outlines().get(buurten.getLast()).column());
        assertThat(outlines.outlines().values())
                .allSatisfy(
                        outline -> assertThat(outline.path()).startsWith("M").endsWith("Z"));
    }

    @Test
    void neighboursShareThePointsOfTheirBorder() throws IOException {
        BoundaryOutlines outlines = BoundaryOutlines.of(Boundaries.read(file(text -> text), areas));

        Set<String> first = points(outlines, buurten.get(0));
        first.retainAll(points(outlines, buurten.get(1)));

        assertThat(first).hasSize(2);
    }

    @Test
    void theFileSaysWhereItComesFrom() throws IOException {
        assertThat(Boundaries.read(file(text -> text), areas).source()).contains("proefkaart");
    }

    @Test
    void aMistakeStopsTheStartAndSaysWhatToChange() {
        assertThatThrownBy(() -> Boundaries.read(folder.resolve("none.geojson"), areas))
                .hasMessageContaining("none.geojson")
                .hasMessageContaining("set MJP_BOUNDARIES");
        assertWrong(text -> "{", "it is no JSON");
        assertWrong(text -> text.replace("FeatureCollection", "Feature"), "must be FeatureCollection");
        assertWrong(text -> text.replaceFirst(buurten.getFirst().value(), "nergens"), "has no code of a buurt");
        assertWrong(
                text -> text.replaceFirst(buurten.getFirst().value(), "BU99990000"),
                "no feature for buurt " + buurten.getFirst());
        assertWrong(
                text -> text.replaceFirst(
                        buurten.getFirst().value(), buurten.get(1).value()),
                "has two features");
        assertWrong(text -> text.replaceFirst("Polygon", "Point"), "is no Polygon or MultiPolygon");
        assertWrong(text -> text.replaceFirst("\\[5\\.0,50\\.0\\]", "[176000,318000]"), "EPSG:4326");
        assertWrong(text -> text.replaceFirst("\\[5\\.0,50\\.0\\]", "[5.5,50.5]"), "not closed");
        assertWrong(text -> text.replaceFirst("\\[5\\.0,50\\.0\\]", "[\"x\",50.0]"), "without two numbers");
    }

    @Test
    void theRealBoundariesOfTheMunicipalityAreDrawn() {
        assumeTrue(Files.isRegularFile(REAL), "without the shared data there are no real boundaries: " + REAL);

        BoundaryOutlines outlines = BoundaryOutlines.of(Boundaries.read(REAL, areas));

        assertThat(outlines.outlines()).hasSize(44);
        assertThat(outlines.height()).isBetween(800, 1_600);
        String all = outlines.outlines().values().stream()
                .map(BoundaryOutlines.Outline::path)
                .collect(Collectors.joining());
        assertThat(all.length()).isLessThan(30_000);
        // Wyck lies east of the Binnenstad, over the river
        assertThat(outlines.outlines().get(new AreaCode("BU09350006")).column())
                .isGreaterThan(
                        outlines.outlines().get(new AreaCode("BU09350000")).column());
    }

    private void assertWrong(UnaryOperator<String> change, String message) {
        assertThatThrownBy(() -> Boundaries.read(file(change), areas))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(message);
    }

    private static Set<String> points(BoundaryOutlines outlines, AreaCode code) {
        return NUMBER.matcher(outlines.outlines().get(code).path())
                .results()
                .map(found -> found.group())
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** All buurten in a row from west to east, each a square that touches the next. */
    private Path file(UnaryOperator<String> change) throws IOException {
        StringBuilder features = new StringBuilder();
        for (int i = 0; i < buurten.size(); i++) {
            double west = 5 + i / 10.0;
            double east = 5 + (i + 1) / 10.0;
            features.append(i == 0 ? "" : ",")
                    .append("{\"type\":\"Feature\",\"properties\":{\"statcode\":\"")
                    .append(buurten.get(i))
                    .append("\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[")
                    .append(west + ",50.0],[" + east + ",50.0],[" + east + ",50.1],[" + west + ",50.1],[" + west)
                    .append(",50.0]]]}}");
        }
        String text = "{\"type\":\"FeatureCollection\",\"source\":\"proefkaart\",\"features\":[" + features + "]}";
        return Files.writeString(folder.resolve("boundaries.geojson"), change.apply(text));
    }
}
