/** What a reader chose and saw last, kept by account in the dashboard's own store. */
@NullMarked
package nl.mjpmonitor.dashboard.choices;

import org.jspecify.annotations.NullMarked;
