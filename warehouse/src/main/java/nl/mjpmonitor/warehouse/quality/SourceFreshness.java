package nl.mjpmonitor.warehouse.quality;

import java.time.Instant;

/**
 * How far the warehouse has come with one source system.
 *
 * @param sourceSystem the system, such as {@code politiecijfers}
 * @param sourceAt newest moment by the source's clock that was processed
 * @param knownAt moment the warehouse took that in
 */
public record SourceFreshness(String sourceSystem, Instant sourceAt, Instant knownAt) {}
