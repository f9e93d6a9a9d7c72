package nl.mjpmonitor.dashboard.reports;

/**
 * Id of a kind of report, such as {@code tussenrapportage}.
 *
 * @param value lower case letters, digits and hyphens
 */
public record ReportId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
