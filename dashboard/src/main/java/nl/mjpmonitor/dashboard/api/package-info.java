/** The REST interface under {@code /api/v1}: Dutch field names, problem+json for every error. */
@org.jspecify.annotations.NullMarked
package nl.mjpmonitor.dashboard.api;
