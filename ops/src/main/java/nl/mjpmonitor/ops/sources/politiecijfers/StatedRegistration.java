package nl.mjpmonitor.ops.sources.politiecijfers;

/**
 * The registrations of one cell as a delivery stated them.
 *
 * @param delivery the delivery that stated them last
 * @param isWithdrawn whether that delivery withdrew them
 */
record StatedRegistration(Registration registration, Delivery delivery, boolean isWithdrawn) {}
