package nl.mjpmonitor.dashboard.publications;

/**
 * A file with its bytes.
 *
 * @param file what is known of it
 * @param bytes its content; not copied, and not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // a few megabytes that nobody compares
public record EditionBytes(EditionFile file, byte[] bytes) {

    /** A file of these bytes, with their hash. */
    public static EditionBytes of(String name, String mediaType, byte[] bytes) {
        return new EditionBytes(new EditionFile(name, mediaType, bytes.length, EditionFile.hash(bytes)), bytes);
    }

    /** Whether these are still the bytes that were published. */
    public boolean areUnchanged() {
        return EditionFile.hash(bytes).equals(file.sha256());
    }
}
