/** The view Criminaliteit: the two crime tables, their trends and one indicator in detail. */
@org.jspecify.annotations.NullMarked
package nl.mjpmonitor.dashboard.crime;
