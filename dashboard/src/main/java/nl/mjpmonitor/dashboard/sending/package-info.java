/**
 * Sends published editions by mail: to whom, when, once, and what came back. Nothing confidential stands in a subject or a text.
 */
@org.jspecify.annotations.NullMarked
package nl.mjpmonitor.dashboard.sending;
