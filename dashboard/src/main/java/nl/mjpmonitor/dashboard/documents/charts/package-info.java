/** Charts of documents as drawings: vectors in SVG, for paper, files and pictures. */
@org.jspecify.annotations.NullMarked
package nl.mjpmonitor.dashboard.documents.charts;
