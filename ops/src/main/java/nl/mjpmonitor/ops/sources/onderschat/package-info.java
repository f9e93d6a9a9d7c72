/**
 * The demo source system {@code onderschat}: action days on which professionals talk with residents about undermining crime.
 *
 * <p>The totals of 2023 are published figures, each with its source in the resource {@code published.csv}. How they fall over days
 * and buurten, and all that came after, is made up and says nothing about what happened where.
 */
@NullMarked
package nl.mjpmonitor.ops.sources.onderschat;

import org.jspecify.annotations.NullMarked;
