/** How a demo source is put into its PostgreSQL database. */
@NullMarked
package nl.mjpmonitor.ops.sources.database;

import org.jspecify.annotations.NullMarked;
