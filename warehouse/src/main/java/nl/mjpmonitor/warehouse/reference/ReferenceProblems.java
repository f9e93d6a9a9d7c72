package nl.mjpmonitor.warehouse.reference;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with reference data, so that one reading tells all of it. */
public final class ReferenceProblems {

    private final List<String> sentences = new ArrayList<>();

    /**
     * Adds a problem.
     *
     * @param sentence what is wrong; what to change
     */
    public void add(ReferenceRow row, String sentence) {
        add(row.path(), row.line(), sentence);
    }

    void add(String path, int line, String sentence) {
        sentences.add(path + ":" + line + ": " + sentence);
    }

    public boolean isEmpty() {
        return sentences.isEmpty();
    }

    /**
     * Stops when there is any problem.
     *
     * @throws ReferenceException with all of them
     */
    public void refuse() {
        if (!sentences.isEmpty()) {
            throw new ReferenceException(sentences);
        }
    }
}
