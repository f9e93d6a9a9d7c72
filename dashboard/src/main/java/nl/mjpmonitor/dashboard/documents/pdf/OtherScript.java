package nl.mjpmonitor.dashboard.documents.pdf;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What people write that the font of the documents does not have, each with a font of its own. In the order in which they are tried. */
enum OtherScript {
    HEBREW("Noto Sans Hebrew", "NotoSansHebrew-Regular", true),
    ARABIC("Noto Sans Arabic", "NotoSansArabic-Regular", true),
    EMOJI("Noto Emoji", "NotoEmoji-Regular", false);

    private final String family;
    private final String file;
    private final boolean isRightToLeft;

    OtherScript(String family, String file, boolean isRightToLeft) {
        this.family = family;
        this.file = file;
        this.isRightToLeft = isRightToLeft;
    }

    /** The fonts, read when the first character asks for one. */
    private static final class Fonts {

        static final Map<OtherScript, byte[]> BYTES = all(script -> PrintFonts.read(script.file));
        static final Map<OtherScript, Font> FONTS = all(Fonts::font);

        private static <T> Map<OtherScript, T> all(Function<OtherScript, T> one) {
            return Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Function.identity(), one));
        }

        private static Font font(OtherScript script) {
            try {
                return Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(script.bytes()));
            } catch (IOException | FontFormatException problem) {
                throw new IllegalStateException("The font " + script.family + " cannot be read", problem);
            }
        }
    }

    String family() {
        return family;
    }

    /** Its font; nobody changes the bytes. */
    byte[] bytes() {
        return Objects.requireNonNull(Fonts.BYTES.get(this));
    }

    /** Whether it is written from right to left. */
    boolean isRightToLeft() {
        return isRightToLeft;
    }

    boolean has(int character) {
        return Objects.requireNonNull(Fonts.FONTS.get(this)).canDisplay(character);
    }
}
