/** The words on the screen, in Dutch and in English. */
@org.jspecify.annotations.NullMarked
package nl.mjpmonitor.dashboard.texts;
