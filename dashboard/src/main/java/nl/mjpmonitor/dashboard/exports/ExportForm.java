package nl.mjpmonitor.dashboard.exports;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The forms in which figures can be taken along. */
public enum ExportForm {
    /** The figures of one series, a record a period. */
    CSV,
    /** Every table of the document, with a description for programs. */
    CSVW,
    XLSX,
    ODS,
    JSON,
    PDF,
    /** The first chart, as a drawing. */
    SVG,
    /** The first chart, as a picture. */
    PNG;

    /** Its word in addresses and texts. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty when there is no such form. */
    public static Optional<ExportForm> of(String word) {
        return Arrays.stream(values()).filter(form -> form.word().equals(word)).findFirst();
    }

    /** Whether it shows nothing but a chart. */
    public boolean isPicture() {
        return this == SVG || this == PNG;
    }
}
