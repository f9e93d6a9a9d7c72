package nl.mjpmonitor.dashboard.documents.pdf;

import com.ibm.icu.text.ArabicShaping;
import com.ibm.icu.text.ArabicShapingException;
import com.ibm.icu.text.Bidi;
import com.ibm.icu.text.BidiRun;
import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiTextRun;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;

/** Lets a page set what is written from right to left, between or beside what is not, with the letters of Arabic joined. */
final class RightToLeft {

    private RightToLeft() {}

    static void addTo(PdfRendererBuilder builder) {
        builder.useUnicodeBidiSplitter(Splitter::new);
        builder.useUnicodeBidiReorderer(new Reorderer());
    }

    /** Divides a paragraph into runs of one direction. */
    private static final class Splitter implements BidiSplitter {

        private final Bidi bidi = new Bidi();

        @Override
        public void setParagraph(String text, byte defaultDirection) {
            bidi.setPara(
                    text,
                    switch (defaultDirection) {
                        case BidiSplitter.RTL -> Bidi.RTL;
                        case BidiSplitter.NEUTRAL -> Bidi.LEVEL_DEFAULT_LTR;
                        default -> Bidi.LTR;
                    },
                    null);
        }

        @Override
        public int countTextRuns() {
            return bidi.countRuns();
        }

        @Override
        public BidiTextRun getVisualRun(int number) {
            BidiRun run = bidi.getVisualRun(number);
            return new BidiTextRun(
                    run.getStart(), run.getLength(), run.isOddRun() ? BidiSplitter.RTL : BidiSplitter.LTR);
        }

        @Override
        public byte getBaseDirection(String text) {
            return switch (Bidi.getBaseDirection(text)) {
                case Bidi.RTL -> BidiSplitter.RTL;
                case Bidi.LTR -> BidiSplitter.LTR;
                default -> BidiSplitter.NEUTRAL;
            };
        }
    }

    /** Turns runs into the order in which they are drawn. */
    private static final class Reorderer implements BidiReorderer {

        private static final ArabicShaping JOIN = new ArabicShaping(
                ArabicShaping.LETTERS_SHAPE | ArabicShaping.TEXT_DIRECTION_LOGICAL | ArabicShaping.LENGTH_GROW_SHRINK);
        private static final ArabicShaping PART = new ArabicShaping(ArabicShaping.LETTERS_UNSHAPE
                | ArabicShaping.TEXT_DIRECTION_LOGICAL
                | ArabicShaping.LENGTH_GROW_SHRINK);

        @Override
        public String reorderRTLTextToLTR(String text) {
            return Bidi.writeReverse(text, Bidi.DO_MIRRORING);
        }

        @Override
        public String shapeText(String text) {
            return shaped(JOIN, text);
        }

        @Override
        public String deshapeText(String text) {
            return shaped(PART, text);
        }

        private static String shaped(ArabicShaping shaping, String text) {
            try {
                return shaping.shape(text);
            } catch (ArabicShapingException problem) {
                throw new IllegalStateException("Arabic letters cannot be joined", problem);
            }
        }

        @Override
        public boolean isLiveImplementation() {
            return true;
        }
    }
}
