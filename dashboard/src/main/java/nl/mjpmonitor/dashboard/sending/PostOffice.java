package nl.mjpmonitor.dashboard.sending;

import java.util.function.BooleanSupplier;

/** Hands mail to a mail server. */
interface PostOffice {

    /**
     * Sends one mail and waits for the answer.
     *
     * @param handOver asked once, when the server has everything but the end of the mail; without a yes it is broken off
     */
    Delivery deliver(Letter letter, BooleanSupplier handOver);
}
