package nl.mjpmonitor.dashboard.documents;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * One series of a chart.
 *
 * @param name what it is
 * @param values one a label; empty where there is no number
 * @param isProvisional one a label, whether it may still change
 */
public record ChartLine(String name, List<Optional<BigDecimal>> values, List<Boolean> isProvisional) {

    public ChartLine {
        values = List.copyOf(values);
        isProvisional = List.copyOf(isProvisional);
        if (values.size() != isProvisional.size()) {
            throw new IllegalArgumentException("'" + name + "' says of " + isProvisional.size() + " of its "
                    + values.size() + " values whether they may change");
        }
    }
}
