package nl.mjpmonitor.dashboard.figures;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * The course of a figure without axes, a gap where it is unknown and a dot on its last point; hollow when that is provisional. It
 * has a scale of its own, and is a decoration: the words beside it say what matters.
 */
public final class Sparkline extends Span {

    private static final double WIDTH = 160;
    private static final double HEIGHT = 36;
    private static final double EDGE = 4;

    /**
     * One point.
     *
     * @param value empty when it is not known
     */
    public record Point(OptionalDouble value, boolean isProvisional) {}

    /** The range that is normal. */
    public record Band(double lower, double upper) {}

    private record Place(double x, double y) {

        String text() {
            return String.format(Locale.ROOT, "%.1f,%.1f", x, y);
        }
    }

    private final Svg drawing = new Svg();

    public Sparkline() {
        addClassName("sparkline");
        getElement().setAttribute("aria-hidden", "true");
        add(drawing);
    }

    /** Draws the points, oldest first; nothing when fewer than two are known. */
    public void show(List<Point> points, Optional<Band> band) {
        boolean isKnown =
                points.stream().filter(point -> point.value().isPresent()).count() > 1;
        setVisible(isKnown);
        if (isKnown) {
            drawing.setSvg(new Drawing(points, band).svg());
        }
    }

    private static final class Drawing {

        private final List<Point> points;
        private final Optional<Band> band;
        private final double lowest;
        private final double highest;

        Drawing(List<Point> points, Optional<Band> band) {
            this.points = points;
            this.band = band;
            List<Double> values = new ArrayList<>();
            points.forEach(point -> point.value().ifPresent(values::add));
            band.ifPresent(normal -> values.addAll(List.of(normal.lower(), normal.upper())));
            this.lowest = values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
            this.highest =
                    values.stream().mapToDouble(Double::doubleValue).max().orElse(1);
        }

        String svg() {
            return String.format(
                    Locale.ROOT,
                    "<svg viewBox=\"0 0 %.0f %.0f\" preserveAspectRatio=\"none\" focusable=\"false\">%s%s%s</svg>",
                    WIDTH,
                    HEIGHT,
                    band.map(this::rectangle).orElse(""),
                    lines(),
                    lastDot());
        }

        private String rectangle(Band normal) {
            return String.format(
                    Locale.ROOT,
                    "<rect class=\"band\" x=\"0\" y=\"%.1f\" width=\"%.0f\" height=\"%.1f\"/>",
                    y(normal.upper()),
                    WIDTH,
                    Math.max(1, y(normal.lower()) - y(normal.upper())));
        }

        /** One line for each stretch of known points. */
        private String lines() {
            StringBuilder lines = new StringBuilder();
            List<Place> stretch = new ArrayList<>();
            for (int i = 0; i < points.size(); i++) {
                OptionalDouble value = points.get(i).value();
                if (value.isPresent()) {
                    stretch.add(new Place(x(i), y(value.getAsDouble())));
                } else {
                    lines.append(line(stretch));
                    stretch.clear();
                }
            }
            return lines.append(line(stretch)).toString();
        }

        private static String line(List<Place> stretch) {
            return stretch.size() < 2
                    ? ""
                    : "<polyline points=\"" + stretch.stream().map(Place::text).collect(Collectors.joining(" "))
                            + "\"/>";
        }

        private String lastDot() {
            for (int i = points.size() - 1; i >= 0; i--) {
                Point point = points.get(i);
                if (point.value().isPresent()) {
                    // a line without length keeps its round ends round, however the drawing is stretched
                    String dot = new Place(x(i), y(point.value().getAsDouble())).text();
                    return "<path class=\"dot\" d=\"M" + dot + "h0\"/>"
                            + (point.isProvisional() ? "<path class=\"hole\" d=\"M" + dot + "h0\"/>" : "");
                }
            }
            return "";
        }

        private double x(int index) {
            return EDGE + index * (WIDTH - 2 * EDGE) / (points.size() - 1);
        }

        private double y(double value) {
            double share = highest == lowest ? 0.5 : (value - lowest) / (highest - lowest);
            return HEIGHT - EDGE - share * (HEIGHT - 2 * EDGE);
        }
    }
}
