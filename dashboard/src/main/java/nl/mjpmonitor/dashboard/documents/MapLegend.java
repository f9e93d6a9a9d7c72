package nl.mjpmonitor.dashboard.documents;

import java.util.List;

/**
 * What the looks of a map's tiles mean.
 *
 * @param classes the figures in each class, in words, the lowest first; empty when the map has no classes
 * @param withoutClass what a dashed border means
 * @param unusual what a thick border means
 * @param river name of the water between west and east
 * @param riverColumn column in which it runs
 */
public record MapLegend(List<String> classes, String withoutClass, String unusual, String river, int riverColumn) {

    public MapLegend {
        classes = List.copyOf(classes);
    }
}
