package nl.mjpmonitor.warehouse.quality;

/** Place of an event in Kafka. */
public record EventPosition(String topic, int partition, long offset) {}
