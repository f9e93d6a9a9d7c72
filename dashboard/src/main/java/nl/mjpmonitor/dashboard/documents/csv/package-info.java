/** Documents as data: a file with comma-separated values for each table, and a description of those files for programs. */
@org.jspecify.annotations.NullMarked
package nl.mjpmonitor.dashboard.documents.csv;
