/** Measures the house on the machine it stands on. Results are recorded in {@code docs/benchmarks.md}. */
@org.jspecify.annotations.NullMarked
package nl.mjpmonitor.ops.bench;
