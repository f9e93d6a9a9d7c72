/**
 * The demo source system {@code pmg}: the administration of the programme Preventie met Gezag, for young people of 8 to 27.
 *
 * <p>The amounts of the grant, the four fronts and that there were no signals of criminal youth groups in 2022 are published, each with
 * its source in the resource {@code published.csv}. All else is made up. Young people are counted and never registered.
 */
@NullMarked
package nl.mjpmonitor.ops.sources.pmg;

import org.jspecify.annotations.NullMarked;
