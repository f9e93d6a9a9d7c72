package nl.mjpmonitor.warehouse.programme;

/**
 * Words of a published document.
 *
 * @param document title of the document
 * @param place paragraph or heading
 * @param quote the words
 */
public record Passage(String document, String place, String quote) {}
