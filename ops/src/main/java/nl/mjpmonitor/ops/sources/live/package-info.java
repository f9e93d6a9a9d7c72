/** Keeps the demo source systems moving, as their users would: new rows, late ones, corrections, withdrawals, reopened cases. */
@NullMarked
package nl.mjpmonitor.ops.sources.live;

import org.jspecify.annotations.NullMarked;
