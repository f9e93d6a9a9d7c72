package nl.mjpmonitor.dashboard.figures;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue;
import nl.mjpmonitor.warehouse.indicators.Provenance;
import nl.mjpmonitor.warehouse.indicators.ValueStatus;

/** A remark beside a figure, as a letter; its word stands in the key below the table. */
public enum PointMark {
    /** The source may still restate it. */
    PROVISIONAL("v"),
    /** An estimate ('ca.'). */
    APPROXIMATE("c"),
    /** Only the sum over several years is published; its spread over them is demonstration. */
    SPREAD("s"),
    /** Made for the demonstration. */
    DEMONSTRATION("d");

    private final String letter;

    PointMark(String letter) {
        this.letter = letter;
    }

    /** The letter in the table. */
    public String letter() {
        return letter;
    }

    /** Key of its word in the texts. */
    public String textKey() {
        return "mark." + name().toLowerCase(Locale.ROOT);
    }

    /** The marks of a point, none for a point without a figure. */
    public static Set<PointMark> of(IndicatorPoint point) {
        Set<PointMark> marks = EnumSet.noneOf(PointMark.class);
        boolean hasFigure = switch (point.value()) {
            case IndicatorValue.Counted(var _, ValueStatus status) -> addProvisional(marks, status);
            case IndicatorValue.Measured(var _, ValueStatus status) -> addProvisional(marks, status);
            case IndicatorValue.Unknown _, IndicatorValue.Suppressed _, IndicatorValue.NotApplicable _ -> false;
        };
        if (hasFigure) {
            if (point.marks().approximate()) {
                marks.add(APPROXIMATE);
            }
            if (point.marks().provenance() == Provenance.PUBLISHED_PERIOD) {
                marks.add(SPREAD);
            } else if (point.marks().provenance() == Provenance.DEMONSTRATION) {
                marks.add(DEMONSTRATION);
            }
        }
        return marks;
    }

    /** The letters of the marks, such as {@code v d}. */
    public static String letters(Set<PointMark> marks) {
        return marks.stream().map(PointMark::letter).collect(Collectors.joining("\u00a0"));
    }

    private static boolean addProvisional(Set<PointMark> marks, ValueStatus status) {
        if (status == ValueStatus.VOORLOPIG) {
            marks.add(PROVISIONAL);
        }
        return true;
    }
}
