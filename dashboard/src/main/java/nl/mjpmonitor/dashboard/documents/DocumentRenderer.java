package nl.mjpmonitor.dashboard.documents;

import java.io.IOException;
import java.io.OutputStream;

/** Gives a document a form. Safe for use by many threads. */
public interface DocumentRenderer {

    /** Media type of what is written. */
    String mediaType();

    /** Extension of its file name, without a dot. */
    String extension();

    /**
     * Writes the document. The same document gives the same figures; bytes may differ.
     *
     * @param out stays open
     * @throws IOException when it cannot be written; what stands in {@code out} by then is no document
     */
    void write(Document document, OutputStream out) throws IOException;
}
