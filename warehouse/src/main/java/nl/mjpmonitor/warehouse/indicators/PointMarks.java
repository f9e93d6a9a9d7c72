package nl.mjpmonitor.warehouse.indicators;

import java.util.Optional;

/**
 * What a reader must know about a value beside the number.
 *
 * @param approximate whether it is an estimate ('ca.') in whole or in part
 * @param provenance the weakest of the months in the period
 * @param margin interval of a survey result
 */
public record PointMarks(boolean approximate, Provenance provenance, Optional<Margin> margin) {

    /** Nothing to remark. */
    public static final PointMarks NONE = new PointMarks(false, Provenance.UNMARKED, Optional.empty());
}
