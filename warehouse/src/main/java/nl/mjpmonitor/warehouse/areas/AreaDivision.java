package nl.mjpmonitor.warehouse.areas;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One way to divide the territory; divisions overlap each other. Within one division a leaf lies in at most one area a
 * day.
 *
 * @param kind kind of its areas
 * @param memberships which leaves its areas have, by area and leaf
 */
public record AreaDivision(AreaKind kind, List<AreaMembership> memberships) {

    public AreaDivision {
        memberships = List.copyOf(memberships);
    }

    /** The leaves that an area has on a day, by code; empty for an area of another division. */
    public List<AreaCode> leaves(AreaCode area, LocalDate day) {
        return memberships.stream()
                .filter(membership ->
                        membership.area().equals(area) && membership.validity().contains(day))
                .map(AreaMembership::leaf)
                .toList();
    }

    /** The area in which a leaf lies on a day; empty when the division leaves it out. */
    public Optional<AreaCode> areaOf(AreaCode leaf, LocalDate day) {
        return memberships.stream()
                .filter(membership ->
                        membership.leaf().equals(leaf) && membership.validity().contains(day))
                .map(AreaMembership::area)
                .findFirst();
    }
}
