/** What can be counted: the kinds of row of each source system, with the columns that date, place and choose them. */
@org.jspecify.annotations.NullMarked
package nl.mjpmonitor.warehouse.facts;
