package nl.mjpmonitor.dashboard.publications;

import java.util.EnumSet;
import java.util.Set;
import nl.mjpmonitor.dashboard.access.Role;

/**
 * What a role may do with editions of reports whose figures it may see. This is the whole table:
 *
 * <table>
 *   <caption>Who does what</caption>
 *   <tr><th>role</th><th>published</th><th>concepts, history, reproduction</th><th>make, write, hand in</th><th>approve, send back</th><th>publish</th></tr>
 *   <tr><td>raad, gebiedsteam, beheerder</td><td>yes</td><td>no</td><td>no</td><td>no</td><td>no</td></tr>
 *   <tr><td>analist</td><td>yes</td><td>yes</td><td>yes</td><td>no</td><td>no</td></tr>
 *   <tr><td>programmamanager</td><td>yes</td><td>yes</td><td>yes</td><td>yes</td><td>yes</td></tr>
 *   <tr><td>driehoek</td><td>yes</td><td>yes</td><td>no</td><td>yes</td><td>yes</td></tr>
 * </table>
 *
 * <p>Nobody approves an edition that one wrote in or handed in oneself.
 */
public enum EditionRight {
    READ_CONCEPTS,
    MAKE,
    APPROVE,
    PUBLISH;

    static Set<EditionRight> of(Role role) {
        return switch (role) {
            case RAAD, GEBIEDSTEAM, BEHEERDER -> EnumSet.noneOf(EditionRight.class);
            case ANALIST -> EnumSet.of(READ_CONCEPTS, MAKE);
            case PROGRAMMAMANAGER -> EnumSet.allOf(EditionRight.class);
            case DRIEHOEK -> EnumSet.of(READ_CONCEPTS, APPROVE, PUBLISH);
        };
    }
}
