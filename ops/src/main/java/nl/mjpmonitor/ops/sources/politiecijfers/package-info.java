/**
 * The demo source system {@code politiecijfers}: registered crime per police class, buurt and month, as the police deliver it.
 *
 * <p>The yearly totals and the weights of the buurten are published figures, each with its source in the resource that holds it.
 * How the totals fall over classes, months and buurten is made up and says nothing about what happened where.
 */
@NullMarked
package nl.mjpmonitor.ops.sources.politiecijfers;

import org.jspecify.annotations.NullMarked;
