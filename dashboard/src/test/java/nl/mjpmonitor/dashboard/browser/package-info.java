/** The dashboard in a real browser. */
package nl.mjpmonitor.dashboard.browser;
