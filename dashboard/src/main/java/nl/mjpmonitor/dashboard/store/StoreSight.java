package nl.mjpmonitor.dashboard.store;

/** What is seen of the store from outside. */
public interface StoreSight {

    /** As seen last; never asks the store itself. */
    StoreState state();

    /** Number of the newest migration that has been applied, such as {@code 2}; empty text while it is not known. */
    String schemaVersion();
}
