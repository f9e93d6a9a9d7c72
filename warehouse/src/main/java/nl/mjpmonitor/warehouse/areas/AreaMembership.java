package nl.mjpmonitor.warehouse.areas;

/**
 * An area is made up of leaves: the smallest areas that figures are kept for.
 *
 * @param area the area
 * @param leaf a leaf of it
 * @param validity days on which the leaf belongs to it
 */
public record AreaMembership(AreaCode area, AreaCode leaf, Validity validity) {}
