package nl.mjpmonitor.dashboard.documents;

import java.util.regex.Pattern;

/** The form of the ids of a document's parts: fit for file names, anchors and names of sheets. */
final class Ids {

    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private Ids() {}

    static void require(String id) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("'" + id + "' is no id: use lower case letters, digits and hyphens");
        }
    }
}
