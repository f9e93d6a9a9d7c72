package nl.mjpmonitor.ops.chaos;

import java.time.Duration;
import java.util.Optional;

/**
 * A component that was killed.
 *
 * @param isAlone false when another one was killed before the chain had recovered
 * @param recovery from the kill until the component was healthy and a change that was committed after the kill could be read in the
 *     warehouse; empty when that did not come about in time
 */
public record Kill(String component, boolean isAlone, Optional<Duration> recovery) {}
