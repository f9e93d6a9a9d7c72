package nl.mjpmonitor.warehouse.areas;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.mjpmonitor.warehouse.reference.ReferenceFiles;

/**
 * The areas that figures are asked for: the municipality and what lies in it, divided in several ways, and the region
 * and the country to compare with.
 */
public final class Areas {

    private final List<Area> areas;
    private final Map<AreaCode, Area> byCode = new LinkedHashMap<>();
    private final Map<AreaKind, List<Area>> byKind;
    private final Map<AreaKind, AreaDivision> divisions;
    private final Population population;

    Areas(List<Area> areas, List<AreaDivision> divisions, Population population) {
        this.areas = List.copyOf(areas);
        this.areas.forEach(area -> byCode.put(area.code(), area));
        this.byKind = this.areas.stream().collect(Collectors.groupingBy(Area::kind, Collectors.toUnmodifiableList()));
        this.divisions =
                divisions.stream().collect(Collectors.toUnmodifiableMap(AreaDivision::kind, Function.identity()));
        this.population = population;
    }

    /**
     * The areas of this installation.
     *
     * @throws nl.mjpmonitor.warehouse.reference.ReferenceException when the files are wrong
     */
    public static Areas load() {
        return load(ReferenceFiles.of(System.getenv()));
    }

    /**
     * The areas of these files.
     *
     * @throws nl.mjpmonitor.warehouse.reference.ReferenceException when the files are wrong
     */
    public static Areas load(ReferenceFiles files) {
        return AreasReader.read(files);
    }

    /** All areas: by kind in the order of {@link AreaKind}, within a kind by code. */
    public List<Area> all() {
        return areas;
    }

    /** The areas of one kind, by code. */
    public List<Area> ofKind(AreaKind kind) {
        return byKind.getOrDefault(kind, List.of());
    }

    public Area municipality() {
        return ofKind(AreaKind.GEMEENTE).get(0);
    }

    public Optional<Area> find(AreaCode code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** Whether an area is the municipality or lies in it. The reference data may know the buurten of others too. */
    public boolean isInMunicipality(Area area) {
        return area.code().equals(municipality().code())
                || area.parent()
                        .flatMap(this::find)
                        .filter(this::isInMunicipality)
                        .isPresent();
    }

    /** The division into areas of one kind. */
    public AreaDivision division(AreaKind kind) {
        return divisions.getOrDefault(kind, new AreaDivision(kind, List.of()));
    }

    public Population population() {
        return population;
    }
}
