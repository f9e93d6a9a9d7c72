package nl.mjpmonitor.ops.sources.generation;

/**
 * Something that may be drawn.
 *
 * @param weight how likely, relative to the other choices
 */
public record Choice<T>(T value, double weight) {}
