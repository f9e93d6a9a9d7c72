package nl.mjpmonitor.dashboard.documents.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import nl.mjpmonitor.dashboard.documents.Documents;
import nl.mjpmonitor.dashboard.texts.Texts;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class ChartPictureTest {

    private final ChartPicture picture = new ChartPicture(Documents.bars("grafiek"), Texts.DUTCH);

    @Test
    void thePictureShowsBarsOnWhite() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        picture.writePng(out);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(out.toByteArray()));

        assertThat(image.getWidth()).isEqualTo(ChartPicture.WIDTH);
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
}
