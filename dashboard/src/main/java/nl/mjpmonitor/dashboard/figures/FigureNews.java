package nl.mjpmonitor.dashboard.figures;

/**
 * A figure that changed while someone looks.
 *
 * @param name what was counted
 * @param period when
 * @param before what stood there
 * @param now what stands there
 */
public record FigureNews(String name, String period, String before, String now) {}
