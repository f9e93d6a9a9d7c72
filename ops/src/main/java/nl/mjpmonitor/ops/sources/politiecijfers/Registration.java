package nl.mjpmonitor.ops.sources.politiecijfers;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.OptionalInt;

/**
 * The registrations of one cell.
 *
 * @param count number of registrations; empty when it is unknown
 */
record Registration(String policeClass, String areaCode, YearMonth month, OptionalInt count) {
    static final Comparator<Registration> BY_CELL = Comparator.comparing(Registration::month)
            .thenComparing(Registration::policeClass)
            .thenComparing(Registration::areaCode);
}
