package nl.mjpmonitor.warehouse.catalogue;

import java.util.List;

/** A catalogue that cannot be used. Every problem says file, line and what to change. */
public final class CatalogueException extends RuntimeException {

    private final transient List<String> problems;

    CatalogueException(List<String> problems) {
        super("The catalogue has " + problems.size() + " problem(s):\n  " + String.join("\n  ", problems));
        this.problems = List.copyOf(problems);
    }

    /** One sentence a problem: {@code file:line: what is wrong; what to change}. */
    public List<String> problems() {
        return problems;
    }
}
