package nl.mjpmonitor.dashboard.access;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.areas.AreaKind;
import nl.mjpmonitor.warehouse.areas.Areas;
import nl.mjpmonitor.warehouse.indicators.Confidentiality;
import nl.mjpmonitor.warehouse.indicators.Indicator;

/**
 * Which figures a reader may see: for each level of confidentiality, in which areas. This is the whole table:
 *
 * <table>
 *   <caption>Who sees what</caption>
 *   <tr><th>role</th><th>openbaar</th><th>intern</th><th>vertrouwelijk</th></tr>
 *   <tr><td>raad</td><td>everywhere</td><td>no</td><td>no</td></tr>
 *   <tr><td>gebiedsteam</td><td>own areas, and the municipality and what is larger to compare with</td><td>own areas</td><td>no</td></tr>
 *   <tr><td>analist, programmamanager, driehoek</td><td>everywhere</td><td>everywhere</td><td>everywhere</td></tr>
 *   <tr><td>beheerder</td><td>everywhere</td><td>no</td><td>no</td></tr>
 *   <tr><td>no role</td><td>no</td><td>no</td><td>no</td></tr>
 * </table>
 *
 * <p>An area of one's own brings its buurten along. Who has more than one role sees what any of them opens.
 */
public final class ReaderScope {

    /** Where one role opens figures. */
    private enum Reach {
        EVERYWHERE,
        OWN_AREAS,
        OWN_AREAS_AND_LARGER
    }

    private record Grant(Confidentiality level, Reach reach) {}

    private static final ZoneId DUTCH_TIME = ZoneId.of("Europe/Amsterdam");

    private final List<Grant> grants;
    private final Set<AreaCode> ownAreas;

    private ReaderScope(List<Grant> grants, Set<AreaCode> ownAreas) {
        this.grants = List.copyOf(grants);
        this.ownAreas = Set.copyOf(ownAreas);
    }

    public static ReaderScope of(Reader reader, Areas areas) {
        List<Grant> grants = new ArrayList<>();
        reader.roles().stream().sorted().forEach(role -> grants.addAll(grants(role)));
        return new ReaderScope(grants, withLeaves(reader.areas(), areas));
    }

    /** An area of one's own brings along what it is made of today, such as the buurten of a stadsdeel. */
    private static Set<AreaCode> withLeaves(Set<AreaCode> own, Areas areas) {
        LocalDate today = LocalDate.now(DUTCH_TIME);
        Set<AreaCode> all = new HashSet<>(own);
        own.stream()
                .flatMap(code -> areas.find(code).stream())
                .flatMap(area -> areas.division(area.kind()).leaves(area.code(), today).stream())
                .forEach(all::add);
        return all;
    }

    private static List<Grant> grants(Role role) {
        return switch (role) {
            case RAAD, BEHEERDER -> List.of(new Grant(Confidentiality.OPENBAAR, Reach.EVERYWHERE));
            case GEBIEDSTEAM ->
                List.of(
                        new Grant(Confidentiality.OPENBAAR, Reach.OWN_AREAS_AND_LARGER),
                        new Grant(Confidentiality.INTERN, Reach.OWN_AREAS));
            case ANALIST, PROGRAMMAMANAGER, DRIEHOEK ->
                Stream.of(Confidentiality.values())
                        .map(level -> new Grant(level, Reach.EVERYWHERE))
                        .toList();
        };
    }

    /** The levels of confidentiality of which the reader may see figures in any area. */
    Set<Confidentiality> levels() {
        return grants.stream().map(Grant::level).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether there is any area in which the reader may see the indicator. */
    public boolean opens(Indicator indicator) {
        return grants.stream().anyMatch(grant -> grant.level() == indicator.confidentiality());
    }

    /** Whether there is any indicator that the reader may see in the area. */
    public boolean opens(Area area) {
        return grants.stream().anyMatch(grant -> reaches(grant.reach(), area));
    }

    public boolean opens(Indicator indicator, Area area) {
        return opens(indicator.confidentiality(), area);
    }

    /** Whether the reader may see something of this confidentiality in the area. */
    public boolean opens(Confidentiality level, Area area) {
        return grants.stream().anyMatch(grant -> grant.level() == level && reaches(grant.reach(), area));
    }

    private boolean reaches(Reach reach, Area area) {
        return switch (reach) {
            case EVERYWHERE -> true;
            case OWN_AREAS -> isOwn(area);
            case OWN_AREAS_AND_LARGER -> isOwn(area) || isLarger(area.kind());
        };
    }

    private static boolean isLarger(AreaKind kind) {
        return switch (kind) {
            case GEMEENTE, REGIO, REGIOGEMEENTE, LAND -> true;
            case WIJK, BUURT, REST, STADSDEEL, LWA -> false;
        };
    }

    private boolean isOwn(Area area) {
        return ownAreas.contains(area.code())
                || area.parent().filter(ownAreas::contains).isPresent();
    }
}
