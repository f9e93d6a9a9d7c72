package nl.mjpmonitor.dashboard.documents.sheets;

import java.io.IOException;
import java.io.OutputStream;
import nl.mjpmonitor.dashboard.documents.Document;
import nl.mjpmonitor.dashboard.documents.DocumentRenderer;
import nl.mjpmonitor.dashboard.documents.DocumentWords;
import nl.mjpmonitor.dashboard.texts.Texts;
import org.dhatim.fastexcel.Workbook;

/** Documents as a workbook in Office Open XML (ISO/IEC 29500), written row after row. */
public final class XlsxRenderer implements DocumentRenderer {

    private static final String APPLICATION = "MJP-monitor";

    /** The format asks for a number of this form; the version of the software stands in the sheet of origin. */
    private static final String APPLICATION_VERSION = "1.0";

    private final Texts texts;

    public XlsxRenderer(Texts texts) {
        this.texts = texts;
    }

    @Override
    public String mediaType() {
        return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    }

    @Override
    public String extension() {
        return "xlsx";
    }

    @Override
    public void write(Document document, OutputStream out) throws IOException {
        try (Workbook workbook = new Workbook(new KeptOpen(out), APPLICATION, APPLICATION_VERSION)) {
            workbook.properties().setTitle(SheetText.of(document.title()));
            workbook.properties().setSubject(SheetText.of(document.subtitle()));
            DocumentWords words = new DocumentWords(texts, document.locale());
            new SheetLayout(document, words, new XlsxWriter(workbook)).write();
        }
    }
}
