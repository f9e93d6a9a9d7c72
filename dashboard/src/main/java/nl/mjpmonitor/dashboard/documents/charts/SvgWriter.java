package nl.mjpmonitor.dashboard.documents.charts;

import java.util.Locale;
import java.util.function.BiFunction;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes the few shapes drawings are made of. Coordinates are in units of the drawing. */
final class SvgWriter {

    enum Anchor {
        START,
        MIDDLE,
        END
    }

    /** How the border of a box is drawn. */
    enum Border {
        NONE(Ink.PAPER, 0, ""),
        THIN(Ink.AXIS, 0.6, ""),
        DASHED(Ink.AXIS, 0.6, "2.5 1.8"),
        UNUSUAL(Ink.UNUSUAL, 2.2, "");

        private final Ink ink;
        private final double thickness;
        private final String dashes;

        Border(Ink ink, double thickness, String dashes) {
            this.ink = ink;
            this.thickness = thickness;
            this.dashes = dashes;
        }

        double thickness() {
            return thickness;
        }
    }

    static final String NAMESPACE = "http://www.w3.org/2000/svg";

    private static final double SIZE = 12;

    private final XMLStreamWriter out;
    private final BiFunction<Integer, Integer, String> style;

    /** @param style what the page that it stands on says of its size, given its width and height; empty when nothing */
    SvgWriter(XMLStreamWriter out, BiFunction<Integer, Integer, String> style) {
        this.out = out;
        this.style = style;
    }

    void start(int width, int height, String description) throws XMLStreamException {
        out.writeStartElement("svg");
        out.writeDefaultNamespace(NAMESPACE);
        out.writeAttribute("width", Integer.toString(width));
        out.writeAttribute("height", Integer.toString(height));
        out.writeAttribute("viewBox", "0 0 " + width + " " + height);
        String size = style.apply(width, height);
        if (!size.isEmpty()) {
            out.writeAttribute("style", size);
        }
        out.writeAttribute("role", "img");
        out.writeAttribute("alt", description);
        out.writeAttribute("title", description);
        out.writeAttribute("font-family", "Source Sans 3");
        out.writeStartElement("title");
        out.writeCharacters(description);
        out.writeEndElement();
    }

    void end() throws XMLStreamException {
        out.writeEndElement();
    }

    void rectangle(double x, double y, double width, double height, Ink ink, boolean isProvisional)
            throws XMLStreamException {
        out.writeEmptyElement("rect");
        attribute("x", x);
        attribute("y", y);
        attribute("width", width);
        attribute("height", height);
        if (isProvisional) {
            out.writeAttribute("fill", "#ffffff");
            out.writeAttribute("stroke", ink.colour());
            out.writeAttribute("stroke-dasharray", "3 2");
        } else {
            out.writeAttribute("fill", ink.colour());
        }
    }

    void line(double x1, double y1, double x2, double y2, Ink ink, double thickness, String dashes)
            throws XMLStreamException {
        out.writeEmptyElement("line");
        attribute("x1", x1);
        attribute("y1", y1);
        attribute("x2", x2);
        attribute("y2", y2);
        out.writeAttribute("stroke", ink.colour());
        attribute("stroke-width", thickness);
        if (!dashes.isEmpty()) {
            out.writeAttribute("stroke-dasharray", dashes);
        }
    }

    void dot(double x, double y, Ink ink, boolean isProvisional) throws XMLStreamException {
        out.writeEmptyElement("circle");
        attribute("cx", x);
        attribute("cy", y);
        attribute("r", 2.6);
        out.writeAttribute("fill", isProvisional ? "#ffffff" : ink.colour());
        out.writeAttribute("stroke", ink.colour());
    }

    void box(double x, double y, double width, double height, double corner, Ink ink, Border border)
            throws XMLStreamException {
        out.writeEmptyElement("rect");
        attribute("x", x);
        attribute("y", y);
        attribute("width", width);
        attribute("height", height);
        attribute("rx", corner);
        out.writeAttribute("fill", ink.colour());
        if (border != Border.NONE) {
            out.writeAttribute("stroke", border.ink.colour());
            attribute("stroke-width", border.thickness);
        }
        if (!border.dashes.isEmpty()) {
            out.writeAttribute("stroke-dasharray", border.dashes);
        }
    }

    /** A text that runs from below to above, centred around a point. */
    void upright(double x, double y, String text, Ink ink, double size) throws XMLStreamException {
        out.writeStartElement("text");
        out.writeAttribute("transform", "rotate(-90 " + number(x) + " " + number(y) + ")");
        lettering(x, y, text, ink, Anchor.MIDDLE, size);
    }

    void text(double x, double y, String text, Ink ink, Anchor anchor) throws XMLStreamException {
        text(x, y, text, ink, anchor, SIZE);
    }

    void text(double x, double y, String text, Ink ink, Anchor anchor, double size) throws XMLStreamException {
        out.writeStartElement("text");
        lettering(x, y, text, ink, anchor, size);
    }

    private void lettering(double x, double y, String text, Ink ink, Anchor anchor, double size)
            throws XMLStreamException {
        attribute("x", x);
        attribute("y", y);
        attribute("font-size", size);
        out.writeAttribute("fill", ink.colour());
        out.writeAttribute("text-anchor", anchor.name().toLowerCase(Locale.ROOT));
        out.writeCharacters(text);
        out.writeEndElement();
    }

    private void attribute(String name, double value) throws XMLStreamException {
        out.writeAttribute(name, number(value));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
