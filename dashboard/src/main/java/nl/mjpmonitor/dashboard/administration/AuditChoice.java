package nl.mjpmonitor.dashboard.administration;

import com.vaadin.flow.router.QueryParameters;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.mjpmonitor.dashboard.audit.AuditAction;

/**
 * Which part of the audit log the administrator chose to see. It stands in the address.
 *
 * @param days the newest so many days; 0 for all
 */
record AuditChoice(Optional<String> actor, Optional<AuditAction> action, int days) {

    static final List<Integer> DAYS = List.of(1, 7, 30, 0);

    private static final String ACTOR = "account";
    private static final String ACTION = "handeling";
    private static final String PERIOD = "dagen";
    private static final int STANDARD_DAYS = 7;

    static AuditChoice of(QueryParameters parameters) {
        return new AuditChoice(
                parameters.getSingleParameter(ACTOR).filter(name -> !name.isBlank()),
                parameters
                        .getSingleParameter(ACTION)
                        .flatMap(word -> Arrays.stream(AuditAction.values())
                                .filter(action -> action.word().equals(word))
                                .findFirst()),
                parameters
                        .getSingleParameter(PERIOD)
                        .flatMap(word -> DAYS.stream()
                                .filter(days -> Integer.toString(days).equals(word))
                                .findFirst())
                        .orElse(STANDARD_DAYS));
    }

    QueryParameters parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        actor.ifPresent(name -> parameters.put(ACTOR, name));
        action.ifPresent(one -> parameters.put(ACTION, one.word()));
        parameters.put(PERIOD, Integer.toString(days));
        return QueryParameters.simple(parameters);
    }
}
