package nl.mjpmonitor.warehouse.indicators;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a reader must know about a value beside the number.
 *
 * @param approximate whether it is an estimate ('ca.') in whole or in part
 * @param provenance the weakest of the months in the period
 * @param margin interval of a survey result
 */
public record PointMarks(boolean approximate, Provenance provenance, Optional<Margin> margin) {

    /** Those of most points: nothing in particular, of each provenance. */
    private static final Map<Provenance, PointMarks> PLAIN = Arrays.stream(Provenance.values())
            .collect(Collectors.toUnmodifiableMap(
                    Function.identity(), provenance -> new PointMarks(false, provenance, Optional.empty())));

    /** Nothing to remark. */
    public static final PointMarks NONE = of(false, Provenance.UNMARKED, Optional.empty());

    /** The same as a new one; points that have the same marks share them where they can. */
    static PointMarks of(boolean approximate, Provenance provenance, Optional<Margin> margin) {
        PointMarks plain = PLAIN.get(provenance);
        return approximate || margin.isPresent() || plain == null
                ? new PointMarks(approximate, provenance, margin)
                : plain;
    }
}
