/** Documents as PDF/A-2a and PDF/UA-1 at once. */
@org.jspecify.annotations.NullMarked
package nl.mjpmonitor.dashboard.documents.pdf;
