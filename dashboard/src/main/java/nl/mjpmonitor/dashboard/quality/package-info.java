/** The view Datakwaliteit: how fresh, how complete and how sound what the warehouse holds is, and what waits for a person. */
@org.jspecify.annotations.NullMarked
package nl.mjpmonitor.dashboard.quality;
