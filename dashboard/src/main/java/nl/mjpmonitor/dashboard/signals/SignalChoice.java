package nl.mjpmonitor.dashboard.signals;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.mjpmonitor.warehouse.signals.SignalRule;

/**
 * Which signals the address asks for; what is left empty does not matter.
 *
 * @param area code of an area
 * @param rule the rule
 * @param states which states
 */
record SignalChoice(Optional<String> area, Optional<SignalRule> rule, States states) {

    static final String AREA = "gebied";
    static final String RULE = "regel";
    static final String STATE = "toestand";

    /** Which states are shown. */
    enum States {
        OPEN,
        NIEUW,
        GESLOTEN,
        VOORBIJ,
        ALLES;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean holds(SignalState state) {
            return switch (this) {
                case OPEN -> state.isOpen();
                case NIEUW -> state == SignalState.NIEUW;
                case GESLOTEN -> state == SignalState.GESLOTEN;
                case VOORBIJ -> state == SignalState.VOORBIJ;
                case ALLES -> true;
            };
        }

        static Optional<States> of(String word) {
            return Arrays.stream(values())
                    .filter(states -> states.word().equals(word))
                    .findFirst();
        }
    }

    /** What cannot be read counts as left empty. */
    static SignalChoice of(Location location) {
        QueryParameters parameters = location.getQueryParameters();
        return new SignalChoice(
                parameters.getSingleParameter(AREA).filter(code -> !code.isEmpty()),
                parameters.getSingleParameter(RULE).flatMap(SignalRule::of),
                parameters.getSingleParameter(STATE).flatMap(States::of).orElse(States.OPEN));
    }

    QueryParameters parameters() {
        Map<String, String> all = new LinkedHashMap<>();
        area.ifPresent(code -> all.put(AREA, code));
        rule.ifPresent(found -> all.put(RULE, found.id()));
        if (states != States.OPEN) {
            all.put(STATE, states.word());
        }
        return QueryParameters.simple(all);
    }

    boolean holds(SignalEntry entry) {
        return area.map(code -> entry.signal().area().value().equals(code)).orElse(true)
                && rule.map(found -> entry.signal().rule() == found).orElse(true)
                && states.holds(entry.state());
    }
}
