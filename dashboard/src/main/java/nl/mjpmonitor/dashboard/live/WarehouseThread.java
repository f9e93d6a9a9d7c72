package nl.mjpmonitor.dashboard.live;

import java.util.concurrent.Executor;

/** Runs everything that reads the warehouse for open pages, one after the other, so that their states never overtake each other. */
@FunctionalInterface
interface WarehouseThread extends Executor {}
