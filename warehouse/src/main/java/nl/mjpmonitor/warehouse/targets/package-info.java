/** Whether the programme reaches what it aims at, with the reason in plain words. */
@org.jspecify.annotations.NullMarked
package nl.mjpmonitor.warehouse.targets;
