/** What the generators of the demo sources share: chance, the division of published totals, areas and locations. */
@NullMarked
package nl.mjpmonitor.ops.sources.generation;

import org.jspecify.annotations.NullMarked;
