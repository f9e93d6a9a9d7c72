package nl.mjpmonitor.warehouse.disclosure;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.areas.AreaKind;
import nl.mjpmonitor.warehouse.areas.Areas;

/**
 * The municipality and the ways in which it is divided.
 *
 * @param municipality the whole
 * @param divisions its divisions; where several are given, the first is given as far as possible, and of the others what follows
 *     from it
 */
public record Territory(AreaCode municipality, List<Division> divisions) {

    private static final List<AreaKind> DIVISIONS =
            List.of(AreaKind.WIJK, AreaKind.STADSDEEL, AreaKind.LWA, AreaKind.BUURT, AreaKind.REST);

    /** Copies the divisions. */
    public Territory {
        divisions = List.copyOf(divisions);
    }

    /**
     * One division. Buurten and the remainder are divisions too, of which each area is its own leaf.
     *
     * @param kind kind of the areas
     * @param leaves the smallest areas of which each area is made up, in a fixed order
     */
    public record Division(AreaKind kind, Map<AreaCode, Set<AreaCode>> leaves) {

        /** Copies the areas in their order. */
        public Division {
            Map<AreaCode, Set<AreaCode>> inOrder = new LinkedHashMap<>();
            leaves.forEach((area, parts) -> inOrder.put(area, Set.copyOf(parts)));
            leaves = Collections.unmodifiableMap(inOrder);
        }
    }

    /** The municipality as it was divided on a day. */
    public static Territory of(Areas areas, LocalDate day) {
        return new Territory(
                areas.municipality().code(),
                DIVISIONS.stream().map(kind -> division(areas, kind, day)).toList());
    }

    private static Division division(Areas areas, AreaKind kind, LocalDate day) {
        Map<AreaCode, Set<AreaCode>> leaves = new LinkedHashMap<>();
        for (Area area :
                areas.ofKind(kind).stream().filter(areas::isInMunicipality).toList()) {
            boolean isLeaf = kind == AreaKind.BUURT || kind == AreaKind.REST;
            Set<AreaCode> parts = isLeaf
                    ? Set.of(area.code())
                    : Set.copyOf(areas.division(kind).leaves(area.code(), day));
            if (!parts.isEmpty()) {
                leaves.put(area.code(), parts);
            }
        }
        return new Division(kind, leaves);
    }

    Optional<Division> division(AreaKind kind) {
        return divisions.stream().filter(division -> division.kind() == kind).findFirst();
    }

    /** The leaves of an area within the municipality; empty for the municipality itself and for areas outside it. */
    Set<AreaCode> leaves(AreaCode area) {
        for (Division division : divisions) {
            Set<AreaCode> leaves = division.leaves().get(area);
            if (leaves != null) {
                return leaves;
            }
        }
        return Set.of();
    }

    Optional<AreaKind> kind(AreaCode area) {
        return area.equals(municipality)
                ? Optional.of(AreaKind.GEMEENTE)
                : divisions.stream()
                        .filter(division -> division.leaves().containsKey(area))
                        .map(Division::kind)
                        .findFirst();
    }
}
