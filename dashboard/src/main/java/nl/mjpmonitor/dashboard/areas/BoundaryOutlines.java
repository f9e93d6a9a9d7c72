package nl.mjpmonitor.dashboard.areas;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.mjpmonitor.warehouse.areas.AreaCode;

/**
 * Boundaries as they are drawn: on a grid of whole numbers, {@value #WIDTH} wide. Places that fall together are drawn once. Neighbours
 * stay joined, because the same place always falls on the same point of the grid.
 *
 * @param height of the drawing, in the same unit as its width
 */
record BoundaryOutlines(int height, Map<AreaCode, BoundaryOutlines.Outline> outlines) {

    static final int WIDTH = 1_000;

    BoundaryOutlines {
        outlines = Map.copyOf(outlines);
    }

    /**
     * One buurt.
     *
     * @param path the outline as an SVG path
     * @param row place from the north, of the middle of its largest ring
     * @param column place from the west
     */
    record Outline(String path, int row, int column) {}

    private record Point(int x, int y) {}

    static BoundaryOutlines of(Boundaries boundaries) {
        List<Boundaries.Place> all = boundaries.rings().values().stream()
                .flatMap(List::stream)
                .flatMap(List::stream)
                .toList();
        double west =
                all.stream().mapToDouble(Boundaries.Place::longitude).min().orElse(0);
        double east =
                all.stream().mapToDouble(Boundaries.Place::longitude).max().orElse(1);
        double south =
                all.stream().mapToDouble(Boundaries.Place::latitude).min().orElse(0);
        double north =
                all.stream().mapToDouble(Boundaries.Place::latitude).max().orElse(1);
        // so far from the pole and on so small a map, a degree of longitude is everywhere as long as in the middle
        double narrowing = Math.cos(Math.toRadians((north + south) / 2));
        double scale = WIDTH / ((east - west) * narrowing);
        Map<AreaCode, Outline> outlines = new LinkedHashMap<>();
        boundaries
                .rings()
                .forEach((code, rings) -> outlines.put(
                        code,
                        outline(rings.stream()
                                .map(ring -> ring.stream()
                                        .map(place -> new Point(
                                                (int) Math.round((place.longitude() - west) * narrowing * scale),
                                                (int) Math.round((north - place.latitude()) * scale)))
                                        .toList())
                                .toList())));
        return new BoundaryOutlines((int) Math.ceil((north - south) * scale), outlines);
    }

    private static Outline outline(List<List<Point>> rings) {
        StringBuilder path = new StringBuilder();
        List<Point> largest = List.of();
        for (List<Point> ring : rings) {
            List<Point> simple = simplified(ring);
            if (simple.size() > 2) {
                path.append(path(simple));
                largest = Math.abs(area(simple)) > Math.abs(area(largest)) ? simple : largest;
            }
        }
        Point middle = middle(largest.isEmpty() ? rings.getFirst() : largest);
        return new Outline(path.toString(), middle.y(), middle.x());
    }

    /** Without the last place, which is the first again. */
    private static List<Point> simplified(List<Point> ring) {
        List<Point> apart = new ArrayList<>();
        for (Point point : ring.subList(0, ring.size() - 1)) {
            if (apart.isEmpty() || !apart.getLast().equals(point)) {
                apart.add(point);
            }
        }
        while (apart.size() > 1 && apart.getFirst().equals(apart.getLast())) {
            apart.removeLast();
        }
        return apart;
    }

    private static String path(List<Point> ring) {
        StringBuilder path = new StringBuilder();
        ring.forEach(point -> path.append(path.isEmpty() ? "M" : "L")
                .append(point.x())
                .append(' ')
                .append(point.y()));
        return path.append('Z').toString();
    }

    /** Twice the area, with the sign of the direction. */
    private static long area(List<Point> ring) {
        long sum = 0;
        for (int i = 0; i < ring.size(); i++) {
            Point from = ring.get(i);
            Point to = ring.get((i + 1) % ring.size());
            sum += (long) from.x() * to.y() - (long) to.x() * from.y();
        }
        return sum;
    }

    private static Point middle(List<Point> ring) {
        return new Point(
                (int) Math.round(ring.stream().mapToInt(Point::x).average().orElse(0)),
                (int) Math.round(ring.stream().mapToInt(Point::y).average().orElse(0)));
    }
}
