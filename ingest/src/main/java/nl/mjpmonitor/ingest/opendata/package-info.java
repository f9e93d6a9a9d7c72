/**
 * Brings open data into Kafka: tables of the police and Statistics Netherlands over OData, and files dropped in a folder.
 *
 * <p>The way of a cell: {@link nl.mjpmonitor.ingest.opendata.TableDefinition} says what to read; {@code ODataTableReader} or
 * {@code FileTableReader} reads it, a page or a file at a time; {@code SliceMemory} tells what is new; {@code OpenDataRecords}
 * makes the records; the source offsets remember how far the reading is and what was published.
 */
@NullMarked
package nl.mjpmonitor.ingest.opendata;

import org.jspecify.annotations.NullMarked;
