package nl.mjpmonitor.warehouse.areas;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One way to divide the territory; divisions overlap each other. Within one division a leaf lies in at most one area a
 * day.
 */
public final class AreaDivision {

    private final AreaKind kind;
    private final List<AreaMembership> memberships;
    private final Map<AreaCode, List<AreaMembership>> byArea;
    private final Map<AreaCode, List<AreaMembership>> byLeaf;

    /**
     * A division.
     *
     * @param kind kind of its areas
     * @param memberships which leaves its areas have
     */
    AreaDivision(AreaKind kind, List<AreaMembership> memberships) {
        this.kind = kind;
        this.memberships = List.copyOf(memberships);
        this.byArea = memberships.stream().collect(Collectors.groupingBy(AreaMembership::area));
        this.byLeaf = memberships.stream().collect(Collectors.groupingBy(AreaMembership::leaf));
    }

    /** Kind of its areas. */
    public AreaKind kind() {
        return kind;
    }

    /** Which leaves its areas have, by area and leaf. */
    public List<AreaMembership> memberships() {
        return memberships;
    }

    /** Which leaves an area has, by leaf; none for an area of another division. */
    public List<AreaMembership> memberships(AreaCode area) {
        return byArea.getOrDefault(area, List.of());
    }

    /** The leaves that an area has on a day, by code; empty for an area of another division. */
    public List<AreaCode> leaves(AreaCode area, LocalDate day) {
        return memberships(area).stream()
                .filter(membership -> membership.validity().contains(day))
                .map(AreaMembership::leaf)
                .toList();
    }

    /** The area in which a leaf lies on a day; empty when the division leaves it out. */
    public Optional<AreaCode> areaOf(AreaCode leaf, LocalDate day) {
        return byLeaf.getOrDefault(leaf, List.of()).stream()
                .filter(membership -> membership.validity().contains(day))
                .map(AreaMembership::area)
                .findFirst();
    }
}
