/** Days as figures of safety know them: public holidays, dark months, carnival, fairs and other hot times. */
@org.jspecify.annotations.NullMarked
package nl.mjpmonitor.warehouse.calendar;
