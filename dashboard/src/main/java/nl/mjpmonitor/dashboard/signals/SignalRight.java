package nl.mjpmonitor.dashboard.signals;

import java.util.EnumSet;
import java.util.Set;
import nl.mjpmonitor.dashboard.access.Role;
import nl.mjpmonitor.warehouse.signals.SignalRule;

/**
 * What a role may do with the signals that it may see. This is the whole table:
 *
 * <table>
 *   <caption>Who does what</caption>
 *   <tr><th>role</th><th>tell it was seen</th><th>explain</th><th>close</th></tr>
 *   <tr><td>raad</td><td>no</td><td>no</td><td>no</td></tr>
 *   <tr><td>gebiedsteam</td><td>yes</td><td>yes</td><td>no</td></tr>
 *   <tr><td>analist, programmamanager</td><td>yes</td><td>yes</td><td>yes</td></tr>
 *   <tr><td>driehoek</td><td>yes</td><td>no</td><td>no</td></tr>
 *   <tr><td>beheerder, of a silent source</td><td>yes</td><td>yes</td><td>yes</td></tr>
 *   <tr><td>beheerder, of all others</td><td>no</td><td>no</td><td>no</td></tr>
 * </table>
 */
public enum SignalRight {
    TELL_SEEN,
    EXPLAIN,
    CLOSE;

    static Set<SignalRight> of(Role role, SignalRule rule) {
        return switch (role) {
            case RAAD -> EnumSet.noneOf(SignalRight.class);
            case GEBIEDSTEAM -> EnumSet.of(TELL_SEEN, EXPLAIN);
            case ANALIST, PROGRAMMAMANAGER -> EnumSet.allOf(SignalRight.class);
            case DRIEHOEK -> EnumSet.of(TELL_SEEN);
            case BEHEERDER ->
                rule == SignalRule.FEED_SILENT ? EnumSet.allOf(SignalRight.class) : EnumSet.noneOf(SignalRight.class);
        };
    }
}
