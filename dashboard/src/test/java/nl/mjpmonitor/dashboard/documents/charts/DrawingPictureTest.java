package nl.mjpmonitor.dashboard.documents.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import nl.mjpmonitor.dashboard.documents.Chart;
import nl.mjpmonitor.dashboard.documents.ChartKind;
import nl.mjpmonitor.dashboard.documents.ChartLine;
import nl.mjpmonitor.dashboard.documents.Documents;
import nl.mjpmonitor.dashboard.texts.Texts;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class DrawingPictureTest {

    private final DrawingPicture picture = new DrawingPicture(Documents.bars("grafiek"), Texts.DUTCH);

    @Test
    void thePictureShowsBarsOnWhite() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        picture.writePng(out);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(out.toByteArray()));

        assertThat(image.getWidth()).isEqualTo(DrawingPicture.WIDTH);
        assertThat(image.getRGB(1, 1)).isEqualTo(Color.WHITE.getRGB());
        long inked = IntStream.range(0, image.getWidth() * image.getHeight())
                .filter(place -> image.getRGB(place % image.getWidth(), place / image.getWidth())
                        == Color.decode(Ink.FIRST.colour()).getRGB())
                .count();
        assertThat(inked).isGreaterThan(10_000);
    }

    @Test
    void theDrawingStandsOnItsOwnAndSaysWhatItShows() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        picture.writeSvg(out);
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Element svg = factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(out.toByteArray()))
                .getDocumentElement();

        assertThat(svg.getNamespaceURI()).isEqualTo("http://www.w3.org/2000/svg");
        assertThat(svg.getElementsByTagNameNS("*", "title").item(0).getTextContent())
                .contains("357 in 2019");
    }

    @Test
    void labelsAlongTheAxisDoNotTouch() throws Exception {
        List<String> months = IntStream.rangeClosed(1, 24)
                .mapToObj(month -> "september 20" + (10 + month))
                .toList();
        Chart bars = Documents.bars("grafiek");
        Chart chart = new Chart(
                "verloop",
                "Verloop",
                "Het blijft gelijk.",
                ChartKind.LINES,
                months,
                List.of(new ChartLine(
                        "Meldingen",
                        months.stream()
                                .map(month -> Optional.of(BigDecimal.ONE))
                                .toList(),
                        months.stream().map(month -> false).toList())),
                bars.table());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new DrawingPicture(chart, Texts.DUTCH).writeSvg(out);
        NodeList texts = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(out.toByteArray()))
                .getElementsByTagName("text");

        double end = 0;
        for (int place = 0; place < texts.getLength(); place++) {
            Element text = (Element) texts.item(place);
            if (months.contains(text.getTextContent())) {
                double width = Lettering.width(text.getTextContent(), 12);
                double x = Double.parseDouble(text.getAttribute("x"));
                double start = text.getAttribute("text-anchor").equals("end") ? x - width : x - width / 2;
                assertThat(start).as(text.getTextContent()).isGreaterThan(end + 2);
                end = start + width;
            }
        }
        assertThat(end).isPositive();
    }

    @Test
    void aMapHasItsFiveShadesAndEveryFigureInWords() throws Exception {
        DrawingPicture map = new DrawingPicture(Documents.map("kaart"), Texts.DUTCH);
        ByteArrayOutputStream painted = new ByteArrayOutputStream();
        map.writePng(painted);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(painted.toByteArray()));

        for (int number = 1; number <= 5; number++) {
            int shade = Color.decode(Ink.ofClass(number).colour()).getRGB();
            assertThat(IntStream.range(0, image.getWidth() * image.getHeight())
                            .filter(place -> image.getRGB(place % image.getWidth(), place / image.getWidth()) == shade)
                            .count())
                    .as("class %d", number)
                    .isGreaterThan(2_000);
        }
        ByteArrayOutputStream drawn = new ByteArrayOutputStream();
        map.writeSvg(drawn);
        assertThat(drawn.toString(StandardCharsets.UTF_8))
                .contains(">afgeschermd<", ">onbekend<", ">412<", ">Maas<", "Het hoogst is Binnenstad")
                .contains(Ink.UNUSUAL.colour())
                .contains("stroke-dasharray");
    }

    /** Five shades of grey that differ, for who prints without colour: each is darker than the one before. */
    @Test
    void theShadesFallFromLightToDark() {
        List<Double> lightness = IntStream.rangeClosed(1, 5)
                .mapToObj(number -> Color.decode(Ink.ofClass(number).colour()))
                .map(colour -> 0.299 * colour.getRed() + 0.587 * colour.getGreen() + 0.114 * colour.getBlue())
                .toList();
        for (int place = 1; place < lightness.size(); place++) {
            assertThat(lightness.get(place - 1) - lightness.get(place)).isGreaterThan(20);
        }
    }

    @Test
    void namesFitTheirTiles() {
        for (String name : List.of("Boschstraatkwartier", "Sint Maartenspoort", "Dousberg-Hazendans", "X".repeat(60))) {
            Lettering.Fitted fitted = fit(name);
            assertThat(fitted.lines())
                    .hasSizeBetween(1, 3)
                    .allSatisfy(line ->
                            assertThat(Lettering.width(line, fitted.size())).isLessThanOrEqualTo(40));
        }
        assertThat(fit("Boschstraatkwartier").lines()).containsExactly("Boschstraat-", "kwartier");
        assertThat(fit("Dousberg-Hazendans").lines()).containsExactly("Dousberg-", "Hazendans");
        assertThat(fit("Wyck")).isEqualTo(new Lettering.Fitted(List.of("Wyck"), 8.5));
        assertThat(fit("X".repeat(60)).lines().getFirst()).endsWith("\u2026");
    }

    private static Lettering.Fitted fit(String name) {
        return Lettering.fit(name, 40, 3, List.of(8.5, 7.5, 6.5));
    }
}
