package nl.mjpmonitor.dashboard.areas;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.areas.AreaKind;
import nl.mjpmonitor.warehouse.areas.Areas;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The boundaries of the buurten, out of a GeoJSON file (RFC 7946): a collection of features, each with the code of its buurt in the
 * property {@code statcode}, {@code buurtcode} or {@code code} or as its id, and a polygon or several in degrees of longitude and
 * latitude.
 *
 * @param rings the rings of each buurt; which of them is a hole shows from how they lie
 * @param source where the file says that it comes from; empty when it does not
 */
record Boundaries(Map<AreaCode, List<List<Boundaries.Place>>> rings, Optional<String> source) {

    private static final List<String> CODE_PROPERTIES = List.of("statcode", "buurtcode", "code");
    private static final int FEWEST_PLACES = 4;
    private static final double HIGHEST_LONGITUDE = 180;
    private static final double HIGHEST_LATITUDE = 90;
    private static final int MOST_PROBLEMS = 10;

    Boundaries {
        rings = Map.copyOf(rings);
    }

    /** A place in degrees. */
    record Place(double longitude, double latitude) {}

    /**
     * Reads the file.
     *
     * @throws IllegalStateException when it cannot be used; the message names the file and everything that must be changed
     */
    static Boundaries read(Path file, Areas areas) {
        if (!Files.isRegularFile(file)) {
            throw wrong(file, List.of("there is no such file; set MJP_BOUNDARIES to a GeoJSON file, or leave it out"));
        }
        try {
            return new Reader(file, areas).read(JsonMapper.shared().readTree(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new IllegalStateException("The boundaries file " + file + " cannot be read", e);
        } catch (JacksonException e) {
            throw new IllegalStateException(
                    "The boundaries file " + file + " cannot be used: it is no JSON; give a GeoJSON file.", e);
        }
    }

    private static IllegalStateException wrong(Path file, List<String> problems) {
        String shown = problems.stream().limit(MOST_PROBLEMS).collect(Collectors.joining("; "));
        String more =
                problems.size() > MOST_PROBLEMS ? "; and " + (problems.size() - MOST_PROBLEMS) + " more problems" : "";
        return new IllegalStateException("The boundaries file " + file + " cannot be used: " + shown + more + ".");
    }

    private static final class Reader {
        private final Path file;
        private final Set<AreaCode> buurten;
        private final List<String> problems = new ArrayList<>();
        private final Map<AreaCode, List<List<Place>>> rings = new LinkedHashMap<>();

        Reader(Path file, Areas areas) {
            this.file = file;
            this.buurten = areas.ofKind(AreaKind.BUURT).stream()
                    .filter(areas::isInMunicipality)
                    .map(Area::code)
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        Boundaries read(JsonNode document) {
            if (!document.path("type").asString("").equals("FeatureCollection")) {
                throw wrong(file, List.of("its type must be FeatureCollection"));
            }
            int number = 0;
            for (JsonNode feature : document.path("features")) {
                number++;
                read(feature, "feature " + number);
            }
            buurten.stream()
                    .filter(code -> !rings.containsKey(code))
                    .forEach(code -> problems.add("it has no feature for buurt " + code));
            if (!problems.isEmpty()) {
                throw wrong(file, problems);
            }
            return new Boundaries(
                    rings, Optional.of(document.path("source").asString("")).filter(source -> !source.isBlank()));
        }

        /** Features of other areas, such as the buurten of a neighbouring municipality, are passed over. */
        private void read(JsonNode feature, String name) {
            Optional<AreaCode> code = code(feature);
            if (code.isEmpty()) {
                problems.add(name + " has no code of a buurt; write one such as BU09350006 in the property statcode");
            } else if (buurten.contains(code.get())) {
                List<List<Place>> read = polygons(feature.path("geometry"), name + " (" + code.get() + ")");
                if (rings.putIfAbsent(code.get(), read) != null) {
                    problems.add("buurt " + code.get() + " has two features; keep one");
                }
            }
        }

        private static Optional<AreaCode> code(JsonNode feature) {
            List<String> words = new ArrayList<>();
            CODE_PROPERTIES.forEach(property ->
                    words.add(feature.path("properties").path(property).asString("")));
            words.add(feature.path("id").asString(""));
            return words.stream()
                    .filter(word -> word.matches("BU\\d{8}"))
                    .findFirst()
                    .map(AreaCode::new);
        }

        private List<List<Place>> polygons(JsonNode geometry, String name) {
            JsonNode coordinates = geometry.path("coordinates");
            List<List<Place>> read = new ArrayList<>();
            switch (geometry.path("type").asString("")) {
                case "Polygon" -> coordinates.forEach(ring -> read.add(ring(ring, name)));
                case "MultiPolygon" ->
                    coordinates.forEach(polygon -> polygon.forEach(ring -> read.add(ring(ring, name))));
                default -> problems.add(name + " is no Polygon or MultiPolygon");
            }
            if (read.isEmpty()) {
                problems.add(name + " has no ring");
            }
            return read;
        }

        private List<Place> ring(JsonNode written, String name) {
            List<Place> ring = new ArrayList<>();
            for (JsonNode position : written) {
                if (!position.path(0).isNumber() || !position.path(1).isNumber()) {
                    problems.add(name + " has a position without two numbers");
                    return List.of();
                }
                ring.add(new Place(position.get(0).asDouble(), position.get(1).asDouble()));
            }
            if (ring.stream().anyMatch(Reader::isOffEarth)) {
                problems.add(name + " lies off the earth; convert the coordinates to degrees (WGS 84, EPSG:4326)");
            } else if (ring.size() < FEWEST_PLACES || !ring.getFirst().equals(ring.getLast())) {
                problems.add(name + " has a ring that is not closed; end it where it starts");
            }
            return ring;
        }

        private static boolean isOffEarth(Place place) {
            return Math.abs(place.longitude()) > HIGHEST_LONGITUDE || Math.abs(place.latitude()) > HIGHEST_LATITUDE;
        }
    }
}
