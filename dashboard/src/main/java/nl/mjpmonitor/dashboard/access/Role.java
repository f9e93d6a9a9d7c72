package nl.mjpmonitor.dashboard.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a person may do here. */
public enum Role {
    /** Municipal council: published figures. */
    RAAD,
    /** Area team: the figures of its own areas. */
    GEBIEDSTEAM,
    ANALIST,
    PROGRAMMAMANAGER,
    /** Mayor, public prosecutor and police chief. */
    DRIEHOEK,
    /** Runs the application; may also read its metrics. */
    BEHEERDER;

    /** The role as the accounts file writes it, such as {@code analist}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty when there is no such role. */
    public static Optional<Role> of(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }

    static String words() {
        return Arrays.stream(values()).map(Role::word).collect(Collectors.joining(", "));
    }
}
