package nl.mjpmonitor.dashboard.signals;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How it is with a signal, out of what the machine says and what people did. */
public enum SignalState {
    /** Open, and nobody did anything with it. */
    NIEUW,
    /** Open, and somebody saw it. */
    GEZIEN,
    /** Open, and somebody explained it. */
    TOEGELICHT,
    /** Somebody closed it, with a reason. */
    GESLOTEN,
    /** The machine no longer finds it, and nobody closed it before. */
    VOORBIJ;

    /** As the address and the API write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty when there is no such state. */
    public static Optional<SignalState> of(String word) {
        return Arrays.stream(values())
                .filter(state -> state.word().equals(word))
                .findFirst();
    }

    /** Whether it still asks for something. */
    public boolean isOpen() {
        return switch (this) {
            case NIEUW, GEZIEN, TOEGELICHT -> true;
            case GESLOTEN, VOORBIJ -> false;
        };
    }
}
