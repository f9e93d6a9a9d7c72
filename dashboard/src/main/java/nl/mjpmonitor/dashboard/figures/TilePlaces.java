package nl.mjpmonitor.dashboard.figures;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import org.springframework.stereotype.Component;

/** Where each buurt stands on the {@link TileMap}: rows from the north, columns from the west, one column for the river. */
@Component
public final class TilePlaces {

    private static final String RESOURCE = "/tile-map.csv";
    private static final int RIVER_COLUMN = 7;

    /** Row and column, counted from 1. */
    public record Place(int row, int column) {}

    private final Map<AreaCode, Place> places = new LinkedHashMap<>();

    /** Reads the places that come with the application. */
    public TilePlaces() {
        try (InputStream file = TilePlaces.class.getResourceAsStream(RESOURCE)) {
            if (file == null) {
                throw new IllegalStateException("The application lacks " + RESOURCE);
            }
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(";", -1))
                    .forEach(fields -> places.put(
                            new AreaCode(fields[0]),
                            new Place(Integer.parseInt(fields[1]), Integer.parseInt(fields[2]))));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The place of a buurt; empty for an area that is not on the map. */
    public Optional<Place> of(AreaCode buurt) {
        return Optional.ofNullable(places.get(buurt));
    }

    /** All buurten on the map with their places. */
    public Map<AreaCode, Place> all() {
        return Map.copyOf(places);
    }

    /** The column of the river, in which no buurt stands. */
    public int riverColumn() {
        return RIVER_COLUMN;
    }
}
