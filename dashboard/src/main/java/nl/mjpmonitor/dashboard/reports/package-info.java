/**
 * The reports of the programme: what each holds, as data, and the composer that makes a document of it out of figures and texts.
 * Nothing here is kept; that is done where editions live.
 */
@org.jspecify.annotations.NullMarked
package nl.mjpmonitor.dashboard.reports;
