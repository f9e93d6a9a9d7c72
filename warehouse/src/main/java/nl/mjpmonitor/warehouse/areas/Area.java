package nl.mjpmonitor.warehouse.areas;

import java.util.Optional;

/**
 * One area of the municipality.
 *
 * @param code CBS code; the remainder has the project's own code BU09359999
 * @param name Dutch name
 * @param kind what it is
 * @param parent the wijk of a buurt, the municipality of a wijk or of the remainder; empty for the municipality
 * @param inhabitants inhabitants on 1 January 2024, a buurt rounded to five by CBS, larger areas the sum of their
 *     buurten; 0 for the remainder
 */
public record Area(AreaCode code, String name, AreaKind kind, Optional<AreaCode> parent, int inhabitants) {}
