/** What the council and the executive want: ambitions, success criteria and actions, linked to the indicators about them. */
@org.jspecify.annotations.NullMarked
package nl.mjpmonitor.warehouse.programme;
