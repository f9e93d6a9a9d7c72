/**
 * Editions of reports: from concept to published, frozen with everything that a reader, a clerk or an archivist asks for later.
 */
@org.jspecify.annotations.NullMarked
package nl.mjpmonitor.dashboard.publications;
