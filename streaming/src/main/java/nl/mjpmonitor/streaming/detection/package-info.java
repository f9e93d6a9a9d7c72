/** What detections share: how they enter the change log, and the calendar they keep. */
@org.jspecify.annotations.NullMarked
package nl.mjpmonitor.streaming.detection;
