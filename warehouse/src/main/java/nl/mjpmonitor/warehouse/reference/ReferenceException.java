package nl.mjpmonitor.warehouse.reference;

import java.util.List;

/** Reference data that cannot be used. Every problem says file, line and what to change. */
public final class ReferenceException extends RuntimeException {

    private final transient List<String> problems;

    ReferenceException(List<String> problems) {
        super("The reference data has " + problems.size() + " problem(s):\n  " + String.join("\n  ", problems));
        this.problems = List.copyOf(problems);
    }

    /** One sentence a problem: {@code file:line: what is wrong; what to change}. */
    public List<String> problems() {
        return problems;
    }
}
