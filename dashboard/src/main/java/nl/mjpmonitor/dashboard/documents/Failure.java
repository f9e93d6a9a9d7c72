package nl.mjpmonitor.dashboard.documents;

/**
 * A part that could not be made. It keeps its place and says so; a document with failures may be looked at, not published.
 *
 * @param message what failed, for a reader
 */
public record Failure(String message) implements Block {}
