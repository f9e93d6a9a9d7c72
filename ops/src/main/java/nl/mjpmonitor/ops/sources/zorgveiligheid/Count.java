package nl.mjpmonitor.ops.sources.zorgveiligheid;

import java.time.YearMonth;
import nl.mjpmonitor.ops.sources.generation.Provenance;

/** A number of a month. */
record Count(YearMonth month, Delivery delivery, Precision precision, Provenance provenance) {
    /** How a number is to be read. */
    enum Precision {
        EXACT,

        /** An estimate: ca. */
        APPROXIMATE,

        /** More than the number: &gt;. */
        LOWER_BOUND
    }

    /** A number that the Zorg- en Veiligheidshuis counted itself, as its register says. */
    static Count own(String register, YearMonth month, int value, Precision precision) {
        return new Count(month, Delivery.own(value, month), precision, Registers.provenance(register, month));
    }
}
