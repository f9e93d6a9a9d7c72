package nl.mjpmonitor.dashboard.documents.pdf;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.awt.Font;
import java.awt.FontFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The font of all documents, Source Sans 3, embedded in each; and the fonts of other scripts, embedded where they are needed. */
final class PrintFonts {

    private static final String FAMILY = "Source Sans 3";
    private static final Map<Integer, byte[]> UPRIGHT =
            Map.of(400, read("SourceSans3-Regular"), 600, read("SourceSans3-Semibold"));
    private static final byte[] ITALIC = read("SourceSans3-It");

    /** Layout of the table directory of an OpenType font. */
    private static final int TABLE_COUNT_AT = 4;

    private static final int TABLES_AT = 12;
    private static final int TABLE_RECORD = 16;
    private static final int SUBSTITUTIONS = tag("GSUB");
    private static final int NO_SUBSTITUTIONS = tag("gsub");

    private PrintFonts() {}

    private static int tag(String letters) {
        return ByteBuffer.wrap(letters.getBytes(StandardCharsets.US_ASCII)).getInt();
    }

    static void addTo(PdfRendererBuilder builder, Set<OtherScript> scripts) {
        UPRIGHT.forEach((weight, bytes) -> add(builder, FAMILY, bytes, weight, FontStyle.NORMAL));
        add(builder, FAMILY, ITALIC, 400, FontStyle.ITALIC);
        scripts.forEach(script -> add(builder, script.family(), script.bytes(), 400, FontStyle.NORMAL));
    }

    /** What a style sheet calls them: the font of the documents first. */
    static String families(Set<OtherScript> scripts) {
        return Stream.concat(Stream.of(FAMILY), scripts.stream().map(OtherScript::family))
                .map(family -> "'" + family + "'")
                .collect(Collectors.joining(", "));
    }

    /** The upright font, to ask which characters it has. */
    static Font upright() {
        try {
            return Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(read("SourceSans3-Regular")));
        } catch (IOException | FontFormatException problem) {
            throw new IllegalStateException("The font of the documents cannot be read", problem);
        }
    }

    private static void add(PdfRendererBuilder builder, String family, byte[] font, int weight, FontStyle style) {
        byte[] bytes = withoutSubstitutions(font);
        FSSupplier<InputStream> supplier = () -> new ByteArrayInputStream(bytes);
        builder.useFont(supplier, family, weight, style, true, EnumSet.of(FSFontUseCase.DOCUMENT, FSFontUseCase.SVG));
    }

    /**
     * The font without its ligatures: their glyphs stand for no character of their own, and PDF/A asks a character for each glyph.
     * The table of substitutions gets a tag that no reader looks for.
     */
    private static byte[] withoutSubstitutions(byte[] font) {
        ByteBuffer renamed = ByteBuffer.wrap(font.clone());
        int tables = renamed.getShort(TABLE_COUNT_AT);
        for (int place = TABLES_AT; place < TABLES_AT + tables * TABLE_RECORD; place += TABLE_RECORD) {
            if (renamed.getInt(place) == SUBSTITUTIONS) {
                renamed.putInt(place, NO_SUBSTITUTIONS);
            }
        }
        return renamed.array();
    }

    static byte[] read(String name) {
        try (InputStream in = PrintFonts.class.getResourceAsStream("/fonts/" + name + ".ttf")) {
            if (in == null) {
                throw new IllegalStateException("Font " + name + " is not packaged");
            }
            return in.readAllBytes();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
