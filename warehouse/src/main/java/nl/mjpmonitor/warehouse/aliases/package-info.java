/** Other names under which categories and terms are known. */
@org.jspecify.annotations.NullMarked
package nl.mjpmonitor.warehouse.aliases;
