/**
 * The demo source system {@code politiecijfers}: registered crime and nuisance per police class, buurt and month, as the police
 * deliver it.
 *
 * <p>The yearly totals of the published tables and the weights of the buurten are published figures, each with its source in the
 * resource that holds it. How those totals fall over classes, months and buurten is made up, and so is everything about other
 * classes and later months; the provenance of a delivery says which is which. Nothing of it says what happened where.
 */
@NullMarked
package nl.mjpmonitor.ops.sources.politiecijfers;

import org.jspecify.annotations.NullMarked;
