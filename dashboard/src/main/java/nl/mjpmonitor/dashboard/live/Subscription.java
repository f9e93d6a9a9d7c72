package nl.mjpmonitor.dashboard.live;

/** Ends the delivery of news; ending it twice does no harm. */
@FunctionalInterface
public interface Subscription {

    void end();
}
