package nl.mjpmonitor.streaming.signals;

import java.util.Map;
import nl.mjpmonitor.warehouse.rows.SignalRow;

/**
 * What is kept of a signal.
 *
 * @param isOpen whether it is open
 * @param openedAtMillis moment from which it is or was open, epoch milliseconds
 * @param figures its figures
 * @param sentenceNl its sentence in Dutch
 * @param sentenceEn its sentence in English
 * @param knownAtMillis moment of its last change, epoch milliseconds
 * @param version version of its last row
 */
public record SignalStand(
        boolean isOpen,
        long openedAtMillis,
        Map<String, String> figures,
        String sentenceNl,
        String sentenceEn,
        long knownAtMillis,
        long version) {

    /** Copies the figures. */
    public SignalStand {
        figures = Map.copyOf(figures);
    }

    static SignalStand of(SignalRow row) {
        return new SignalStand(
                row.isOpen(),
                row.openedAtMillis(),
                row.figures(),
                row.sentenceNl(),
                row.sentenceEn(),
                row.knownAtMillis(),
                row.version());
    }
}
