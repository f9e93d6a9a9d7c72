package nl.mjpmonitor.dashboard.documents.charts;

import java.awt.Color;
import java.awt.GraphicsEnvironment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;
import nl.mjpmonitor.dashboard.documents.Drawing;
import org.apache.batik.transcoder.SVGAbstractTranscoder;
import org.apache.batik.transcoder.TranscoderException;
import org.apache.batik.transcoder.TranscoderInput;
import org.apache.batik.transcoder.TranscoderOutput;
import org.apache.batik.transcoder.image.PNGTranscoder;

/** A drawing as a picture of its own, to paste elsewhere: on white, with the words of its description inside the SVG. */
public final class DrawingPicture {

    /** Width of the picture in points: sharp on a page and on a slide. */
    public static final int WIDTH = 1_440;

    static {
        // without it the machine's own font is used; machines differ in which they have
        GraphicsEnvironment.getLocalGraphicsEnvironment().registerFont(Lettering.font());
    }

    private final VectorDrawing drawing;

    /** @param locale how numbers are written */
    public DrawingPicture(Drawing drawing, Locale locale) {
        this.drawing = new VectorDrawing(drawing, locale);
    }

    /**
     * Writes the drawing as SVG, in UTF-8.
     *
     * @param out stays open
     */
    public void writeSvg(OutputStream out) throws IOException {
        try {
            drawing.writeFile(out);
        } catch (XMLStreamException problem) {
            throw new IOException("The drawing cannot be written", problem);
        }
    }

    /**
     * Writes the drawing as PNG, {@value #WIDTH} points wide.
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
            throw new IOException("The drawing cannot be painted", problem);
        }
    }
}
