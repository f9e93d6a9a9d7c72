/** Documents as workbooks: a sheet a section, numbers as numbers, and a sheet that says where all of it comes from. */
@org.jspecify.annotations.NullMarked
package nl.mjpmonitor.dashboard.documents.sheets;
