package nl.mjpmonitor.dashboard.documents.pdf;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import nl.mjpmonitor.dashboard.documents.Document;
import nl.mjpmonitor.dashboard.documents.DocumentRenderer;
import nl.mjpmonitor.dashboard.documents.DocumentWords;
import nl.mjpmonitor.dashboard.texts.Texts;

/**
 * Documents as PDF for paper, screen and archive: conforming to PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1) at once, with
 * tags, bookmarks, headers of tables, texts for drawings, and charts as vectors.
 */
public final class PdfRenderer implements DocumentRenderer {

    private static final String STYLE = style();

    /** Where the style sheet names the fonts: which there are depends on what the page says. */
    private static final String FAMILIES = "{families}";

    private final Texts texts;
    private final PrintableText printable = new PrintableText(PrintFonts.upright());

    public PdfRenderer(Texts texts) {
        this.texts = texts;
    }

    @Override
    public String mediaType() {
        return "application/pdf";
    }

    @Override
    public String extension() {
        return "pdf";
    }

    @Override
    public void write(Document document, OutputStream out) throws IOException {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        builder.usePdfAConformance(PdfAConformance.PDFA_2_A);
        builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        String page = page(document);
        Set<OtherScript> scripts = printable.scripts(page);
        PrintFonts.addTo(builder, scripts);
        if (scripts.stream().anyMatch(OtherScript::isRightToLeft)) {
            RightToLeft.addTo(builder);
        }
        try (BatikSVGDrawer drawer = new BatikSVGDrawer()) {
            builder.useSVGDrawer(drawer);
            builder.withProducer("MJP-monitor " + document.origin().codeVersion());
            builder.withHtmlContent(page.replace(FAMILIES, PrintFonts.families(scripts)), null);
            builder.toStream(out);
            builder.run();
        }
    }

    private String page(Document document) throws IOException {
        DocumentWords words = new DocumentWords(texts, document.locale());
        String style = STYLE.replace("{page}", words.page()).replace("{of-pages}", words.ofPages());
        try {
            return new PrintPage(document, words, printable).write(style);
        } catch (XMLStreamException problem) {
            throw new IOException("The document cannot be written", problem);
        }
    }

    private static String style() {
        try (InputStream in = PdfRenderer.class.getResourceAsStream("/documents/print.css")) {
            if (in == null) {
                throw new IllegalStateException("documents/print.css is not packaged");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
