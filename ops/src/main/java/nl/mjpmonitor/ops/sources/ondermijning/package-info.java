/**
 * The demo source system {@code ondermijning}: casework on undermining crime, from signal to outcome.
 *
 * <p>The totals of 2019-2022, 2023 and 2023-2024 are published figures, each with its source in the resource {@code
 * published.csv}. How they fall over years, months and buurten, and all that came after, is made up and says nothing about what
 * happened where.
 */
@NullMarked
package nl.mjpmonitor.ops.sources.ondermijning;

import org.jspecify.annotations.NullMarked;
