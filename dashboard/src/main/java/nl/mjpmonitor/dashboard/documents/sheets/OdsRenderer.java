package nl.mjpmonitor.dashboard.documents.sheets;

import java.io.IOException;
import java.io.OutputStream;
import javax.xml.stream.XMLStreamException;
import nl.mjpmonitor.dashboard.documents.Document;
import nl.mjpmonitor.dashboard.documents.DocumentRenderer;
import nl.mjpmonitor.dashboard.documents.DocumentWords;
import nl.mjpmonitor.dashboard.texts.Texts;

/** Documents as a workbook in OpenDocument (ISO/IEC 26300, version 1.3), the open standard for Dutch government, written row after row. */
public final class OdsRenderer implements DocumentRenderer {

    private final Texts texts;

    public OdsRenderer(Texts texts) {
        this.texts = texts;
    }

    @Override
    public String mediaType() {
        return OdsPackage.MEDIA_TYPE;
    }

    @Override
    public String extension() {
        return "ods";
    }

    @Override
    public void write(Document document, OutputStream out) throws IOException {
        try {
            OdsPackage ods = new OdsPackage(new KeptOpen(out));
            OdsWriter sheets = ods.content(document.locale());
            new SheetLayout(document, new DocumentWords(texts, document.locale()), sheets).write();
            ods.finish(document, sheets);
        } catch (XMLStreamException problem) {
            throw new IOException("The workbook cannot be written", problem);
        }
    }
}
