/**
 * The demo source system {@code zorgveiligheid}: what the Zorg- en Veiligheidshuis and its partners count, month by month.
 *
 * <p>The totals are published figures, each with its source in the resource {@code published.csv}. How they fall over months, and all
 * that came after, is made up. Persons are counted and never registered.
 */
@NullMarked
package nl.mjpmonitor.ops.sources.zorgveiligheid;

import org.jspecify.annotations.NullMarked;
