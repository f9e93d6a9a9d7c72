/**
 * One figure set against another: earlier periods, inhabitants, totals, the step before. Pure functions over points that were
 * answered before, so that every page, the interface and the publications compare in one way.
 *
 * <p>Every result is a number or says why there is none. What is withheld stays withheld: a comparison of which one side is
 * withheld is withheld itself, since the other side and the result together would give it away.
 */
@org.jspecify.annotations.NullMarked
package nl.mjpmonitor.warehouse.comparisons;
