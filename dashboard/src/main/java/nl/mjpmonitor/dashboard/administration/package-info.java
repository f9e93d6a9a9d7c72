/** The view Beheer: accounts, the audit log, settings and health, for the administrator only. */
@org.jspecify.annotations.NullMarked
package nl.mjpmonitor.dashboard.administration;
