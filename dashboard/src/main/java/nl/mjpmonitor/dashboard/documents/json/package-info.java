/** Documents as JSON for programs. */
@org.jspecify.annotations.NullMarked
package nl.mjpmonitor.dashboard.documents.json;
