package nl.mjpmonitor.dashboard.review;

import java.util.EnumSet;
import java.util.Set;
import nl.mjpmonitor.dashboard.access.Role;

/**
 * What a role may do with what people add to the Maandbeeld. Its figures are for everybody who may see them. This is the whole table:
 *
 * <table>
 *   <caption>Who does what</caption>
 *   <tr><th>role</th><th>agenda, decisions and snapshots</th><th>write</th><th>establish</th></tr>
 *   <tr><td>raad, gebiedsteam, beheerder</td><td>no</td><td>no</td><td>no</td></tr>
 *   <tr><td>analist</td><td>reads</td><td>yes</td><td>no</td></tr>
 *   <tr><td>programmamanager, driehoek</td><td>reads</td><td>yes</td><td>yes</td></tr>
 * </table>
 */
enum ReviewRight {
    READ,
    WRITE,
    ESTABLISH;

    static Set<ReviewRight> of(Role role) {
        return switch (role) {
            case RAAD, GEBIEDSTEAM, BEHEERDER -> EnumSet.noneOf(ReviewRight.class);
            case ANALIST -> EnumSet.of(READ, WRITE);
            case PROGRAMMAMANAGER, DRIEHOEK -> EnumSet.allOf(ReviewRight.class);
        };
    }
}
