/** Areas beside each other: a map, a ranking with what is normal for an area of its size, and the profile of one area. */
@org.jspecify.annotations.NullMarked
package nl.mjpmonitor.dashboard.areas;
