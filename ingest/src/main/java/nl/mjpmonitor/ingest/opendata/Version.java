package nl.mjpmonitor.ingest.opendata;

/** The version Connect shows of this plugin. */
final class Version {
    private Version() {}

    static String ofConnector() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "undefined" : version;
    }
}
