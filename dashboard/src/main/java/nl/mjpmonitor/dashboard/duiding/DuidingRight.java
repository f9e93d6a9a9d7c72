package nl.mjpmonitor.dashboard.duiding;

import java.util.EnumSet;
import java.util.Set;
import nl.mjpmonitor.dashboard.access.Role;

/**
 * What a role may do with duiding of the figures that it may see. This is the whole table:
 *
 * <table>
 *   <caption>Who does what</caption>
 *   <tr><th>role</th><th>established texts</th><th>concepts and history</th><th>write, edit</th><th>establish</th><th>withdraw</th></tr>
 *   <tr><td>raad, gebiedsteam, beheerder</td><td>yes</td><td>no</td><td>no</td><td>no</td><td>no</td></tr>
 *   <tr><td>analist</td><td>yes</td><td>yes</td><td>yes</td><td>no</td><td>no</td></tr>
 *   <tr><td>programmamanager</td><td>yes</td><td>yes</td><td>yes</td><td>yes</td><td>yes</td></tr>
 *   <tr><td>driehoek</td><td>yes</td><td>yes</td><td>no</td><td>yes</td><td>yes</td></tr>
 * </table>
 *
 * <p>Nobody establishes a text of one's own: somebody else has looked at what everybody reads.
 */
public enum DuidingRight {
    READ_CONCEPTS,
    WRITE,
    ESTABLISH,
    WITHDRAW;

    static Set<DuidingRight> of(Role role) {
        return switch (role) {
            case RAAD, GEBIEDSTEAM, BEHEERDER -> EnumSet.noneOf(DuidingRight.class);
            case ANALIST -> EnumSet.of(READ_CONCEPTS, WRITE);
            case PROGRAMMAMANAGER -> EnumSet.allOf(DuidingRight.class);
            case DRIEHOEK -> EnumSet.of(READ_CONCEPTS, ESTABLISH, WITHDRAW);
        };
    }
}
