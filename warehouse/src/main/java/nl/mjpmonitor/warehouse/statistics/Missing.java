package nl.mjpmonitor.warehouse.statistics;

/** The figure of this period is unknown, withheld or not applicable. It is never bridged: runs end here. */
public record Missing() implements Reading {}
