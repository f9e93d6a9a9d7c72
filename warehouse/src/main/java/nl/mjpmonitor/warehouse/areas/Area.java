package nl.mjpmonitor.warehouse.areas;

import java.util.Optional;

/**
 * One area: of the municipality, or one to compare it with.
 *
 * @param code CBS code or one of the project's own
 * @param name Dutch name
 * @param kind what it is
 * @param parent the wijk of a buurt, the municipality of a wijk, stadsdeel, LWA area or of the remainder; else empty
 * @param inhabitants newest number of inhabitants that the reference data knows, in the packaged data that of 1 January
 *     2024; a buurt is rounded to five by CBS; 0 for the remainder
 * @param validity days on which the area exists
 * @param isDemonstration whether its borders are an example instead of the real ones
 */
public record Area(
        AreaCode code,
        String name,
        AreaKind kind,
        Optional<AreaCode> parent,
        int inhabitants,
        Validity validity,
        boolean isDemonstration) {

    /** An area that always exists. */
    public Area(AreaCode code, String name, AreaKind kind, Optional<AreaCode> parent, int inhabitants) {
        this(code, name, kind, parent, inhabitants, Validity.ALWAYS, false);
    }
}
