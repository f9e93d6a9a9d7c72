package nl.mjpmonitor.dashboard.documents.charts;

import java.util.Locale;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes the few shapes charts are made of. Coordinates are in units of the drawing. */
final class SvgWriter {

    enum Anchor {
        START,
        MIDDLE,
        END
    }

    static final String NAMESPACE = "http://www.w3.org/2000/svg";

    private final XMLStreamWriter out;

    SvgWriter(XMLStreamWriter out) {
        this.out = out;
    }

    void start(int width, int height, String description) throws XMLStreamException {
        out.writeStartElement("svg");
        out.writeDefaultNamespace(NAMESPACE);
        out.writeAttribute("width", Integer.toString(width));
        out.writeAttribute("height", Integer.toString(height));
        out.writeAttribute("viewBox", "0 0 " + width + " " + height);
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

    void text(double x, double y, String text, Ink ink, Anchor anchor) throws XMLStreamException {
        out.writeStartElement("text");
        attribute("x", x);
        attribute("y", y);
        out.writeAttribute("font-size", "12");
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
