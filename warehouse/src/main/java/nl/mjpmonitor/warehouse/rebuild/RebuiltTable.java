package nl.mjpmonitor.warehouse.rebuild;

/**
 * A table that was rebuilt.
 *
 * @param name qualified name
 * @param rows rows it has now, replaced ones included
 * @param missing rows that the log asks for and the table did not have, or had otherwise; only counted for
 *     {@code mart.monthly_count}, else 0
 * @param unexplained rows the table had and the log does not ask for; likewise
 */
public record RebuiltTable(String name, long rows, long missing, long unexplained) {

    /** Whether the table held what the log asks for, as far as that is counted. */
    public boolean wasRight() {
        return missing == 0 && unexplained == 0;
    }

    /** What an operator reads about it. */
    public String sentence() {
        String rebuilt = name + ": " + rows + " rows";
        return wasRight()
                ? rebuilt
                : rebuilt + "; " + missing + " were missing or wrong, " + unexplained
                        + " had no ground in the change log";
    }
}
