/**
 * Areas beside each other, wherever they are shown: their places among each other, the classes of their rates, and the map of the buurten
 * in words and tiles.
 */
@org.jspecify.annotations.NullMarked
package nl.mjpmonitor.dashboard.ranking;
