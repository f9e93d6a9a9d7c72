package nl.mjpmonitor.dashboard.documents.sheets;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import nl.mjpmonitor.dashboard.documents.Document;

/** The files that together are an OpenDocument workbook. The media type comes first and unpacked, so that it can be recognised. */
final class OdsPackage {

    static final String MEDIA_TYPE = "application/vnd.oasis.opendocument.spreadsheet";

    private static final String XML = "text/xml";
    private static final List<String> PARTS = List.of("content.xml", "styles.xml", "settings.xml", "meta.xml");

    private static final int PIECE = 32 * 1024;

    private final ZipOutputStream zip;
    private final XMLOutputFactory factory = XMLOutputFactory.newFactory();

    OdsPackage(OutputStream out) throws IOException {
        zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        byte[] mediaType = MEDIA_TYPE.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(mediaType);
        ZipEntry entry = new ZipEntry("mimetype");
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(mediaType.length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(mediaType);
        zip.closeEntry();
    }

    /** Starts the sheets. */
    OdsWriter content(Locale locale) throws IOException, XMLStreamException {
        OdsWriter sheets = new OdsWriter(start("content.xml"), locale);
        sheets.open();
        return sheets;
    }

    /** Ends the sheets and writes what stands beside them. */
    void finish(Document document, OdsWriter sheets) throws IOException, XMLStreamException {
        sheets.close();
        zip.closeEntry();
        writeStyles();
        writeSettings(sheets.frozenRows());
        writeMeta(document);
        writeManifest();
        zip.finish();
        zip.flush();
    }

    private void writeStyles() throws IOException, XMLStreamException {
        XMLStreamWriter out = start("styles.xml");
        root(out, "document-styles", Map.of());
        out.writeEmptyElement("office", "styles", OdsNames.OFFICE);
        end(out);
    }

    private void writeSettings(Map<String, Integer> frozenRows) throws IOException, XMLStreamException {
        XMLStreamWriter out = start("settings.xml");
        root(out, "document-settings", Map.of("config", OdsNames.CONFIG));
        out.writeStartElement("office", "settings", OdsNames.OFFICE);
        config(out, "config-item-set", "ooo:view-settings");
        config(out, "config-item-map-indexed", "Views");
        out.writeStartElement("config", "config-item-map-entry", OdsNames.CONFIG);
        item(out, "ViewId", "string", "view1");
        config(out, "config-item-map-named", "Tables");
        for (Map.Entry<String, Integer> frozen : frozenRows.entrySet()) {
            config(out, "config-item-map-entry", frozen.getKey());
            item(out, "VerticalSplitMode", "short", "2");
            item(out, "VerticalSplitPosition", "int", frozen.getValue().toString());
            item(out, "PositionBottom", "int", frozen.getValue().toString());
            item(out, "ActiveSplitRange", "short", "2");
            out.writeEndElement();
        }
        for (int open = 0; open < 5; open++) {
            out.writeEndElement();
        }
        end(out);
    }

    private static void config(XMLStreamWriter out, String element, String name) throws XMLStreamException {
        out.writeStartElement("config", element, OdsNames.CONFIG);
        out.writeAttribute("config", OdsNames.CONFIG, "name", name);
    }

    private static void item(XMLStreamWriter out, String name, String type, String value) throws XMLStreamException {
        config(out, "config-item", name);
        out.writeAttribute("config", OdsNames.CONFIG, "type", type);
        out.writeCharacters(value);
        out.writeEndElement();
    }

    private void writeMeta(Document document) throws IOException, XMLStreamException {
        XMLStreamWriter out = start("meta.xml");
        root(out, "document-meta", Map.of("meta", OdsNames.META, "dc", OdsNames.DC));
        out.writeStartElement("office", "meta", OdsNames.OFFICE);
        element(
                out,
                "meta",
                OdsNames.META,
                "generator",
                "MJP-monitor " + document.origin().codeVersion());
        element(out, "dc", OdsNames.DC, "title", document.title());
        element(out, "dc", OdsNames.DC, "subject", document.subtitle());
        element(out, "dc", OdsNames.DC, "date", document.origin().madeAt().toString());
        element(out, "dc", OdsNames.DC, "language", document.locale().toLanguageTag());
        out.writeEndElement();
        end(out);
    }

    private static void element(XMLStreamWriter out, String prefix, String namespace, String name, String text)
            throws XMLStreamException {
        out.writeStartElement(prefix, name, namespace);
        out.writeCharacters(SheetText.of(text));
        out.writeEndElement();
    }

    private void writeManifest() throws IOException, XMLStreamException {
        XMLStreamWriter out = start("META-INF/manifest.xml");
        out.writeStartElement("manifest", "manifest", OdsNames.MANIFEST);
        out.writeNamespace("manifest", OdsNames.MANIFEST);
        out.writeAttribute("manifest", OdsNames.MANIFEST, "version", OdsNames.VERSION);
        file(out, "/", MEDIA_TYPE);
        for (String part : PARTS) {
            file(out, part, XML);
        }
        end(out);
    }

    private static void file(XMLStreamWriter out, String path, String mediaType) throws XMLStreamException {
        out.writeEmptyElement("manifest", "file-entry", OdsNames.MANIFEST);
        out.writeAttribute("manifest", OdsNames.MANIFEST, "full-path", path);
        out.writeAttribute("manifest", OdsNames.MANIFEST, "media-type", mediaType);
    }

    private XMLStreamWriter start(String name) throws IOException, XMLStreamException {
        zip.putNextEntry(new ZipEntry(name));
        // to a stream of bytes it would hand over byte by byte, and the zip packs whatever it is handed
        XMLStreamWriter out = factory.createXMLStreamWriter(
                new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8), PIECE));
        out.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        return out;
    }

    static void root(XMLStreamWriter out, String name, Map<String, String> namespaces) throws XMLStreamException {
        out.writeStartElement("office", name, OdsNames.OFFICE);
        out.writeNamespace("office", OdsNames.OFFICE);
        for (Map.Entry<String, String> namespace : namespaces.entrySet()) {
            out.writeNamespace(namespace.getKey(), namespace.getValue());
        }
        out.writeAttribute("office", OdsNames.OFFICE, "version", OdsNames.VERSION);
    }

    /** Ends the root and the file. */
    private void end(XMLStreamWriter out) throws IOException, XMLStreamException {
        out.writeEndDocument();
        out.flush();
        zip.closeEntry();
    }
}
