package nl.mjpmonitor.streaming.signals;

/**
 * Months that a delivery or a register covers, numbered 12 &times; year + month - 1.
 *
 * @param registers what it covers of what the series needs, with commas between them
 * @param firstMonth first month
 * @param lastMonth last month, inclusive
 */
public record MonthCover(String registers, int firstMonth, int lastMonth) {}
