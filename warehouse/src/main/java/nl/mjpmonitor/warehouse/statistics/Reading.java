package nl.mjpmonitor.warehouse.statistics;

/** What is known of one period of a series. */
public sealed interface Reading permits ExposedCount, Measurement, Missing {}
