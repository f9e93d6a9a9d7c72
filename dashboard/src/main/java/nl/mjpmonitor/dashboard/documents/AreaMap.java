package nl.mjpmonitor.dashboard.documents;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A map of areas as equal tiles that keep their neighbours and, always, their figures as a table. Each tile prints its figure, so that its
 * colour says nothing that is not said in words.
 *
 * @param id short name in lower case, letters, digits and hyphens
 * @param title what it says
 * @param description what the data say, for who does not see it
 * @param tiles at least one, no two in one place and none in the river
 * @param legend what their looks mean
 * @param table the same figures
 */
public record AreaMap(String id, String title, String description, List<MapTile> tiles, MapLegend legend, Table table)
        implements Drawing {

    /**
     * Checks the shape.
     *
     * @throws IllegalArgumentException when there is no tile, two share a place, one lies in the river or in a class that the legend does not
     *     have; or when the description is blank
     */
    public AreaMap {
        Ids.require(id);
        tiles = List.copyOf(tiles);
        if (tiles.isEmpty()) {
            throw new IllegalArgumentException("Map " + id + " has no tiles");
        }
        Set<List<Integer>> places = new HashSet<>();
        for (MapTile tile : tiles) {
            boolean isOnLand = tile.row() > 0 && tile.column() > 0 && tile.column() != legend.riverColumn();
            if (!isOnLand || !places.add(List.of(tile.row(), tile.column()))) {
                throw new IllegalArgumentException("'" + tile.name() + "' has no place of its own on map " + id);
            }
            int number = tile.classNumber().orElse(1);
            if (tile.classNumber().isPresent()
                    && (number < 1 || number > legend.classes().size())) {
                throw new IllegalArgumentException(
                        "'" + tile.name() + "' of map " + id + " is in class " + number + ", which has no legend");
            }
        }
        if (description.isBlank()) {
            throw new IllegalArgumentException("Map " + id + " says nothing to who does not see it");
        }
    }

    @Override
    public AreaMap withTable(Table other) {
        return new AreaMap(id, title, description, tiles, legend, other);
    }
}
