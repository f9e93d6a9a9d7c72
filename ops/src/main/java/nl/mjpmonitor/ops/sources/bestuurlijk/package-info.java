/**
 * The demo source system {@code bestuurlijk}: administrative measures, from Bibob screening to house ban.
 *
 * <p>The totals of 2019-2022 and 2023 are published figures, each with its source in the resource {@code published.csv}. How
 * they fall over years, months and buurten, and all that came after, is made up and says nothing about what happened where.
 */
@NullMarked
package nl.mjpmonitor.ops.sources.bestuurlijk;

import org.jspecify.annotations.NullMarked;
