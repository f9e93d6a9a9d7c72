package nl.mjpmonitor.warehouse.areas;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.mjpmonitor.warehouse.packaged.PackagedFiles;

/** The areas of the municipality: the municipality, 7 wijken, 44 buurten and the remainder. */
public final class Areas {

    /** The file that fills {@code core.area}, so that Java and SQL know the same areas. */
    private static final String FILE = "sql/migrations/025_core_area_rows.csv";

    private final List<Area> areas;

    Areas(List<Area> areas) {
        this.areas = List.copyOf(areas);
    }

    /** Reads the areas that are packaged with this module. */
    public static Areas load() {
        return new Areas(PackagedFiles.read(FILE)
                .text()
                .lines()
                .skip(1)
                .map(Areas::parse)
                .toList());
    }

    /** All areas: the municipality, the wijken, the buurten, the remainder; within a kind by code. */
    public List<Area> all() {
        return areas;
    }

    /** The areas of one kind, by code. */
    public List<Area> ofKind(AreaKind kind) {
        return areas.stream().filter(area -> area.kind() == kind).toList();
    }

    public Area municipality() {
        return ofKind(AreaKind.GEMEENTE).get(0);
    }

    public Optional<Area> find(AreaCode code) {
        return areas.stream().filter(area -> area.code().equals(code)).findFirst();
    }

    private static Area parse(String line) {
        List<String> fields = List.of(line.split(",", -1));
        AreaKind kind = AreaKind.valueOf(fields.get(2).toUpperCase(Locale.ROOT));
        AreaCode municipality = new AreaCode(fields.get(4));
        Optional<AreaCode> parent = switch (kind) {
            case GEMEENTE -> Optional.empty();
            case WIJK, REST, STADSDEEL, LWA, REGIO, REGIOGEMEENTE, LAND -> Optional.of(municipality);
            case BUURT -> Optional.of(new AreaCode(fields.get(3)));
        };
        return new Area(new AreaCode(fields.get(0)), fields.get(1), kind, parent, Integer.parseInt(fields.get(5)));
    }
}
