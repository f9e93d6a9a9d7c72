/** What the documents of the programme want, how it stands with that, and why. */
@NullMarked
package nl.mjpmonitor.dashboard.goals;

import org.jspecify.annotations.NullMarked;
