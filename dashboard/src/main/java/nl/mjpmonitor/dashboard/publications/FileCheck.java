package nl.mjpmonitor.dashboard.publications;

/**
 * A file of a published edition, with the hash of its bytes as they are now.
 *
 * @param file what was published
 * @param actualSha256 hash of the bytes now, in hexadecimal
 */
public record FileCheck(EditionFile file, String actualSha256) {

    /** Whether these are still the bytes that were published. */
    public boolean isUnchanged() {
        return file.sha256().equals(actualSha256);
    }
}
