package nl.mjpmonitor.dashboard.documents.charts;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;
import nl.mjpmonitor.dashboard.documents.Chart;
import org.apache.batik.transcoder.SVGAbstractTranscoder;
import org.apache.batik.transcoder.TranscoderException;
import org.apache.batik.transcoder.TranscoderInput;
import org.apache.batik.transcoder.TranscoderOutput;
import org.apache.batik.transcoder.image.PNGTranscoder;

/** A chart as a picture of its own, to paste elsewhere: on white, with the words of the chart's description inside the SVG. */
public final class ChartPicture {

    /** Width of the picture in points: sharp on a page and on a slide. */
    public static final int WIDTH = 1_440;

    static {
        register("SourceSans3-Regular");
    }

    private final ChartDrawing drawing;

    /** @param locale how numbers are written */
    public ChartPicture(Chart chart, Locale locale) {
        this.drawing = new ChartDrawing(chart, locale);
    }

    /**
     * Writes the chart as SVG, in UTF-8.
     *
     * @param out stays open
     */
    public void writeSvg(OutputStream out) throws IOException {
        try {
            drawing.writeFile(out);
        } catch (XMLStreamException problem) {
            throw new IOException("The chart cannot be drawn", problem);
        }
    }

    /**
     * Writes the chart as PNG, {@value #WIDTH} points wide.
     *
     * @param out stays open
     */
    public void writePng(OutputStream out) throws IOException {
        ByteArrayOutputStream svg = new ByteArrayOutputStream();
        writeSvg(svg);
        PNGTranscoder transcoder = new PNGTranscoder();
        transcoder.addTranscodingHint(SVGAbstractTranscoder.KEY_WIDTH, (float) WIDTH);
        transcoder.addTranscodingHint(PNGTranscoder.KEY_BACKGROUND_COLOR, Color.WHITE);
        transcoder.addTranscodingHint(SVGAbstractTranscoder.KEY_ALLOW_EXTERNAL_RESOURCES, false);
        try {
            transcoder.transcode(
                    new TranscoderInput(new ByteArrayInputStream(svg.toByteArray())), new TranscoderOutput(out));
        } catch (TranscoderException problem) {
            throw new IOException("The chart cannot be painted", problem);
        }
    }

    /** Without it the machine's own font is used; machines differ in which they have. */
    private static void register(String name) {
        try (InputStream in = ChartPicture.class.getResourceAsStream("/fonts/" + name + ".ttf")) {
            if (in == null) {
                throw new IllegalStateException("Font " + name + " is not packaged");
            }
            GraphicsEnvironment.getLocalGraphicsEnvironment().registerFont(Font.createFont(Font.TRUETYPE_FONT, in));
        } catch (IOException | FontFormatException problem) {
            throw new IllegalStateException("Font " + name + " cannot be read", problem);
        }
    }
}
