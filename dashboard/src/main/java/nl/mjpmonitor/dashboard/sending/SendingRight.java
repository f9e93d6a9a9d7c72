package nl.mjpmonitor.dashboard.sending;

import java.util.EnumSet;
import java.util.Set;
import nl.mjpmonitor.dashboard.access.Reader;
import nl.mjpmonitor.dashboard.access.Role;

/**
 * What a role may do with the sending of editions. This is the whole table:
 *
 * <table>
 *   <caption>Who does what</caption>
 *   <tr><th>role</th><th>see recipients, outbox and bounces</th><th>change recipients and moments, repeat a mail</th></tr>
 *   <tr><td>raad, gebiedsteam</td><td>no</td><td>no</td></tr>
 *   <tr><td>analist, driehoek, beheerder</td><td>yes</td><td>no</td></tr>
 *   <tr><td>programmamanager</td><td>yes</td><td>yes</td></tr>
 * </table>
 */
enum SendingRight {
    READ,
    MANAGE;

    static Set<SendingRight> of(Role role) {
        return switch (role) {
            case RAAD, GEBIEDSTEAM -> EnumSet.noneOf(SendingRight.class);
            case ANALIST, DRIEHOEK, BEHEERDER -> EnumSet.of(READ);
            case PROGRAMMAMANAGER -> EnumSet.allOf(SendingRight.class);
        };
    }

    /** What the reader of this thread may do. */
    static Set<SendingRight> ofReader() {
        Set<SendingRight> rights = EnumSet.noneOf(SendingRight.class);
        Reader.current().roles().forEach(role -> rights.addAll(of(role)));
        return rights;
    }
}
