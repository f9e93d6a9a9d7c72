/** The trail: who did what when. */
@org.jspecify.annotations.NullMarked
package nl.mjpmonitor.dashboard.audit;
