package nl.mjpmonitor.dashboard.archive;

import java.util.EnumSet;
import java.util.Set;
import nl.mjpmonitor.dashboard.access.Reader;
import nl.mjpmonitor.dashboard.access.Role;

/**
 * What a role may do with the archive, beside reading, checking and describing the editions that it may see. This is the whole table:
 *
 * <table>
 *   <caption>Who does what</caption>
 *   <tr><th>role</th><th>take all along, check all</th><th>see and propose destruction</th><th>decide on destruction</th></tr>
 *   <tr><td>raad, gebiedsteam, beheerder</td><td>no</td><td>no</td><td>no</td></tr>
 *   <tr><td>analist</td><td>yes</td><td>no</td><td>no</td></tr>
 *   <tr><td>programmamanager</td><td>yes</td><td>yes</td><td>yes</td></tr>
 *   <tr><td>driehoek</td><td>yes</td><td>yes</td><td>yes</td></tr>
 * </table>
 *
 * <p>Nobody approves what one proposed oneself.
 */
public enum ArchiveRight {
    EXPORT,
    PROPOSE,
    DECIDE;

    static Set<ArchiveRight> of(Role role) {
        return switch (role) {
            case RAAD, GEBIEDSTEAM, BEHEERDER -> EnumSet.noneOf(ArchiveRight.class);
            case ANALIST -> EnumSet.of(EXPORT);
            case PROGRAMMAMANAGER, DRIEHOEK -> EnumSet.allOf(ArchiveRight.class);
        };
    }

    /** What the reader of this thread may do. */
    static Set<ArchiveRight> ofReader() {
        Set<ArchiveRight> rights = EnumSet.noneOf(ArchiveRight.class);
        Reader.current().roles().forEach(role -> rights.addAll(of(role)));
        return rights;
    }
}
