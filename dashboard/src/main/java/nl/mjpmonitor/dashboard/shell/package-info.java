/** The frame around every view: navigation, freshness, user menu, language and display. */
@org.jspecify.annotations.NullMarked
package nl.mjpmonitor.dashboard.shell;
