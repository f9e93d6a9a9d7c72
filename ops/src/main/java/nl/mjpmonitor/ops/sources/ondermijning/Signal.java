package nl.mjpmonitor.ops.sources.ondermijning;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A signal from receipt to assessment, beyond the last day of the demo if need be.
 *
 * @param caseNumber the case it is treated in, when it was confirmed and has one
 */
record Signal(
        String number,
        LocalDate receivedOn,
        LocalDate enrichedOn,
        LocalDate assessedOn,
        String channel,
        String phenomenon,
        String areaCode,
        boolean isConfirmed,
        @Nullable String caseNumber,
        boolean isWithdrawn) {

    /** How far it is at the end of a day. */
    String status(LocalDate lastDay) {
        if (enrichedOn.isAfter(lastDay)) {
            return "received";
        }
        if (assessedOn.isAfter(lastDay)) {
            return "enriched";
        }
        return isConfirmed ? "confirmed" : "not_confirmed";
    }
}
