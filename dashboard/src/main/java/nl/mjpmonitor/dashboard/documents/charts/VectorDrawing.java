package nl.mjpmonitor.dashboard.documents.charts;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import nl.mjpmonitor.dashboard.documents.AreaMap;
import nl.mjpmonitor.dashboard.documents.Chart;
import nl.mjpmonitor.dashboard.documents.Drawing;

/** A drawing of a document as SVG, with its description inside. */
public final class VectorDrawing {

    private final Drawing drawing;
    private final Locale locale;

    /** @param locale how numbers are written */
    public VectorDrawing(Drawing drawing, Locale locale) {
        this.drawing = drawing;
        this.locale = locale;
    }

    /**
     * Writes the drawing as a file of its own, in UTF-8.
     *
     * @param out stays open
     */
    public void writeFile(OutputStream out) throws XMLStreamException {
        XMLStreamWriter writer =
                XMLOutputFactory.newFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
        writer.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        write(new SvgWriter(writer, (_, _) -> ""));
        writer.writeEndDocument();
        writer.flush();
    }

    /**
     * Writes the drawing as one element of a page that is printed.
     *
     * @param millimetres how wide it is printed; its height follows
     */
    public void writeOnPaper(XMLStreamWriter writer, double millimetres) throws XMLStreamException {
        write(new SvgWriter(
                writer,
                (width, height) -> String.format(
                        Locale.ROOT, "width:%.1fmm;height:%.1fmm", millimetres, millimetres * height / width)));
    }

    private void write(SvgWriter svg) throws XMLStreamException {
        switch (drawing) {
            case Chart chart -> new ChartDrawing(chart, locale).write(svg);
            case AreaMap map -> new MapDrawing(map).write(svg);
        }
    }
}
