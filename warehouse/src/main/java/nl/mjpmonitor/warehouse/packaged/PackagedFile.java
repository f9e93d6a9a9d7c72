package nl.mjpmonitor.warehouse.packaged;

/**
 * A text file that is packaged with this module.
 *
 * @param path path below the module's root, such as {@code catalogue/criminaliteit/straatroof.yaml}
 * @param text its content, read as UTF-8
 */
public record PackagedFile(String path, String text) {

    /** The last part of the path. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The path without the last part; empty for a file at the root. */
    public String folder() {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }
}
